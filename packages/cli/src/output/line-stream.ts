import { once } from 'node:events';
import type { Writable } from 'node:stream';

/** Most that waits for whoever reads; what comes beyond is dropped. */
const mostWaitingCharacters = 64 * 1024;
/** How long the end waits for whoever still reads. */
const lastWordsMs = 1000;

/** What a line stream says of itself, on the error output. */
interface Notices {
  /** Lines are dropped from now on, since nobody reads. */
  dropping(): void;
  /** Nothing can be written any longer. @param why a code of the system */
  broken(why: string): void;
  /** @param lines how many nobody saw, told at the end */
  dropped(lines: number): void;
}

/**
 * Lines on the standard output of a program that serves others. It never waits for whoever reads them:
 * where nobody does, lines are dropped and counted, and the program goes on.
 */
export class LineStream {
  readonly #out: Writable;
  readonly #notices: Notices;
  #waiting = '';
  #flush: NodeJS.Immediate | undefined;
  #droppedSince = 0;
  #dropped = 0;
  #isBroken = false;

  constructor(out: Writable, notices: Notices) {
    this.#out = out;
    this.#notices = notices;
    out.on('error', (error: NodeJS.ErrnoException) => {
      if (!this.#isBroken) notices.broken(error.code ?? error.name);
      this.#isBroken = true;
    });
  }

  /** @param text without a line break at its end */
  print(text: string): void {
    if (this.#isBroken) return;
    if (this.#waiting.length + this.#out.writableLength > mostWaitingCharacters) {
      this.#drop();
      return;
    }
    this.#waiting += `${text}\n`;
    // What one turn of the program has to say is one write.
    this.#flush ??= setImmediate(() => this.flush());
  }

  /** Writes what waits, so that it stands above what is written elsewhere next. */
  flush(): void {
    clearImmediate(this.#flush);
    this.#flush = undefined;
    if (this.#waiting === '') return;
    this.#out.write(this.#waiting);
    this.#waiting = '';
  }

  #drop(): void {
    if (this.#dropped === 0) this.#notices.dropping();
    this.#dropped += 1;
    this.#droppedSince += 1;
    if (this.#droppedSince > 1) return;
    const tell = () => {
      this.print(`(${linesOf(this.#droppedSince)} dropped here: nobody read them)`);
      this.#droppedSince = 0;
    };
    this.#out.once('drain', tell);
  }

  /** Writes what waits, for a moment, and tells how much nobody saw. */
  async close(): Promise<void> {
    this.flush();
    if (this.#out.writableLength > 0 && !this.#isBroken) {
      const limit = AbortSignal.timeout(lastWordsMs);
      await once(this.#out, 'drain', { signal: limit }).catch(() => undefined);
    }
    if (this.#dropped > 0) this.#notices.dropped(this.#dropped);
  }
}

/** A number of lines in words. */
export function linesOf(count: number): string {
  return count === 1 ? '1 line was' : `${count.toLocaleString('en')} lines were`;
}

/** Has Node wait for a terminal, which a reader stops with Ctrl-S, no more than for a pipe. */
export function stopWaitingFor(out: Writable): void {
  // Node has no other name for it; without it, a stopped terminal holds calls up as it always did.
  const handle: unknown = Reflect.get(out, '_handle');
  if (typeof handle !== 'object' || handle === null || !('setBlocking' in handle)) return;
  if (typeof handle.setBlocking === 'function') handle.setBlocking(false);
}
