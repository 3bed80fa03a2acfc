import { execFileSync } from 'node:child_process';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { type Consumer, consumers } from './consumers.ts';
import { writeRuntimesTable } from './runtimes-table.ts';
import { type ConsumerOutcome, tryConsumer } from './try-consumer.ts';

const root = join(import.meta.dirname, '../../..');

const { values } = parseArgs({
  options: {
    short: { type: 'boolean', default: false },
    only: { type: 'string', multiple: true, default: [] },
    write: { type: 'boolean', default: false },
  },
});

const chosen = choose();
execFileSync('pnpm', ['tarballs'], {
  cwd: root,
  stdio: 'ignore',
  shell: process.platform === 'win32',
});
const folder = join(root, 'tarballs');
const tarballs = readdirSync(folder).map((file) => join(folder, file));
const outcomes: ConsumerOutcome[] = [];
for (const consumer of chosen) {
  const outcome = await tryConsumer(consumer, tarballs);
  console.log(`${outcome.problem === undefined ? 'ok    ' : 'FAILED'}  ${consumer.name}`);
  if (outcome.problem !== undefined) console.error(outcome.problem);
  outcomes.push(outcome);
}
if (values.write) writeRuntimesTable(outcomes);
const good = outcomes.filter(({ problem }) => problem === undefined);
console.log(`consumers: ${good.length} of ${outcomes.length}`);
if (good.length !== outcomes.length) process.exitCode = 1;

function choose(): readonly Consumer[] {
  const { short: isShort, only, write: isWritten } = values;
  if (isWritten && (isShort || only.length > 0)) {
    throw new Error('--write takes the table from a whole run: leave out --short and --only');
  }
  if (only.length > 0) {
    const unknown = only.filter((name) => !consumers.some((consumer) => consumer.name === name));
    if (unknown.length > 0) {
      throw new Error(
        `no consumers ${unknown.join(', ')}; there are ${consumers.map(({ name }) => name).join(', ')}`,
      );
    }
    return consumers.filter(({ name }) => only.includes(name));
  }
  return isShort ? consumers.filter((consumer) => consumer.isShort === true) : consumers;
}
