import { constants } from 'node:fs';
import { type FileHandle, open } from 'node:fs/promises';
import { EgoiConfigError } from '@egoi-client/core';
import { recordHeadLine } from './record-line.ts';

/** Only its owner reads what methods an account's programs call. */
const ownerOnly = 0o600;

/**
 * A record's file, to which lines are added. Several processes may write to one: each writes whole lines
 * at the file's end.
 */
export class RecordFile {
  readonly #handle: FileHandle;
  /** Whether the last line in the file has its end. */
  #isWhole: boolean;

  private constructor(handle: FileHandle, isWhole: boolean) {
    this.#handle = handle;
    this.#isWhole = isWhole;
  }

  /**
   * Opens a record, a new one or one to go on with.
   *
   * @throws EgoiConfigError for a file that cannot be written to, a link, or what is no file
   */
  static async open(path: string): Promise<RecordFile> {
    // Windows lacks the last two, which then count as 0.
    const { O_APPEND, O_CREAT, O_RDWR, O_NONBLOCK, O_NOFOLLOW } = constants;
    // Whoever may write to the folder must not turn the record to another file, nor let it wait for a reader.
    const flags = O_APPEND | O_CREAT | O_RDWR | O_NONBLOCK | O_NOFOLLOW;
    let handle: FileHandle | undefined;
    try {
      handle = await open(path, flags, ownerOnly);
      const stats = await handle.stat();
      if (!stats.isFile() || stats.nlink > 1) throw new EgoiConfigError('it is no file of its own');
      if ((stats.mode & 0o777) !== ownerOnly) await handle.chmod(ownerOnly);
      const file = new RecordFile(handle, await endsItsLine(handle, stats.size));
      if (stats.size === 0) await file.append([`${recordHeadLine}\n`]);
      return file;
    } catch (cause) {
      await handle?.close();
      const text = `the record cannot be written to ${path}: give a file of your own, not a link`;
      throw new EgoiConfigError(text, { cause });
    }
  }

  /**
   * Adds lines, each with its end.
   *
   * @returns how many were written as a whole
   * @throws what the system says, where none was
   */
  async append(lines: readonly string[]): Promise<number> {
    const bytes = Buffer.from((this.#isWhole ? '' : '\n') + lines.join(''));
    let written = 0;
    try {
      while (written < bytes.length) {
        written += (await this.#handle.write(bytes, written)).bytesWritten;
      }
      this.#isWhole = true;
      return lines.length;
    } catch (error) {
      const whole = linesWithin(bytes, written);
      if (written > 0) this.#isWhole = bytes[written - 1] === newline;
      const done = this.#startedWhole(bytes) ? whole : Math.max(whole - 1, 0);
      if (done === 0) throw error;
      return done;
    }
  }

  close(): Promise<void> {
    return this.#handle.close();
  }

  #startedWhole(bytes: Buffer): boolean {
    return bytes[0] !== newline;
  }
}

const newline = 0x0a;

function linesWithin(bytes: Buffer, end: number): number {
  let lines = 0;
  for (let at = 0; at < end; at += 1) if (bytes[at] === newline) lines += 1;
  return lines;
}

/** A process that was killed leaves a torn line, which must not take the next one with it. */
async function endsItsLine(handle: FileHandle, size: number): Promise<boolean> {
  if (size === 0) return true;
  const last = new Uint8Array(1);
  await handle.read(last, 0, 1, size - 1);
  return last[0] === newline;
}
