import { apiErrorOf } from '../../answers/api-answer.ts';
import type { ExchangeObserver, ObserveExchange } from '../../contract/exchange-observer.ts';
import type { Interceptor, TransportReply, TransportRequest } from '../../contract/transport.ts';
import { option, resolveOptions } from '../../options/options.ts';
import { hiderFor } from './call-secrets.ts';
import { CallReport } from './call-report.ts';

/** What `debug` writes to, and how much of it. */
export interface DebugOptions {
  /**
   * Takes one text of several lines at a time, without the line break at its end. What it throws is
   * ignored. @default console.error
   */
  readonly write?: (text: string) => void;
  /** Most characters of one body that are shown, 1 to 16,777,216. @default 16384 */
  readonly maxBodyCharacters?: number;
}

const shape = {
  write: option.callback<(text: string) => void>((text) => console.error(text)),
  maxBodyCharacters: option.count(16_384, 1, 16 * 1024 * 1024),
};

const made = new WeakSet<Interceptor>();

/** Tells whether an interceptor was made by `debug`. */
export function isDebug(interceptor: Interceptor): boolean {
  return made.has(interceptor);
}

/**
 * Shows what is sent and what comes back, as text for people: each HTTP exchange with request line,
 * headers, bodies, status and milliseconds, and how the call ended; of a transport that makes no such
 * exchange the parameters and the value. It belongs behind `retry`, where each try is a call of its own;
 * before it, it tells of one call with the exchanges of all tries.
 *
 * The key, the password and whatever a body names as such read `[redacted]`, in any spelling. Everything
 * else is shown, the data of contacts too: it is for the desk of whoever develops, and not to be left on.
 *
 * @throws EgoiConfigError for wrong or unknown options
 * @example
 * new EgoiClient({ apiKey, transport, interceptors: [retry(), debug()] });
 */
export function debug(options: DebugOptions = {}): Interceptor {
  const { write, maxBodyCharacters } = resolveOptions('debug', shape, options);
  const interceptor: Interceptor = (next) => async (request) => {
    const secrets = hiderFor(request);
    const report = new CallReport(request, { write, secrets, maxBodyCharacters });
    let reply: TransportReply;
    try {
      reply = await next({ ...request, observe: bothOf(request, report.observe) });
    } catch (error) {
      report.failed(error);
      throw error;
    }
    report.answered(reply, apiErrorOf(reply, request));
    return reply;
  };
  made.add(interceptor);
  return interceptor;
}

/** Whoever observes the call already goes on doing so. */
function bothOf(
  { observe: outer }: Pick<TransportRequest, 'observe'>,
  own: ObserveExchange,
): ObserveExchange {
  if (outer === undefined) return own;
  return (request) => {
    const observers: readonly ExchangeObserver[] = [outer(request), own(request)];
    return {
      sending: (headers) => observers.forEach((one) => one.sending(headers)),
      answering: (status, headers) => observers.forEach((one) => one.answering(status, headers)),
      text: (piece) => observers.forEach((one) => one.text(piece)),
      ended: (error) => observers.forEach((one) => one.ended(error)),
    };
  };
}
