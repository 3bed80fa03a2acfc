import { constants, type FileHandle, open } from 'node:fs/promises';
import { EgoiConfigError } from '@egoi-client/core';
import type { RejectedRow } from '../batch-contract.ts';
import { codeOf, onFile } from './file-error.ts';
import { shownRow } from './shown-row.ts';

const what = 'the reject file';
const bufferedCharacters = 65_536;
const rejectStart = '{"row":';

/** The rows that cannot be sent, one JSON object a line. */
export interface RejectFile {
  /** The file holds only what it held when it was opened, and rows that are read again add to it. */
  readonly isComplete: boolean;
  add(reject: RejectedRow): Promise<void>;
  /** Resolves with the length of the file once all of it is on the disk. */
  sync(): Promise<number>;
  close(): Promise<void>;
}

/**
 * Opens a reject file and cuts it back to a length, so that rows which are read again stand in it once.
 * Nothing is created before there is a reject. A file that is shorter, since somebody took its rows
 * away, begins anew.
 *
 * @param keepBytes its length in the journal
 * @throws EgoiConfigError for a file that is something else, and for one that cannot be used
 */
export async function openRejectFile(path: string, keepBytes: number): Promise<RejectFile> {
  await onFile(what, path, () => refuseOther(path));
  const size = await onFile(what, path, () => cutBack(path, keepBytes));
  const isComplete = (size ?? 0) >= keepBytes;
  let length = isComplete ? keepBytes : 0;
  let handle: FileHandle | undefined;
  let lines = '';
  const flush = async () => {
    if (lines === '') return;
    handle ??= await open(path, 'a', 0o600);
    const bytes = Buffer.from(lines);
    lines = '';
    await handle.appendFile(bytes);
    length += bytes.length;
  };
  return {
    isComplete,
    async add({ row, line, problems, contact }) {
      const where = line === undefined ? { row: row + 1 } : { row: row + 1, line };
      lines += `${JSON.stringify({ ...where, problems, contact: shownRow(contact) })}\n`;
      if (lines.length > bufferedCharacters) await onFile(what, path, flush);
    },
    sync: () =>
      onFile(what, path, async () => {
        await flush();
        await handle?.datasync();
        return length;
      }),
    close: async () => handle?.close(),
  };
}

/**
 * Cuts a file back to a length, and one that is shorter to nothing; by a handle of its own, since Windows
 * does not let one that appends cut its file.
 *
 * @returns how long it was; `undefined` where there is none
 */
async function cutBack(path: string, keepBytes: number): Promise<number | undefined> {
  const handle = await openIfThere(path, constants.O_WRONLY);
  if (handle === undefined) return undefined;
  try {
    const { size } = await handle.stat();
    await handle.truncate(size >= keepBytes ? keepBytes : 0);
    await handle.datasync();
    return size;
  } finally {
    await handle.close();
  }
}

/** @throws EgoiConfigError when there is something in the file that is no reject: it would be lost */
async function refuseOther(path: string): Promise<void> {
  const handle = await openIfThere(path, constants.O_RDONLY);
  if (handle === undefined) return;
  try {
    const { bytesRead, buffer } = await handle.read(Buffer.alloc(rejectStart.length));
    if (rejectStart.startsWith(buffer.toString('latin1', 0, bytesRead))) return;
    throw new EgoiConfigError(
      `'${path}' is not a reject file, and was left as it is; name another`,
    );
  } finally {
    await handle.close();
  }
}

async function openIfThere(path: string, flags: number): Promise<FileHandle | undefined> {
  try {
    return await open(path, flags);
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return undefined;
    throw error;
  }
}
