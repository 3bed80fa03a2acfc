import { EgoiProtocolError } from '@egoi-client/core';
import {
  type AnswerDecoder,
  type ErrorContext,
  type WireAnswer,
  WireFormatError,
} from '@egoi-client/core/wire';
import type { HttpAnswerHead } from './contract.ts';
import { isHtmlPage, mayBecomePage } from './html-page.ts';
import { Turns } from './turns.ts';

/** How a whole text is cut. */
const pieceCharacters = 64 * 1024;

/** Whether a status lets the body be the answer to a call. */
export function isSuccess(status: number): boolean {
  return status >= 200 && status < 300;
}

/** Reads the answer to one call while its text arrives, and tells the API's own from others. */
export class AnswerReading {
  /** What reading failed with: whoever passes the text on may wrap it. */
  failure: unknown = undefined;
  readonly #decoderFor: (head: HttpAnswerHead) => AnswerDecoder;
  #decoder: AnswerDecoder | undefined;
  readonly #context: ErrorContext;
  #what: 'unknown' | 'document' | 'page' | 'unreadable' = 'unknown';
  /** The first characters, as long as they may be those of a page. */
  #start = '';

  /** @param decoderFor makes what reads the text, once its status is known */
  constructor(decoderFor: (head: HttpAnswerHead) => AnswerDecoder, context: ErrorContext) {
    this.#decoderFor = decoderFor;
    this.#context = context;
  }

  /**
   * Takes the next piece of the text.
   *
   * @throws EgoiProtocolError as soon as a successful answer cannot be read
   */
  readonly write = (text: string, head: HttpAnswerHead): void => {
    if (this.#what === 'document') this.#decode(text, head);
    else if (this.#what === 'unknown') this.#begin(text, head);
  };

  /** Takes a whole text, as `write` does, in turns. */
  async writeWhole(text: string, head: HttpAnswerHead): Promise<void> {
    const turns = new Turns();
    for (let at = 0; at < text.length; at += pieceCharacters) {
      this.write(text.slice(at, at + pieceCharacters), head);
      await turns.after(pieceCharacters);
    }
  }

  /**
   * Says that all has come.
   *
   * @returns `undefined` for a page, and for what cannot be read in an answer without success
   * @throws EgoiProtocolError for a successful answer that cannot be read
   */
  end(head: HttpAnswerHead): WireAnswer | undefined {
    if (this.#what === 'unknown') this.#settle(head);
    return this.#what === 'document'
      ? this.#orUnreadable(() => this.#decoderOf(head).end(), head)
      : undefined;
  }

  #begin(text: string, head: HttpAnswerHead): void {
    if (this.#start === '' && text.trimStart() === '') {
      this.#decode(text, head);
      return;
    }
    this.#start += text;
    if (!mayBecomePage(this.#start.trimStart())) this.#settle(head);
  }

  #settle(head: HttpAnswerHead): void {
    this.#what = isHtmlPage(this.#start) ? 'page' : 'document';
    if (this.#what === 'document') this.#decode(this.#start, head);
    this.#start = '';
  }

  #decode(text: string, head: HttpAnswerHead): void {
    if (text !== '') this.#orUnreadable(() => this.#decoderOf(head).write(text), head);
  }

  #decoderOf(head: HttpAnswerHead): AnswerDecoder {
    this.#decoder ??= this.#decoderFor(head);
    return this.#decoder;
  }

  #orUnreadable<T>(read: () => T, { status }: HttpAnswerHead): T | undefined {
    try {
      return read();
    } catch (error) {
      if (!(error instanceof WireFormatError)) this.failure = error;
      else if (isSuccess(status)) {
        this.failure = new EgoiProtocolError(`the answer cannot be read: ${error.message}`, {
          ...this.#context,
          cause: error,
        });
      }
      this.#what = 'unreadable';
      if (this.failure !== undefined) throw this.failure;
      return undefined;
    }
  }
}
