import {
  EgoiClient,
  EgoiConfigError,
  EgoiConnectionError,
  EgoiError,
  EgoiHttpError,
  EgoiPartialError,
  EgoiTimeoutError,
  type Interceptor,
  retry,
  type TransportReply,
} from '@egoi-client/core';
import { telemetry } from '@egoi-client/core/telemetry';
import { type ScriptStep, scriptedTransport } from '@egoi-client/core/testing';
import { describe, expect, test } from '@jest/globals';
import { SpanKind, SpanStatusCode } from '@opentelemetry/api';
import {
  AggregationTemporality,
  type HistogramMetricData,
  InMemoryMetricExporter,
  MeterProvider,
  PeriodicExportingMetricReader,
  type SumMetricData,
} from '@opentelemetry/sdk-metrics';
import {
  BasicTracerProvider,
  InMemorySpanExporter,
  SimpleSpanProcessor,
} from '@opentelemetry/sdk-trace-base';
import { apiKey } from './support/requests.ts';

/** A client that is measured with the real SDK, and what was exported. */
function measured(
  steps: readonly ScriptStep[],
  around?: (telemetry: Interceptor) => Interceptor[],
) {
  const spans = new InMemorySpanExporter();
  const tracerProvider = new BasicTracerProvider({
    spanProcessors: [new SimpleSpanProcessor(spans)],
  });
  const metrics = new InMemoryMetricExporter(AggregationTemporality.CUMULATIVE);
  const reader = new PeriodicExportingMetricReader({
    exporter: metrics,
    exportIntervalMillis: 3_600_000,
  });
  const meterProvider = new MeterProvider({ readers: [reader] });
  let nowMs = 0;
  const now = () => {
    nowMs += 250;
    return nowMs;
  };
  const interceptor = telemetry({ tracerProvider, meterProvider, now });
  const transport = scriptedTransport(steps);
  const client = new EgoiClient({
    apiKey,
    transport,
    interceptors: around?.(interceptor) ?? [interceptor],
  });
  return {
    client,
    spans: () => spans.getFinishedSpans(),
    metrics: async () => {
      await reader.forceFlush();
      const all =
        metrics
          .getMetrics()
          .at(-1)
          ?.scopeMetrics.flatMap((scope) => scope.metrics) ?? [];
      await meterProvider.shutdown();
      return all;
    },
  };
}

describe('telemetry', () => {
  test('makes a client span of a call', async () => {
    const { client, spans } = measured([{ value: [] }]);
    await client.getLists();
    expect(spans()).toHaveLength(1);
    expect(spans()[0]).toMatchObject({
      name: 'Egoi_Api/getLists',
      kind: SpanKind.CLIENT,
      status: { code: SpanStatusCode.UNSET },
      attributes: {
        'rpc.system.name': 'egoi',
        'rpc.method': 'Egoi_Api/getLists',
        'egoi.transport': 'scripted',
        'egoi.effect': 'read',
        'egoi.attempt': 1,
      },
    });
  });

  test('tells an error answer of the API by its code', async () => {
    const { client, spans } = measured([{ value: { ERROR: 'LIST_NOT_FOUND' } }]);
    await client.getLists().catch(() => undefined);
    expect(spans()[0]).toMatchObject({
      status: { code: SpanStatusCode.ERROR },
      attributes: {
        'error.type': 'LIST_NOT_FOUND',
        'rpc.response.status_code': 'LIST_NOT_FOUND',
        'egoi.delivery': 'answered',
      },
    });
  });

  test('tells any other failure by its kind', async () => {
    const { client, spans } = measured([
      { error: new EgoiHttpError('a page', { status: 502, transport: 'scripted' }) },
      { error: new EgoiTimeoutError('late', { timeoutMs: 5 }) },
    ]);
    await client.getLists().catch(() => undefined);
    await client.getLists().catch(() => undefined);
    expect(spans().map(({ attributes }) => attributes)).toMatchObject([
      { 'error.type': 'http', 'http.response.status_code': 502, 'egoi.delivery': 'answered' },
      { 'error.type': 'timeout', 'egoi.delivery': 'unknown' },
    ]);
  });

  test('measures tries after retry, whole calls before it', async () => {
    const busy = new EgoiHttpError('busy', { status: 503 });
    const again = retry({ wait: async () => undefined });
    const steps: ScriptStep[] = [{ error: busy }, { value: [] }];
    const tries = measured(steps, (interceptor) => [again, interceptor]);
    await tries.client.getLists();
    expect(tries.spans().map(({ attributes }) => attributes['egoi.attempt'])).toEqual([1, 2]);
    const calls = measured(steps, (interceptor) => [interceptor, again]);
    await calls.client.getLists();
    expect(calls.spans().map(({ attributes }) => attributes['egoi.attempts'])).toEqual([2]);
  });

  test('records durations in seconds and counts calls by method and outcome', async () => {
    const { client, metrics } = measured([
      { value: [] },
      { value: [] },
      { value: { ERROR: 'NO_ACCESS' } },
      { error: new EgoiTimeoutError('late', { timeoutMs: 5 }) },
    ]);
    await client.getLists();
    await client.getLists();
    await client.getLists().catch(() => undefined);
    await client.getSenders().catch(() => undefined);
    const all = await metrics();
    const duration = all.find(
      ({ descriptor }) => descriptor.name === 'rpc.client.call.duration',
    ) as HistogramMetricData;
    expect(duration.descriptor.unit).toBe('s');
    expect(duration.dataPoints[0]?.value).toMatchObject({ count: 2, sum: 0.5, min: 0.25 });
    expect(duration.dataPoints[0]?.value.buckets.boundaries).toEqual([
      0.005, 0.01, 0.025, 0.05, 0.075, 0.1, 0.25, 0.5, 0.75, 1, 2.5, 5, 7.5, 10,
    ]);
    const counter = all.find(
      ({ descriptor }) => descriptor.name === 'egoi.client.calls',
    ) as SumMetricData;
    const counts = counter.dataPoints.map(({ attributes, value }) => [
      attributes['rpc.method'],
      attributes['egoi.outcome'],
      attributes['error.type'],
      value,
    ]);
    expect(counts).toEqual([
      ['Egoi_Api/getLists', 'ok', undefined, 2],
      ['Egoi_Api/getLists', 'api', 'NO_ACCESS', 1],
      ['Egoi_Api/getSenders', 'timeout', 'timeout', 1],
    ]);
  });

  test('counts requests, and losses by their names alone', async () => {
    const losses = [
      { kind: 'parameter', name: 'validate_email', reason: 'not for ana@example.com' },
      { kind: 'field', name: 'SUBS_PENDING', reason: 'not told' },
    ] as const;
    const facts = { done: ['the contact'], missing: ['the tags'], answer: {} };
    const replies: (TransportReply | EgoiError)[] = [
      { value: [], transport: 'v3', durationMs: 1, requests: 3, losses },
      { value: [], transport: 'v3', durationMs: 1 },
      new EgoiPartialError(facts, { transport: 'v3', requests: 4 }),
      new EgoiConnectionError('refused', { transport: 'v3', delivery: 'not_sent' }),
    ];
    const answering: Interceptor = () => () => {
      const reply = replies.shift();
      return reply instanceof EgoiError || reply === undefined
        ? Promise.reject(reply ?? new Error('no more'))
        : Promise.resolve(reply);
    };
    const { client, spans, metrics } = measured([], (interceptor) => [interceptor, answering]);
    for (let call = 0; call < 4; call += 1) await client.getLists().catch(() => undefined);
    expect(spans().map(({ attributes }) => attributes['egoi.requests'])).toEqual([
      3,
      undefined,
      4,
      undefined,
    ]);
    expect(spans()[0]?.attributes['egoi.losses']).toEqual(['validate_email', 'SUBS_PENDING']);
    const all = await metrics();
    const counted = (name: string, by: string) => {
      const counter = all.find(({ descriptor }) => descriptor.name === name) as SumMetricData;
      return counter.dataPoints.map(({ attributes, value }) => [attributes[by], value]);
    };
    expect(counted('egoi.client.requests', 'egoi.outcome')).toEqual([
      ['ok', 4],
      ['partial', 4],
      ['connection', 0],
    ]);
    expect(counted('egoi.client.losses', 'egoi.loss')).toEqual([
      ['validate_email', 1],
      ['SUBS_PENDING', 1],
    ]);
    expect(JSON.stringify([spans().map(({ attributes }) => attributes), all])).not.toContain(
      'ana@example.com',
    );
  });

  test('gives methods outside the catalogue and codes that no table lists one name', async () => {
    const { client, spans, metrics } = measured([{ value: { ERROR: 'ANA_SILVA' } }]);
    await client.call('someNewMethod').catch(() => undefined);
    expect(spans()[0]).toMatchObject({
      name: 'egoi',
      attributes: {
        'rpc.method': '_OTHER',
        'rpc.method_original': 'someNewMethod',
        'error.type': '_OTHER',
      },
    });
    expect(JSON.stringify(await metrics())).not.toContain('someNewMethod');
  });

  test('tells neither key nor parameters, nor what a server repeats of them', async () => {
    const email = 'ana@example.com';
    const echo = `no contact ${email} for ${apiKey}`;
    const { client, spans, metrics } = measured([
      { value: echo },
      { error: new EgoiHttpError(echo, { status: 500 }) },
      () => {
        throw new TypeError(echo);
      },
      { value: [{ EMAIL: email }] },
    ]);
    for (let call = 0; call < 4; call += 1) {
      await client.subscriberData({ listID: 1, subscriber: email }).catch(() => undefined);
    }
    const told = spans().map(({ name, attributes, status, events, links }) => ({
      name,
      attributes,
      status,
      events,
      links,
    }));
    expect(told).toHaveLength(4);
    const text = JSON.stringify([told, await metrics()]);
    expect(text).not.toContain(email);
    expect(text).not.toContain(apiKey);
  });

  test('costs nothing but itself where no SDK is set up', async () => {
    const transport = scriptedTransport([{ value: [] }]);
    const client = new EgoiClient({ apiKey, transport, interceptors: [telemetry()] });
    expect(await client.getLists()).toEqual([]);
  });

  test.each([
    ['tracerProvider', { tracerProvider: {} as never }],
    ['meterProvider', { meterProvider: 5 as never }],
    ["unknown option 'tracer'", { tracer: 1 } as never],
  ])('refuses a wrong option: %s', (words, options) => {
    expect(() => telemetry(options)).toThrow(EgoiConfigError);
    expect(() => telemetry(options)).toThrow(words);
  });
});
