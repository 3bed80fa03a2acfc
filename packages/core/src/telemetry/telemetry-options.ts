import type { MeterProvider, TracerProvider } from '@opentelemetry/api';
import { option, resolveOptions } from '../options/options.ts';

/** Where spans and measurements go. */
export interface TelemetryOptions {
  /** @default the global one */
  readonly tracerProvider?: TracerProvider;
  /** @default the global one; register it before the first call */
  readonly meterProvider?: MeterProvider;
  /** Milliseconds of a clock that only goes forward, for durations. @default performance.now */
  readonly now?: () => number;
}

export interface ResolvedTelemetryOptions {
  readonly tracerProvider?: TracerProvider | undefined;
  readonly meterProvider?: MeterProvider | undefined;
  readonly now: () => number;
}

const shape = {
  tracerProvider: option
    .custom<TracerProvider>(hasMethod('getTracer'), 'must be a TracerProvider')
    .optional(),
  meterProvider: option
    .custom<MeterProvider>(hasMethod('getMeter'), 'must be a MeterProvider')
    .optional(),
  now: option.callback<() => number>(() => performance.now()),
};

function hasMethod(name: string): (value: unknown) => boolean {
  return (value) =>
    typeof value === 'object' && value !== null && typeof Reflect.get(value, name) === 'function';
}

/** @throws EgoiConfigError for wrong or unknown options */
export function resolveTelemetryOptions(options: TelemetryOptions): ResolvedTelemetryOptions {
  return resolveOptions('telemetry', shape, options);
}
