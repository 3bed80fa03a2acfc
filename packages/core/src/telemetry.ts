export { telemetry } from './telemetry/telemetry.ts';
export type { TelemetryOptions } from './telemetry/telemetry-options.ts';
