import { type FileHandle, open, rm, truncate } from 'node:fs/promises';
import type { Writable } from 'node:stream';
import { EgoiConfigError } from '@egoi-client/core';
import { codeOf, onFile } from '../journal/file-error.ts';

/** Where an export is written to. */
export interface ExportTarget {
  /** Resolves when the text is where it outlives the process. */
  write(text: string): Promise<void>;
  close(): Promise<void>;
}

const what = 'the file of the export';

/**
 * A file, readable by its owner only, cut back to what is known to be in it. Before anything is written
 * it is left as it was: one that is to be written anew is emptied by the first text, and one that was
 * not there is gone again if none comes.
 *
 * @throws EgoiConfigError when it cannot be used, and when it is shorter than it must be
 */
export async function fileTarget(file: string, keepBytes: number): Promise<ExportTarget> {
  const { handle, isNew } = await onFile(what, file, () => openFile(file));
  let isBegun = false;
  try {
    await onFile(what, file, async () => {
      if ((await handle.stat()).size < keepBytes) {
        throw new EgoiConfigError(`${what} '${file}' is shorter than its journal says`);
      }
    });
  } catch (error) {
    await handle.close();
    if (isNew) await rm(file, { force: true });
    throw error;
  }
  return {
    write: (text) =>
      onFile(what, file, async () => {
        // By its path, since Windows does not let a handle that appends cut its file.
        if (!isBegun) await truncate(file, keepBytes);
        isBegun = true;
        await handle.appendFile(text);
        await handle.datasync();
      }),
    async close() {
      await handle.close();
      if (isNew && !isBegun) await rm(file, { force: true });
    },
  };
}

async function openFile(
  file: string,
): Promise<{ readonly handle: FileHandle; readonly isNew: boolean }> {
  try {
    return { handle: await open(file, 'ax', 0o600), isNew: true };
  } catch (error) {
    if (codeOf(error) !== 'EEXIST') throw error;
    return { handle: await open(file, 'a', 0o600), isNew: false };
  }
}

/** A stream, which is written to no faster than it takes, and not ended. */
export function streamTarget(stream: Writable): ExportTarget {
  return {
    write: (text) =>
      new Promise((resolve, reject) => {
        // Stays for the error event that comes after the callback has told of it.
        const fail = (error?: unknown) => reject(streamError(error));
        stream.once('error', fail);
        stream.once('close', fail);
        stream.write(text, (error) => {
          stream.off('close', fail);
          if (error !== undefined && error !== null) {
            fail(error);
            return;
          }
          stream.off('error', fail);
          resolve();
        });
      }),
    close: () => Promise.resolve(),
  };
}

function streamError(error: unknown): EgoiConfigError {
  const code = codeOf(error);
  const reason = code === undefined ? 'it was closed' : code;
  return new EgoiConfigError(`the stream of the export takes no more: ${reason}`, { cause: error });
}
