export { apiErrorIn } from './api-answer.ts';
export { type ArrivingItems, arrivingItems } from './arriving-items.ts';
export { brandClass } from './brand.ts';
export { carriedText, holdsUncarried } from './carried-text.ts';
export {
  allMethods,
  type Catalogue,
  catalogue,
  findMethod,
  type MethodName,
} from './catalogue/catalogue.ts';
export type {
  CallOptions,
  Effect,
  Evidence,
  MethodForm,
  MethodGroup,
  MethodSpec,
  Paging,
} from './catalogue/method-spec.ts';
export type { Schema } from './catalogue/schema.ts';
export { checkOf } from './compiled-check.ts';
export { type SchemaView, viewSchema } from './catalogue/schema-view.ts';
export { EgoiClient } from './client.ts';
export {
  checkContact,
  contactColumns,
  contactFieldNamed,
  contactFields,
  isContactField,
} from './contact-check.ts';
export type { EgoiClientOptions } from './client-options.ts';
export type { Credentials } from './credentials.ts';
export { type AnyErrorCode, EgoiApiError } from './errors/api-error.ts';
export {
  type Delivery,
  EgoiError,
  type EgoiErrorKind,
  type ErrorContext,
  type ErrorDetails,
} from './errors/egoi-error.ts';
export { abortionError, errorContext } from './errors/error-context.ts';
export {
  type EgoiErrorCode,
  type ErrorCodeEntry,
  type ErrorCodeSource,
  errorTable,
  isErrorCode,
} from './errors/error-table.ts';
export {
  EgoiAbortError,
  EgoiConfigError,
  EgoiConnectionError,
  EgoiFaultError,
  EgoiHttpError,
  EgoiInputError,
  EgoiProtocolError,
  EgoiQuotaError,
  EgoiTimeoutError,
  EgoiUnsupportedError,
  type InputProblem,
} from './errors/errors.ts';
export { fieldsOf } from './fields-of.ts';
export { functionOptions, splitFunctionOptions, wireCall } from './function-options.ts';
export { formatPath } from './input-check.ts';
export { attemptTimeout } from './interceptors/attempt-timeout.ts';
export { cacheReads, type CacheReadsOptions } from './interceptors/cache-reads.ts';
export { fallback, type FallbackEvent, type FallbackOptions } from './interceptors/fallback.ts';
export { log, type Logger, type LogOptions } from './interceptors/log.ts';
export { retry } from './interceptors/retry.ts';
export type { RetryOptions } from './interceptors/retry-options.ts';
export { type Wait, waitByTimer } from './interceptors/wait.ts';
export { followSignal, type LinkedSignal, linkSignals } from './linked-signal.ts';
export { mayRepeat } from './may-repeat.ts';
export { extraFieldTypes } from './catalogue/lists.ts';
export { normaliseResult, resultKindOf } from './normalise.ts';
export { option, type OptionSchema, type ResolvedOptions, resolveOptions } from './options.ts';
export {
  type RequestLimits,
  type RequestSize,
  serviceMaxBytes,
  utf8Length,
} from './request-limits.ts';
export { didYouMean, nearest } from './nearest.ts';
export {
  decimalOrText,
  floatOrText,
  isWholeNumber,
  phpNumber,
  plainDecimal,
  wholeDigits,
} from './number-text.ts';
export type { Page } from './page.ts';
export type { PageOptions, Pages } from './paginate.ts';
export type { EgoiMethods } from './types/methods.ts';
export type { PagedMethods } from './types/pages.ts';
export { Secret } from './secret.ts';
export {
  type Call,
  type Interceptor,
  isTransport,
  type Transport,
  type TransportReply,
  type TransportRequest,
} from './transport.ts';
export { textPieces, type ValueSyntax, ValueWriter } from './value-pieces.ts';
export { itemSizer } from './value-size.ts';
export type {
  AnswerDecoder,
  CallDecoder,
  WireAnswer,
  WireCall,
  WireFault,
} from './wire-answer.ts';
export { WireFormatError } from './wire-format-error.ts';
export {
  compacted,
  isWireObject,
  LongNames,
  maxWireDepth,
  namesAsTheyCame,
  numberOrText,
  requireFewMembers,
  setMember,
  type WireObject,
  type WireValue,
} from './wire-value.ts';
export { base64Text, hexText } from './text-of-bytes.ts';
export { escapeXmlText } from './xml-text.ts';
