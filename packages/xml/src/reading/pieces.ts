import type { TagEndFinder } from './start-tag.ts';

const byteOrderMark = 0xfeff;

/** Joins the pieces of a document where it was cut within what can be read only as a whole. */
export class Pieces {
  readonly #blankStart: boolean;
  #begun = false;
  /** The end of a piece that only the next one completes: half a line end, half a character. */
  #half = '';
  /** What was read of something that only the next piece completes. */
  #pending = '';
  /** Looks for the end of a start tag that is pending. */
  #tagEnd: TagEndFinder | undefined = undefined;

  /** @param blankStart whether blank characters and byte order marks may stand before the document */
  constructor(blankStart: boolean) {
    this.#blankStart = blankStart;
  }

  /** Whether nothing waits for another piece. */
  get areComplete(): boolean {
    return this.#half === '' && this.#pending === '';
  }

  /** The text that can be read now that a piece has come, with its line ends folded. Source: XML 1.0, 2.11. */
  next(chunk: string): string {
    const piece = this.#begun ? chunk : this.#beginning(chunk);
    if (piece === '') return '';
    const whole = this.#half + piece;
    const last = whole.charCodeAt(whole.length - 1);
    const isHalf = last === 0x0d || (last >= 0xd800 && last <= 0xdbff);
    this.#half = isHalf ? whole.slice(-1) : '';
    const text = isHalf ? whole.slice(0, -1) : whole;
    return this.#withPending(text.includes('\r') ? text.replaceAll(/\r\n?/g, '\n') : text);
  }

  /** The text that is left when no more pieces come: a line end, if the last was half of one. */
  last(): string {
    if (this.#half !== '\r') return '';
    this.#half = '';
    return this.#withPending('\n');
  }

  /** Puts off the rest of a piece until the next one comes. @param tagEnd looks for its end, in a start tag */
  keep(text: string, tagEnd?: TagEndFinder): void {
    this.#pending = text;
    this.#tagEnd = tagEnd;
  }

  #beginning(chunk: string): string {
    const start = this.#blankStart ? chunk.trimStart() : chunk;
    this.#begun = start !== '';
    return start.charCodeAt(0) === byteOrderMark ? start.slice(1) : start;
  }

  #withPending(text: string): string {
    if (this.#pending === '') return text;
    const whole = this.#pending + text;
    // A tag that goes on and on is looked through once, not once with every piece.
    if (this.#tagEnd?.find(text, 0) === -1) {
      this.#pending = whole;
      return '';
    }
    this.keep('');
    return whole;
  }
}
