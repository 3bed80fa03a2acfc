export { apiErrorIn } from './answers/api-answer.ts';
export { normaliseResult } from './answers/normalise.ts';
export { type Catalogue, catalogue } from './catalogue/catalogue.ts';
export { checkOf } from './catalogue/schema-check.ts';
export { extraFieldTypes } from './catalogue/lists.ts';
export type { MethodForm, Paging } from './catalogue/method-spec.ts';
export type { Schema } from './catalogue/schema.ts';
export { type ArrivingItems, arrivingItems } from './contract/wire-call.ts';
export { abortionError, errorContext } from './contract/call-end.ts';
export { functionOptions, splitFunctionOptions, wireCall } from './contract/wire-call.ts';
export {
  followSignal,
  type LinkedSignal,
  linkSignals,
  settledBefore,
} from './contract/call-end.ts';
export type {
  ExchangeObserver,
  ObservedRequest,
  ObserveExchange,
} from './contract/exchange-observer.ts';
export { isTransport } from './contract/transport.ts';
export type {
  AnswerDecoder,
  CallDecoder,
  WireAnswer,
  WireCall,
  WireFault,
} from './contract/wire-call.ts';
export { advice, type AdviceGroup, adviceGroups } from './errors/advice/advice.ts';
export { generalCodes } from './errors/advice/general-codes.ts';
export type { ErrorContext, ErrorDetails } from './errors/egoi-error.ts';
export type { ErrorCodeSource } from './errors/error-table.ts';
export { retoldError } from './errors/retold-error.ts';
export { brandClass } from './identity/brand.ts';
export type { Credentials } from './identity/secret.ts';
export { redactorFor, Secret } from './identity/secret.ts';
export { isSecretHeader, withoutNamedSecrets } from './identity/named-secrets.ts';
export { errorCodeOf } from './interceptors/error-code-of.ts';
export { type Wait, waitByTimer } from './interceptors/wait.ts';
export { didYouMean, nearest } from './options/nearest.ts';
export {
  option,
  type OptionSchema,
  type OptionShape,
  type ResolvedOptions,
  resolveOptions,
} from './options/options.ts';
export {
  checkContact,
  contactColumns,
  contactFieldNamed,
  contactFields,
  isContactField,
} from './params/contact-check.ts';
export { formatPath } from './params/input-check.ts';
export { carriedText, holdsUncarried } from './values/carried-text.ts';
export {
  idIn,
  readCount,
  readFlag,
  readId,
  readList,
  readValue,
  readWord,
  scalarText,
} from './values/parameters.ts';
export {
  decimalOrText,
  floatOrText,
  isWholeNumber,
  phpNumber,
  plainDecimal,
  wholeDigits,
} from './values/number-text.ts';
export {
  type RequestLimits,
  type RequestSize,
  serviceMaxBytes,
  utf8Length,
} from './values/request-limits.ts';
export { base64Text, hexText } from './values/text-of-bytes.ts';
export { WireFormatError } from './values/wire-format-error.ts';
export {
  compacted,
  LongNames,
  maxWireDepth,
  namesAsTheyCame,
  numberOrText,
  requireFewMembers,
  setMember,
} from './values/wire-value.ts';
