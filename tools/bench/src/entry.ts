import { fileURLToPath } from 'node:url';

/** Node's arguments for a file of this package, run as this process runs: from the sources or built. */
export function entryArguments(
  path: string,
  flags: readonly string[] = [],
): readonly [string, ...string[]] {
  const extension = isBuilt ? '.js' : '.ts';
  const file = fileURLToPath(new URL(`./${path}${extension}`, import.meta.url));
  return [...flags, ...process.execArgv, file] as unknown as readonly [string, ...string[]];
}

/** Whether what runs was built: only then is start-up what a user meets. */
export const isBuilt = import.meta.url.endsWith('.js');

/** The path of a peer's program in another language. */
export function peerFile(name: string): string {
  return fileURLToPath(new URL(`../peers/${name}`, import.meta.url));
}
