import { createInterface } from 'node:readline';
import { programs } from './programs.ts';

/** A measured program in a process of its own: answers each line with what one run took. */
const [name = '', settings = '{}'] = process.argv.slice(2);
const load = Object.hasOwn(programs, name)
  ? (programs as Readonly<Record<string, () => Promise<(settings: never) => unknown>>>)[name]
  : undefined;
if (load === undefined) throw new Error(`there is no program ${name}`);
const setUp = await load();
const run = (await setUp(JSON.parse(settings) as never)) as () => Promise<unknown>;
console.log('ready');
for await (const line of createInterface({ input: process.stdin })) {
  if (line !== 'run') break;
  // Each run starts without the garbage of the one before.
  globalThis.gc?.();
  console.log(JSON.stringify(await run()));
}
process.exit();
