// A process that holds a lock until it is killed: it says so, and waits.
import { takeLock } from '../../src/journal/lock.ts';

const [, , path = ''] = process.argv;
await takeLock(path);
process.stdout.write('held\n');
setInterval(() => {}, 60_000);
