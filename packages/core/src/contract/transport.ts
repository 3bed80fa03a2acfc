import type { MethodSpec } from '../catalogue/method-spec.ts';
import type { ServiceBudget } from '../errors/egoi-error.ts';
import type { Credentials } from '../identity/secret.ts';
import type { RequestLimits } from '../values/request-limits.ts';
import type { WireValue } from '../values/wire-value.ts';
import type { ObserveExchange } from './exchange-observer.ts';

/** One call on its way to whatever answers it. */
export interface TransportRequest {
  /** The API's own spelling; names outside the catalogue are allowed. */
  readonly method: string;
  /** The catalogue entry, if there is one. */
  readonly spec: MethodSpec | undefined;
  /** The method's own parameters. Holds no secrets. */
  readonly params: { readonly [key: string]: WireValue };
  readonly credentials: Credentials;
  /** Ends the call when it fires; its reason, where it is an `EgoiError`, is the error to reject with. */
  readonly signal: AbortSignal;
  /** The same for all attempts of one call. */
  readonly callId: string;
  /** 1 for the first try. */
  readonly attempt: number;
  /**
   * Told of the items of a paged method's list while the answer still arrives: the list at
   * `spec.paging.items`, or the answer itself where that says nothing. A courtesy: a transport may
   * tell of none or of some, in order from index 0, and begins again there when it tries again. Where it
   * returns true the item is taken, and need not be held any longer: the reply may have `null` in its
   * place. All else in the reply is what counts. Who keeps replies on the way passes on one that returns
   * nothing; who changes them leaves it out. Must not throw.
   */
  readonly onItem?: ((item: WireValue, index: number) => boolean | undefined) | undefined;
  /**
   * Told of the HTTP exchanges that the call takes, with the key in them: for `debug`. A courtesy, too:
   * what makes no such exchange tells of none.
   */
  readonly observe?: ObserveExchange | undefined;
}

/** What a transport brings back. An error answer of the API is a value too. */
export interface TransportReply {
  /** What the API answered, freed of envelope and type attributes. */
  readonly value: WireValue;
  /** The `id` of the transport that brought it. */
  readonly transport: string;
  readonly durationMs: number;
  /** The HTTP status, where there was one. */
  readonly status?: number;
  /** Tries that it took, where an interceptor made several. @default the request's `attempt` */
  readonly attempts?: number;
  /** HTTP requests that it took, with all tries, where it may be several. @default 1 */
  readonly requests?: number;
  /** What of the call or of its answer the transport could not carry. @default none */
  readonly losses?: readonly Loss[];
  /** What the service said last of the account's limit. @default unknown */
  readonly budget?: ServiceBudget;
}

/** What a transport could not carry of a call, or of its answer. */
export interface Loss {
  /**
   * `parameter`: it had no effect. `field`: the answer lacks it. `later`: it is done after the answer.
   * `approximate`: it is near to what the API v2 says, and not the same.
   */
  readonly kind: 'parameter' | 'field' | 'later' | 'approximate';
  /** The parameter or the field of the answer, in the API's spelling. */
  readonly name: string;
  readonly reason: string;
}

/** Anything that can answer an E-goi v2 call. */
export interface Transport<Id extends string = string> {
  /** `soap`, `soap-universal`, `xmlrpc`, `rest`, `sandbox`, … */
  readonly id: Id;
  /** Brings one answer. Rejects only with an `EgoiError`. */
  call(request: TransportRequest): Promise<TransportReply>;
  /** How much one request may hold. @default the service's 50 MB, measured as JSON */
  readonly limits?: RequestLimits;
  /** Lets go of connections and files. */
  close?(): Promise<void>;
}

/** One step of a call's way: the transport itself, or an interceptor around it. */
export type Call = (request: TransportRequest) => Promise<TransportReply>;

/** Wraps the rest of the way. The first of an array is the outermost. */
export type Interceptor = (next: Call) => Call;

/** Puts interceptors around a call, the first outermost. */
export function composeCall(interceptors: readonly Interceptor[], innermost: Call): Call {
  return interceptors.reduceRight((next, interceptor) => interceptor(next), innermost);
}

/** Tells what has the shape of a transport, for the options that take one. */
export function isTransport(value: unknown): boolean {
  return (
    typeof value === 'object' &&
    value !== null &&
    'id' in value &&
    typeof value.id === 'string' &&
    'call' in value &&
    typeof value.call === 'function'
  );
}
