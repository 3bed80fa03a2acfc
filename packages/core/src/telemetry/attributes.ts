import type { Attributes } from '@opentelemetry/api';
import { EgoiApiError } from '../errors/api-error.ts';
import { EgoiError } from '../errors/egoi-error.ts';
import { isErrorCode } from '../errors/error-table.ts';
import { EgoiHttpError } from '../errors/errors.ts';
import type { TransportReply, TransportRequest } from '../contract/transport.ts';

/** Stands for a value of which there may be too many. Source: OpenTelemetry, conventions for RPC. */
const other = '_OTHER';

/** The method as measurements name it: those outside the catalogue share one name. */
function methodName({ method, spec }: TransportRequest): string {
  return spec === undefined ? other : `Egoi_Api/${method}`;
}

/** Names a span: by its method, or by the system where the method is not known. */
export function spanName(request: TransportRequest): string {
  return request.spec === undefined ? 'egoi' : methodName(request);
}

/** What is known of a call before it is made, of few values, for spans and measurements. */
export function callAttributes(request: TransportRequest): Attributes {
  return { 'rpc.system.name': 'egoi', 'rpc.method': methodName(request) };
}

/** What only a span says of a call before it is made. */
export function requestAttributes(request: TransportRequest): Attributes {
  const { method, spec, callId, attempt } = request;
  return {
    ...(spec === undefined ? { 'rpc.method_original': method } : {}),
    'egoi.effect': spec?.effect ?? 'unknown',
    'egoi.call_id': callId,
    'egoi.attempt': attempt,
  };
}

/** What a reply adds to a span. */
export function replyAttributes(reply: TransportReply): Attributes {
  const { status, attempts, requests, losses = [] } = reply;
  return {
    ...(status === undefined ? {} : { 'http.response.status_code': status }),
    ...(attempts === undefined ? {} : { 'egoi.attempts': attempts }),
    ...(requests === undefined ? {} : { 'egoi.requests': requests }),
    ...(losses.length === 0 ? {} : { 'egoi.losses': losses.map(({ name }) => name) }),
  };
}

/** What a failure adds to a span. Its message stays out: a server may repeat there what it was sent. */
export function failureAttributes(error: unknown): Attributes {
  if (!(error instanceof EgoiError)) return {};
  return {
    'egoi.delivery': error.delivery,
    'egoi.attempts': error.attempts,
    ...(error.requests === undefined ? {} : { 'egoi.requests': error.requests }),
    ...(error instanceof EgoiApiError ? { 'rpc.response.status_code': codeName(error) } : {}),
    ...(error instanceof EgoiHttpError ? { 'http.response.status_code': error.status } : {}),
  };
}

/** `error.type`: the API's code, or the kind of any other error. */
export function errorType(error: unknown): string {
  if (error instanceof EgoiApiError) return codeName(error);
  return error instanceof EgoiError ? error.kind : other;
}

function codeName({ code }: EgoiApiError): string {
  return isErrorCode(code) ? code : other;
}
