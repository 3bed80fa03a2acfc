import type { ExchangeObserver, ObserveExchange } from '@egoi-client/core/wire';
import type { HttpAnswer, HttpClient, HttpExchange } from './contract.ts';

/**
 * Makes an exchange of a call by an HTTP client, any one, and tells of it who observes the call.
 *
 * @param observe of the call's request
 */
export function sendExchange(
  http: HttpClient,
  exchange: HttpExchange,
  observe: ObserveExchange | undefined,
): Promise<HttpAnswer> {
  return observe === undefined ? http.send(exchange) : sendObserved(http, exchange, observe);
}

async function sendObserved(
  http: HttpClient,
  exchange: HttpExchange,
  observe: ObserveExchange,
): Promise<HttpAnswer> {
  const { url, method, headers, body, context } = exchange;
  const { transport, attempts = 1 } = context;
  const observer = observe({ transport, attempt: attempts, method, url, headers, body });
  const told = new ToldHead(observer);
  try {
    const answer = await http.send({
      ...exchange,
      onSending: (lines) => observer.sending(lines),
      onAnswering: (status, lines) => told.tell(status, lines),
      ...tapped(exchange, observer, told),
    });
    told.orTell(answer);
    if (answer.text !== '') observer.text(answer.text);
    observer.ended();
    return answer;
  } catch (error) {
    observer.ended(error);
    throw error;
  }
}

function tapped(
  { onText }: HttpExchange,
  observer: ExchangeObserver,
  told: ToldHead,
): Pick<HttpExchange, 'onText'> {
  if (onText === undefined) return {};
  return {
    onText(text, head) {
      told.orTell(head);
      observer.text(text);
      onText(text, head);
    },
  };
}

/** Sees to it that the head of an answer is told once, also by a client that does not tell of headers. */
class ToldHead {
  readonly #observer: ExchangeObserver;
  #isTold = false;

  constructor(observer: ExchangeObserver) {
    this.#observer = observer;
  }

  tell(status: number, headers: readonly string[]): void {
    if (this.#isTold) return;
    this.#isTold = true;
    this.#observer.answering(status, headers);
  }

  orTell({ status, mediaType, headers }: Pick<HttpAnswer, 'status' | 'mediaType' | 'headers'>) {
    if (this.#isTold) return;
    const type = mediaType === '' ? {} : { 'content-type': mediaType };
    this.tell(status, Object.entries({ ...type, ...headers }).flat());
  }
}
