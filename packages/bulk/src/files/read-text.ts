import { EgoiConfigError } from '@egoi-client/core';
import { fileError } from '../journal/file-error.ts';
import type { ContactFile } from './contact-file.ts';
import { encodingOf, tellingBytes } from './text-encoding.ts';

/**
 * The text of a file, piece by piece, without its byte order mark.
 *
 * @throws EgoiConfigError for a file that cannot be read, for one whose encoding is not read, and for
 *   bytes that its encoding does not have
 */
export async function* readText(file: ContactFile): AsyncGenerator<string, void> {
  const pieces = bytesOf(file);
  try {
    const head: Uint8Array[] = [];
    for (let length = 0; length < tellingBytes; ) {
      const { value, done } = await pieces.next();
      if (done === true) break;
      head.push(value);
      length += value.length;
    }
    const first = Buffer.concat(head);
    const encoding = encodingOf(first, file);
    const decoder = new TextDecoder(encoding, { fatal: true });
    const decode = (bytes?: Uint8Array) => {
      try {
        return bytes === undefined ? decoder.decode() : decoder.decode(bytes, { stream: true });
      } catch (error) {
        throw notIn(encoding, file, error);
      }
    };
    yield decode(first);
    for await (const bytes of pieces) yield decode(bytes);
    yield decode();
  } finally {
    await pieces.return();
  }
}

async function* bytesOf({ path, open }: ContactFile): AsyncGenerator<Uint8Array, void> {
  try {
    yield* open();
  } catch (error) {
    throw error instanceof EgoiConfigError ? error : fileError('the file of contacts', path, error);
  }
}

function notIn(encoding: string, { path, spelling }: ContactFile, cause: unknown): EgoiConfigError {
  const said = spelling('encoding', 'windows-1252');
  return new EgoiConfigError(
    `'${path}' is not ${encoding}; give its encoding, such as ${said} for many files of spreadsheets`,
    { cause },
  );
}
