import type { Delivery } from '../errors/egoi-error.ts';

/** HTTP requests that a try took, where it ended in a reply or in an error; one that was not sent took none. */
export function requestsMade(outcome: {
  readonly requests?: number | undefined;
  readonly delivery?: Delivery;
}): number {
  return outcome.requests ?? (outcome.delivery === 'not_sent' ? 0 : 1);
}
