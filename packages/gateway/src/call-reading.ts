import { WireFormatError } from '@egoi-client/core/wire';
import type {
  Answered,
  CallHead,
  CallReader,
  Refusal,
  Served,
  ServedProtocol,
} from './served-protocol.ts';

/** What is said, if to anybody, of a call that is wanted no more. */
export const endedText = 'the call was ended before it was answered (aborted)';

/**
 * The reading of one request's call, of which nothing is thrown: what goes wrong is a refusal. After
 * the first fault what else comes is passed over.
 */
export class CallReading {
  readonly #protocol: ServedProtocol;
  readonly #head: CallHead;
  readonly #onDefect: (error: unknown) => void;
  #reader: CallReader | undefined;
  #refused: Answered | undefined = undefined;

  /**
   * @param head of the request
   * @param onDefect told of what is the gateway's own fault
   */
  constructor(protocol: ServedProtocol, head: CallHead, onDefect: (error: unknown) => void) {
    this.#protocol = protocol;
    this.#head = head;
    this.#onDefect = onDefect;
    this.#attempt(() => {
      this.#reader = protocol.reader(head);
    });
  }

  /** Takes the next bytes of the body. */
  write(bytes: Uint8Array): void {
    this.#attempt(() => this.#reader?.write(bytes));
  }

  /** Says that all has come. */
  end(): Served {
    let served: Served | undefined;
    this.#attempt(() => {
      served = this.#reader?.end();
    });
    this.#reader = undefined;
    return this.#refused ?? served ?? this.#refuse({ reason: 'failure', text: 'internal error' });
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

  #refuse(refusal: Refusal): Answered {
    const refused = refusal.reason === 'bad-request' ? 'bad-request' : 'internal';
    return { reply: this.#protocol.refuse(refusal, this.#head), refused };
  }
}
