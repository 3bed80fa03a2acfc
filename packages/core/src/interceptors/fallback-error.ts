import type { EgoiError } from '../errors/egoi-error.ts';
import { retoldError } from '../errors/retold-error.ts';
import { requestsMade } from './requests-made.ts';
import { isGone, isSurelyNotDone } from './surely-not-done.ts';
import { worseDelivery } from './worse-delivery.ts';

/** What one transport of a `fallback` rejected with. */
export interface Failure {
  readonly transport: string;
  readonly error: EgoiError;
}

/**
 * One error for all that failed, of the class of the one that says most about the call. A single
 * failure stays as it is.
 *
 * @param id the name of the whole
 * @param failures in the order of the transports, at least one
 * @param notAsked names of the transports whose turn did not come
 */
export function errorOfAll(
  id: string,
  failures: readonly Failure[],
  notAsked: readonly string[],
): EgoiError {
  const errors = failures.map(({ error }) => error);
  const telling = tellingOf(errors);
  if (errors.length === 1) return telling;
  const asked = failures.map(({ transport, error }) => `${transport}: ${error.message}`).join('; ');
  const rest = notAsked.length === 0 ? '' : ` (not asked: ${notAsked.join(', ')})`;
  const waits = errors.flatMap(({ retryAfterMs }) => retryAfterMs ?? []);
  return retoldError(telling, {
    message: `${id}: ${asked}${rest}`,
    transport: id,
    // A page in place of an API has done nothing, whatever another transport may do later.
    delivery: errors
      .map((error) => (isGone(error) ? 'not_sent' : error.delivery))
      .reduce(worseDelivery),
    requests: errors.reduce((sum, error) => sum + requestsMade(error), 0),
    budget: errors.findLast(({ budget }) => budget !== undefined)?.budget,
    retryAfterMs: waits.length === 0 ? undefined : Math.max(...waits),
  });
}

/**
 * The last error, unless it only says that one transport was no way at all (unsupported, a certificate,
 * an address that is gone) while another may be one later: that one decides whether the call is worth
 * repeating.
 */
function tellingOf(errors: readonly EgoiError[]): EgoiError {
  const last = errors.at(-1) as EgoiError;
  if (last.kind === 'aborted') return last;
  return (
    errors.findLast((error) => error.retryable || !isSurelyNotDone(error)) ??
    errors.findLast(({ kind }) => kind !== 'unsupported') ??
    last
  );
}
