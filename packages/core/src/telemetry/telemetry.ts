import { type Attributes, context, SpanKind, SpanStatusCode, trace } from '@opentelemetry/api';
import { EgoiError } from '../errors/egoi-error.ts';
import { apiErrorOf } from '../answers/api-answer.ts';
import type { Interceptor } from '../contract/transport.ts';
import {
  callAttributes,
  errorType,
  failureAttributes,
  replyAttributes,
  requestAttributes,
  spanName,
} from './attributes.ts';
import { instruments, type Measure } from './instruments.ts';
import { resolveTelemetryOptions, type TelemetryOptions } from './telemetry-options.ts';

const scope = '@egoi-client/core';

/**
 * Makes a client span of each call, the histogram `rpc.client.call.duration` (seconds) and the counter
 * `egoi.client.calls`, through OpenTelemetry's API. Before `retry` it tells of whole calls, after it
 * of tries.
 *
 * Neither parameters nor answers, keys or messages of servers get into them. `error.type` is the API's
 * code or the kind of any other error. Source of the names: OpenTelemetry's semantic conventions for
 * RPC, 1.45.
 *
 * @throws EgoiConfigError for wrong or unknown options
 */
export function telemetry(options: TelemetryOptions = {}): Interceptor {
  const { tracerProvider, meterProvider, now } = resolveTelemetryOptions(options);
  const tracer = (tracerProvider ?? trace).getTracer(scope);
  // Made by the first call: the global meter provider is often registered after the client is made.
  let measure: Measure | undefined;
  return (next) => async (request) => {
    measure ??= instruments(meterProvider, scope);
    const startedMs = now();
    const attributes = callAttributes(request);
    const span = tracer.startSpan(spanName(request), {
      kind: SpanKind.CLIENT,
      attributes: { ...attributes, ...requestAttributes(request) },
    });
    const end = (transport: string | undefined, outcome: string, error?: string) => {
      const result: Attributes = {
        ...(transport === undefined ? {} : { 'egoi.transport': transport }),
        ...(error === undefined ? {} : { 'error.type': error }),
      };
      span.setAttributes(result);
      if (error !== undefined) span.setStatus({ code: SpanStatusCode.ERROR });
      span.end();
      measure?.(now() - startedMs, { ...attributes, ...result, 'egoi.outcome': outcome });
    };
    try {
      const inside = trace.setSpan(context.active(), span);
      const reply = await context.with(inside, () => next(request));
      const refusal = apiErrorOf(reply, request);
      span.setAttributes({ ...replyAttributes(reply), ...failureAttributes(refusal) });
      const type = refusal === undefined ? undefined : errorType(refusal);
      end(reply.transport, refusal === undefined ? 'ok' : 'api', type);
      return reply;
    } catch (error) {
      const known = error instanceof EgoiError;
      span.setAttributes(failureAttributes(error));
      end(known ? error.transport : undefined, known ? error.kind : 'other', errorType(error));
      throw error;
    }
  };
}
