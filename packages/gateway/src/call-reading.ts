import { WireFormatError } from '@egoi-client/core';
import type { CallReader, Refused, ServedCall, ServedProtocol } from './served-protocol.ts';

/** What is said, if to anybody, of a call that is wanted no more. */
export const endedText = 'the call was ended before it was answered (aborted)';

/**
 * The reading of one request's call, of which nothing is thrown: what goes wrong is a refusal. After
 * the first fault what else comes is passed over.
 */
export class CallReading {
  readonly #protocol: ServedProtocol;
  readonly #query: string;
  readonly #onDefect: (error: unknown) => void;
  #reader: CallReader | undefined;
  #refused: Refused | undefined = undefined;

  /**
   * @param open makes the reader
   * @param query of the request, for refusals
   * @param onDefect told of what is the gateway's own fault
   */
  constructor(
    protocol: ServedProtocol,
    open: () => CallReader,
    query: string,
    onDefect: (error: unknown) => void,
  ) {
    this.#protocol = protocol;
    this.#query = query;
    this.#onDefect = onDefect;
    this.#attempt(() => {
      this.#reader = open();
    });
  }

  /** Takes the next bytes of the body. */
  write(bytes: Uint8Array): void {
    this.#attempt(() => this.#reader?.write(bytes));
  }

  /** Ends a reading whose call is wanted no more. */
  abandon(): void {
    this.#reader = undefined;
    this.#refused = this.#refuse({ reason: 'failure', text: endedText });
  }

  /** Says that all has come. */
  end(): ServedCall | Refused {
    let call: ServedCall | Refused | undefined;
    this.#attempt(() => {
      call = this.#reader?.end();
    });
    this.#reader = undefined;
    return this.#refused ?? call ?? this.#refuse({ reason: 'failure', text: 'internal error' });
  }

  #attempt(read: () => void): void {
    try {
      read();
    } catch (error) {
      this.#reader = undefined;
      if (error instanceof WireFormatError) {
        this.#refused = this.#refuse({ reason: 'bad-request', text: error.message });
      } else {
        this.#onDefect(error);
        this.#refused = this.#refuse({ reason: 'failure', text: 'internal error' });
      }
    }
  }

  #refuse(refusal: Parameters<ServedProtocol['refuse']>[0]): Refused {
    return { refused: this.#protocol.refuse(refusal, this.#query) };
  }
}
