import { createReadStream } from 'node:fs';
import { EgoiConfigError } from '@egoi-client/core';
import { fileError } from '../journal/file-error.ts';

/**
 * The text of a file, piece by piece, without its byte order mark.
 *
 * @throws EgoiConfigError for a file that cannot be read, and for bytes that its encoding does not have
 */
export async function* readText(path: string, encoding: string): AsyncGenerator<string, void> {
  const decoder = new TextDecoder(encoding, { fatal: true });
  const decode = (bytes?: Buffer) => {
    try {
      return bytes === undefined ? decoder.decode() : decoder.decode(bytes, { stream: true });
    } catch (error) {
      throw new EgoiConfigError(
        `'${path}' is not ${encoding}; give its encoding, such as 'windows-1252' for many files of spreadsheets`,
        { cause: error },
      );
    }
  };
  const stream = createReadStream(path);
  try {
    for await (const bytes of stream) yield decode(bytes as Buffer);
  } catch (error) {
    throw error instanceof EgoiConfigError ? error : fileError('the file of contacts', path, error);
  } finally {
    stream.destroy();
  }
  yield decode();
}
