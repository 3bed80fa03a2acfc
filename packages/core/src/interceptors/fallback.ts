import { EgoiError } from '../errors/egoi-error.ts';
import { EgoiProtocolError } from '../errors/errors.ts';
import { mayRepeat } from '../contract/may-repeat.ts';
import { option, resolveOptions } from '../options/options.ts';
import {
  isTransport,
  type Transport,
  type TransportReply,
  type TransportRequest,
} from '../contract/transport.ts';
import { errorOfAll, type Failure } from './fallback-error.ts';
import { requestsMade } from './requests-made.ts';
import { strictestLimits } from './strictest-limits.ts';
import { isGone } from './surely-not-done.ts';

/** A change from one transport to the next. */
export interface FallbackEvent {
  readonly method: string;
  readonly callId: string;
  /** The `id` of the transport that failed, and of the one that is asked now. */
  readonly from: string;
  readonly to: string;
  readonly error: EgoiError;
}

/** How a `fallback` is called and whom it tells. */
export interface FallbackOptions {
  /** Name of the whole in errors. @default 'fallback(soap,rest)', made of its transports' names */
  readonly id?: string;
  /** Told each time that another transport is asked. What it throws is ignored. @default nobody */
  readonly onFallback?: (event: FallbackEvent) => void;
}

const shape = {
  transports: option.custom<readonly Transport[]>(
    isTransportList,
    'must be a list of one or more transports, each once',
  ),
  id: option.text().optional(),
  onFallback: option.callback<(event: FallbackEvent) => void>(() => undefined),
};

function isTransportList(value: unknown): boolean {
  return (
    Array.isArray(value) &&
    value.length > 0 &&
    value.every(isTransport) &&
    new Set(value).size === value.length
  );
}

/**
 * A transport made of others: asks the first, and the next when one cannot do the method
 * (`unsupported`), failed in a way that `mayRepeat` allows to repeat, or is no way to the service at all:
 * nothing could be sent to it, or its address is gone (HTTP 404 and 410, or moved for good). What changes
 * nothing, or the same when it is done twice, also goes on where anything but the API answered. So no
 * write is done twice. Any answer of the API ends it, an error answer too, and so do a call that is
 * partly done and the caller's signal.
 *
 * The reply's `transport` names the one that answered; its `requests` are those of all that were asked.
 * When several failed, the error says what each did, and its `delivery` is the worst of theirs. `limits`
 * are the strictest of all.
 *
 * @param transports in the order in which they are asked; each has its own time limit. `close` closes
 *   all of them
 * @throws EgoiConfigError for wrong or unknown options
 * @example
 * new EgoiClient({ apiKey, transport: fallback([soapTransport(), restTransport()]) });
 */
export function fallback(
  transports: readonly Transport[],
  options: FallbackOptions = {},
): Transport {
  const resolved = resolveOptions('fallback', shape, { ...options, transports });
  // A copy: the list is the caller's, who may change it later.
  const ways = [...resolved.transports];
  const id = resolved.id ?? `fallback(${ways.map((way) => way.id).join(',')})`;
  return {
    id,
    limits: strictestLimits(ways),
    call: (request) => callInTurn(id, ways, request, resolved.onFallback),
    close: () => closeAll(id, ways),
  };
}

async function callInTurn(
  id: string,
  ways: readonly Transport[],
  request: TransportRequest,
  onFallback: (event: FallbackEvent) => void,
): ReturnType<Transport['call']> {
  const { method, callId } = request;
  const failures: Failure[] = [];
  for (const [index, way] of ways.entries()) {
    try {
      return toldOfAll(await way.call(request), failures);
    } catch (error) {
      if (!(error instanceof EgoiError)) throw error;
      failures.push({ transport: way.id, error });
      const following = ways[index + 1];
      if (following === undefined || !goesOn(error, request)) break;
      try {
        onFallback({ method, callId, from: way.id, to: following.id, error });
      } catch {
        // Who only listens must not end the call.
      }
    }
  }
  const notAsked = ways.slice(failures.length).map((way) => way.id);
  throw errorOfAll(id, failures, notAsked);
}

function toldOfAll(reply: TransportReply, failures: readonly Failure[]): TransportReply {
  const before = failures.reduce((sum, { error }) => sum + requestsMade(error), 0);
  return before === 0 ? reply : { ...reply, requests: before + requestsMade(reply) };
}

/** Failures of a way to the service, as opposed to what the service says or the caller has done. */
const kindsOfWays: ReadonlySet<EgoiError['kind']> = new Set([
  'connection',
  'timeout',
  'http',
  'protocol',
]);

function goesOn(error: EgoiError, { signal, spec }: TransportRequest): boolean {
  if (signal.aborted) return false;
  if (error.kind === 'unsupported' || mayRepeat(error, spec?.effect) || isGone(error)) return true;
  if (!kindsOfWays.has(error.kind)) return false;
  const isSafeTwice = spec?.effect === 'read' || spec?.effect === 'idempotent';
  return error.delivery === 'not_sent' || (isSafeTwice && error.delivery === 'answered');
}

/** Closes all, whatever one of them says. */
async function closeAll(id: string, ways: readonly Transport[]): Promise<void> {
  const outcomes = await Promise.allSettled(ways.map(async (way) => way.close?.()));
  const problems = outcomes.flatMap((outcome, index) =>
    outcome.status === 'rejected' ? [`${ways[index]?.id}: ${messageOf(outcome.reason)}`] : [],
  );
  if (problems.length === 0) return;
  throw new EgoiProtocolError(`${id} was not closed whole: ${problems.join('; ')}`, {
    transport: id,
    delivery: 'not_sent',
  });
}

function messageOf(reason: unknown): string {
  return reason instanceof Error ? reason.message : typeof reason;
}
