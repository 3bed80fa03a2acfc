import type { Delivery } from '../errors/egoi-error.ts';

const order: readonly Delivery[] = ['not_sent', 'answered', 'unknown'];

/**
 * How far a call of several tries got: `not_sent` only when no try was sent, and `unknown` as soon as
 * one try may have been done without an answer.
 */
export function worseDelivery(one: Delivery, other: Delivery): Delivery {
  return order.indexOf(one) > order.indexOf(other) ? one : other;
}
