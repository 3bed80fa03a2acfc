import { type Attributes, type MeterProvider, metrics } from '@opentelemetry/api';

/** Seconds; the bounds that OpenTelemetry's conventions advise for the duration of calls. */
const durationBounds = [0.005, 0.01, 0.025, 0.05, 0.075, 0.1, 0.25, 0.5, 0.75, 1, 2.5, 5, 7.5, 10];

/** Measures one call that has ended. */
export type Measure = (durationMs: number, attributes: Attributes) => void;

/** Makes the histogram of durations and the counter of calls. */
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
  return (durationMs, attributes) => {
    duration.record(durationMs / 1000, attributes);
    calls.add(1, attributes);
  };
}
