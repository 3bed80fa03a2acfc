import { parseArgs } from 'node:util';
import { wireNames } from '@egoi-client/transports';
import { runCrashTest } from './run-crash-test.ts';

const { values } = parseArgs({
  options: {
    kills: { type: 'string', default: '100' },
    rows: { type: 'string', default: '4000' },
    seed: { type: 'string', default: '20251202' },
    transport: { type: 'string', multiple: true, default: [...wireNames] },
  },
});
const rows = Number(values.rows);
console.log(
  `seed ${values.seed}, ${rows} rows each import, 7 in 10 of customers who had one before`,
);
const results = await runCrashTest({
  wires: values.transport,
  kills: Number(values.kills),
  rows,
  seed: Number(values.seed),
  onResult({ wire, kills, lost, doubled, found, repeated, complaints }) {
    console.log(
      `${wire}: killed ${kills} times, ${lost} lost, ${doubled} doubled; calls of unknown outcome: ${found} found in the account, ${repeated} sent again`,
    );
    for (const complaint of complaints) console.log(`  WRONG: ${complaint}`);
  },
});
const sum = (of: 'kills' | 'lost' | 'doubled') =>
  results.reduce((total, result) => total + result[of], 0);
const isRight = results.every(({ complaints }) => complaints.length === 0);
console.log(`killed ${sum('kills')} times: ${sum('lost')} lost, ${sum('doubled')} doubled`);
if (!isRight || sum('lost') + sum('doubled') > 0) process.exitCode = 1;
