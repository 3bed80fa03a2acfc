import type { WireValue } from './wire-value.ts';

/**
 * Tells what PHP writes where there is nothing, and takes for false: each wire has its own choice of
 * these. Blanks count as nothing, as REST trims them away in JSON.
 */
export function isEmptyToPhp(value: WireValue): boolean {
  if (typeof value === 'string') return /^\s*(?:-?0\s*)?$/.test(value);
  if (value === null || value === false || value === 0) return true;
  return typeof value === 'object' && Object.keys(value).length === 0;
}
