import { type FileHandle, open, rm, truncate } from 'node:fs/promises';
import { dirname } from 'node:path';
import { EgoiConfigError } from '@egoi-client/core';
import { onFile } from './file-error.ts';
import { damaged } from './journal-record.ts';
import { type Lock, takeLock } from './lock.ts';
import { onceNotInUse } from './once-not-in-use.ts';

const what = 'the journal';
const recordStart = Buffer.from('{"type":"');

/** What a journal holds. */
interface Content {
  readonly records: readonly unknown[];
  /** Where the last whole record ends. */
  readonly end: number;
  /** Whether there is a piece of one behind it. */
  readonly isTorn: boolean;
}

/** A file of records, one JSON object a line, each on the disk before `append` resolves. */
export interface JournalFile {
  /** What it held when it was opened. */
  readonly records: readonly unknown[];
  append(record: object): Promise<void>;
  close(): Promise<void>;
  /** Removes the file, before anybody else can open it, and closes it. */
  remove(): Promise<void>;
}

/**
 * Opens a journal, and creates it where it is missing; readable by its owner only. A last line that
 * was not written whole is cut off by the next record: what it would have said did not happen.
 *
 * @throws EgoiConfigError when another process has it, when it is damaged or no
 *   journal at all, and when it cannot be used
 */
export async function openJournalFile(path: string): Promise<JournalFile> {
  const lock = await onFile(what, path, () => takeLock(path));
  let handle: FileHandle | undefined;
  try {
    return await onFile(what, path, async () => {
      handle = await open(path, 'a+', 0o600);
      const bytes = await handle.readFile();
      const end = bytes.lastIndexOf('\n') + 1;
      const records = readRecords(path, bytes.subarray(0, end));
      const torn = bytes.subarray(end);
      if (records.length === 0 && !mayBeRecord(torn)) {
        throw new EgoiConfigError(`'${path}' is not a journal; it was left as it is`);
      }
      await syncFolder(dirname(path));
      return journalOf(path, handle, lock, { records, end, isTorn: torn.length > 0 });
    });
  } catch (error) {
    await handle?.close();
    await lock.release();
    throw error;
  }
}

function journalOf(
  path: string,
  handle: FileHandle,
  lock: Lock,
  { records, end, isTorn }: Content,
): JournalFile {
  let isToBeCut = isTorn;
  return {
    records,
    append: (record) =>
      onFile(what, path, async () => {
        // Not before it is known whose file this is: until then nothing of it is changed. By its path,
        // since Windows does not let a handle that appends cut its file.
        if (isToBeCut) await truncate(path, end);
        isToBeCut = false;
        await handle.appendFile(`${JSON.stringify(record)}\n`);
        await handle.datasync();
      }),
    async close() {
      await handle.close();
      await lock.release();
    },
    async remove() {
      await handle.close();
      await onFile(what, path, () => onceNotInUse(() => rm(path, { force: true })));
      await lock.release();
    },
  };
}

/** Tells whether bytes may be the beginning of a record: a disk may also have kept room and no content. */
function mayBeRecord(bytes: Buffer): boolean {
  const start = bytes.subarray(0, recordStart.length);
  return start.every((byte, index) => byte === recordStart[index] || byte === 0);
}

function readRecords(path: string, bytes: Buffer): unknown[] {
  const records: unknown[] = [];
  for (let start = 0; start < bytes.length; ) {
    const end = bytes.indexOf('\n', start);
    try {
      const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes.subarray(start, end));
      records.push(JSON.parse(text));
    } catch {
      throw damaged(path, records.length + 1);
    }
    start = end + 1;
  }
  return records;
}

/** Makes sure that the name of a new file outlives a loss of power; not every system can. */
async function syncFolder(path: string): Promise<void> {
  let folder: FileHandle | undefined;
  try {
    folder = await open(path, 'r');
    await folder.sync();
  } catch {
    // Windows does not sync folders, nor do some shares; the file's own content is synced all the same.
  } finally {
    await folder?.close();
  }
}
