import type { Effect } from '../catalogue/method-spec.ts';
import type { EgoiError } from '../errors/egoi-error.ts';

/**
 * The single rule of repetition: reads and idempotent calls when the failure may pass, writes only
 * when the service cannot have seen them. An unknown effect counts as a write.
 *
 * @param error what the call rejected with
 * @param effect the `effect` of the catalogue entry
 */
export function mayRepeat(error: EgoiError, effect: Effect | undefined): boolean {
  if (!error.retryable) return false;
  return effect === 'read' || effect === 'idempotent' || error.delivery === 'not_sent';
}
