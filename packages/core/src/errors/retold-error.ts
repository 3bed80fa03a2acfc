import { type EgoiError, type ErrorContext, rebuiltCause } from './egoi-error.ts';
import { printable } from './printable.ts';

/** What an error of one try does not know about the whole call, or one that several calls share about each. */
export type RetoldFacts = ErrorContext &
  Partial<Pick<EgoiError, 'message' | 'delivery' | 'retryAfterMs'>>;

/**
 * The same error with other facts about its call; what is left out or `undefined` stays. A copy: the
 * error of a try belongs to whoever threw it, and may be thrown to several callers.
 */
export function retoldError<E extends EgoiError>(error: E, facts: RetoldFacts): E {
  const { redact = (text: string) => text, ...others } = facts;
  const message = printable(redact(facts.message ?? error.message));
  const cause = 'cause' in error ? { cause: rebuiltCause(error.cause, redact) } : undefined;
  const copy = new Error(message, cause);
  Object.setPrototypeOf(copy, Object.getPrototypeOf(error) as object);
  const stack = redact((error.stack ?? '').replace(error.message, () => message));
  const told = Object.entries(others).filter(([, fact]) => fact !== undefined);
  const method = facts.method ?? error.method;
  return Object.assign(copy, error, Object.fromEntries(told), {
    message,
    stack,
    method: method === undefined ? undefined : redact(method),
  });
}
