import { type Attributes, type MeterProvider, metrics } from '@opentelemetry/api';

/** Seconds; the bounds that OpenTelemetry's conventions advise for the duration of calls. */
const durationBounds = [0.005, 0.01, 0.025, 0.05, 0.075, 0.1, 0.25, 0.5, 0.75, 1, 2.5, 5, 7.5, 10];

/** What is measured of a call that has ended. */
export interface Ended {
  readonly durationMs: number;
  readonly requests: number;
  /** Names of what the transport could not carry. */
  readonly losses: readonly string[];
}

/** Measures one call that has ended. */
export type Measure = (ended: Ended, attributes: Attributes) => void;

/** Makes the histogram of durations and the counters of calls, of their requests and of losses. */
export function instruments(provider: MeterProvider | undefined, scope: string): Measure {
  const meter = (provider ?? metrics).getMeter(scope);
  const duration = meter.createHistogram('rpc.client.call.duration', {
    description: 'How long calls to E-goi took',
    unit: 's',
    advice: { explicitBucketBoundaries: durationBounds },
  });
  const calls = meter.createCounter('egoi.client.calls', {
    description: 'Calls to E-goi by method and outcome',
    unit: '{call}',
  });
  const requestsMade = meter.createCounter('egoi.client.requests', {
    description: 'HTTP requests that calls to E-goi took',
    unit: '{request}',
  });
  const lost = meter.createCounter('egoi.client.losses', {
    description: 'Parameters and fields that a transport to E-goi could not carry',
    unit: '{loss}',
  });
  return ({ durationMs, requests, losses }, attributes) => {
    duration.record(durationMs / 1000, attributes);
    calls.add(1, attributes);
    requestsMade.add(requests, attributes);
    for (const name of losses) lost.add(1, { ...attributes, 'egoi.loss': name });
  };
}
