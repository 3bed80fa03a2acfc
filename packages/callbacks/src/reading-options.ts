import { option, resolveOptions } from '@egoi-client/core/wire';
import type { ReadingLimits } from './received-body.ts';

const shape = {
  maxBodyBytes: option.count(256 * 1024, 1, 16 * 1024 * 1024),
  timeoutMs: option.count(10_000, 1, 600_000),
};

/** @throws EgoiConfigError for wrong or unknown options */
export function resolveLimits(name: string, limits: ReadingLimits): Required<ReadingLimits> {
  return resolveOptions(name, shape, limits);
}
