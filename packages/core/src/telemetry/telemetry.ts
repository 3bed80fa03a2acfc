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
import { type Ended, instruments, type Measure } from './instruments.ts';
import { resolveTelemetryOptions, type TelemetryOptions } from './telemetry-options.ts';

const scope = '@egoi-client/core';

/**
 * Makes a client span of each call, the histogram `rpc.client.call.duration` (seconds) and the counters
 * `egoi.client.calls`, `egoi.client.requests` (HTTP requests) and `egoi.client.losses` (by the name of
 * what the transport could not carry), through OpenTelemetry's API. Before `retry` it tells of whole
 * calls with all their requests, after it of tries.
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
    const end = (
      transport: string | undefined,
      outcome: string,
      took: Pick<Ended, 'requests' | 'losses'>,
      error?: string,
    ) => {
      const result: Attributes = {
        ...(transport === undefined ? {} : { 'egoi.transport': transport }),
        ...(error === undefined ? {} : { 'error.type': error }),
      };
      span.setAttributes(result);
      if (error !== undefined) span.setStatus({ code: SpanStatusCode.ERROR });
      span.end();
      const ended = { ...took, durationMs: now() - startedMs };
      measure?.(ended, { ...attributes, ...result, 'egoi.outcome': outcome });
    };
    try {
      const inside = trace.setSpan(context.active(), span);
      const reply = await context.with(inside, () => next(request));
      const refusal = apiErrorOf(reply, request);
      span.setAttributes({ ...replyAttributes(reply), ...failureAttributes(refusal) });
      const type = refusal === undefined ? undefined : errorType(refusal);
      const { transport, requests = 1, losses = [] } = reply;
      const took = { requests, losses: losses.map(({ name }) => name) };
      end(transport, refusal === undefined ? 'ok' : 'api', took, type);
      return reply;
    } catch (error) {
      const known = error instanceof EgoiError ? error : undefined;
      span.setAttributes(failureAttributes(error));
      const requests = known?.requests ?? (known?.delivery === 'not_sent' ? 0 : 1);
      end(known?.transport, known?.kind ?? 'other', { requests, losses: [] }, errorType(error));
      throw error;
    }
  };
}
