import type { EgoiError } from './egoi-error.ts';
import { printable } from './printable.ts';

/** What an error of one try does not know about the whole call. */
export type RetoldFacts = Partial<
  Pick<EgoiError, 'message' | 'transport' | 'delivery' | 'retryAfterMs' | 'attempts'>
>;

/**
 * The same error with other facts about its call. A copy: the error of a try belongs to whoever threw
 * it, and may be thrown to several callers.
 */
export function retoldError<E extends EgoiError>(error: E, facts: RetoldFacts): E {
  const message = printable(facts.message ?? error.message);
  const copy = new Error(message, 'cause' in error ? { cause: error.cause } : undefined);
  Object.setPrototypeOf(copy, Object.getPrototypeOf(error) as object);
  const stack = (error.stack ?? '').replace(error.message, () => message);
  return Object.assign(copy, error, facts, { message, stack });
}
