import { Writable } from 'node:stream';
import { visible } from './visible.ts';

/**
 * The standard output for data of any length, as it is; on a terminal, which would obey what stands in
 * it, with everything written out that is not to be seen.
 */
export function dataStream(stdout: Writable & { readonly isTTY?: boolean }): Writable {
  if (stdout.isTTY !== true) return stdout;
  return new Writable({
    decodeStrings: false,
    write(text: string, _encoding, done) {
      stdout.write(visible(text.replaceAll('\r\n', '\n')), done);
    },
  });
}
