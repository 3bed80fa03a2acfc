import { parseArgs } from 'node:util';
import { maxPeakBytes, runMillion } from './run-million.ts';
import { wireNames } from '@egoi-client/transports';

const { values } = parseArgs({
  options: {
    contacts: { type: 'string', default: '1000000' },
    transport: { type: 'string', multiple: true, default: [...wireNames] },
  },
});
const contacts = Number(values.contacts);
const megabytes = (bytes: number) => `${Math.ceil(bytes / 1_000_000)} MB`;

console.log(`${contacts} contacts from a CSV file, 150 calls an hour`);
const results = await runMillion(values.transport, contacts, (result) => {
  const { wire, calls, fewest, hours, peakBytes, found, seconds, complaints } = result;
  console.log(
    `${wire}: calls used / fewest possible ${calls} / ${fewest}, ${Math.round(hours)} hours of waiting for the quota, peak memory ${megabytes(peakBytes)}, ${found} contacts found once, ${seconds.toFixed(1)} s`,
  );
  for (const complaint of complaints) console.log(`  WRONG: ${complaint}`);
});
const right = results.filter(({ complaints }) => complaints.length === 0).length;
console.log(
  `million: ${right} of ${results.length} transports right, at most ${megabytes(maxPeakBytes)} each`,
);
if (right < results.length) process.exitCode = 1;
