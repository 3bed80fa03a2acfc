// A process that holds a lock until it is killed: it says so, and waits.
const [, , lockModule, path] = process.argv;
const { takeLock } = await import(lockModule);
await takeLock(path);
process.stdout.write('held\n');
setInterval(() => {}, 60_000);
