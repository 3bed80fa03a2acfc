export { EgoiClient } from './client/client.ts';
export type { EgoiClientOptions } from './client/client-options.ts';
export type { CallOptions } from './options/call-options.ts';
export type { EgoiMethods } from './types/methods.ts';
export { allMethods, findMethod, type MethodName } from './catalogue/catalogue.ts';
export type { Effect, Evidence, MethodGroup, MethodSpec } from './catalogue/method-spec.ts';
export {
  type Delivery,
  EgoiError,
  type EgoiErrorKind,
  type ServiceBudget,
} from './errors/egoi-error.ts';
export { type AnyErrorCode, EgoiApiError } from './errors/api-error.ts';
export {
  EgoiAbortError,
  EgoiConfigError,
  EgoiConnectionError,
  EgoiFaultError,
  EgoiHttpError,
  EgoiInputError,
  EgoiPartialError,
  EgoiProtocolError,
  EgoiQuotaError,
  EgoiTimeoutError,
  EgoiUnsupportedError,
  type InputProblem,
} from './errors/errors.ts';
export {
  type EgoiErrorCode,
  type ErrorCodeEntry,
  errorTable,
  isErrorCode,
} from './errors/error-table.ts';
export type { Page } from './paging/page.ts';
export type { PageOptions, Pages } from './paging/paginate.ts';
export type { PagedMethods } from './types/pages.ts';
export type {
  Call,
  Interceptor,
  Loss,
  Transport,
  TransportReply,
  TransportRequest,
} from './contract/transport.ts';
export { retry } from './interceptors/retry.ts';
export type { RetryOptions } from './interceptors/retry-options.ts';
export { fallback, type FallbackEvent, type FallbackOptions } from './interceptors/fallback.ts';
export { cacheReads, type CacheReadsOptions } from './interceptors/cache-reads.ts';
export { debug, type DebugOptions } from './interceptors/debug/debug.ts';
export { log, type Logger, type LogOptions } from './interceptors/log.ts';
export { attemptTimeout } from './interceptors/attempt-timeout.ts';
export { mayRepeat } from './contract/may-repeat.ts';
export { isWireObject, type WireObject, type WireValue } from './values/wire-value.ts';
export { fieldsOf } from './values/fields-of.ts';
