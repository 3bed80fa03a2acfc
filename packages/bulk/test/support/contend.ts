// A process that wants the lock of each round's file, as soon as the round is told, until it has had it.
import { appendFileSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { takeLock } from '../../src/journal/lock.ts';

const [, , folder = ''] = process.argv;
process.stdout.write('ready\n');
for await (const round of createInterface({ input: process.stdin })) {
  const path = join(folder, round);
  let had = false;
  // A lock that nobody lets go of is given up, so that the test can say so.
  for (let tries = 0; !had && tries < 3000; tries += 1) {
    try {
      const lock = await takeLock(path);
      appendFileSync(`${path}.log`, 'in\n');
      for (let turn = 0; turn < 20; turn += 1) await new Promise(setImmediate);
      appendFileSync(`${path}.log`, 'out\n');
      await lock.release();
      had = true;
    } catch (error) {
      if (!/at work|changes hands/.test(String(error))) throw error;
      await new Promise(setImmediate);
    }
  }
  process.stdout.write('done\n');
}
