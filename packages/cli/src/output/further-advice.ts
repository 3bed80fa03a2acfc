const advice = new WeakMap<object, readonly string[]>();

/**
 * Keeps what a command knows about an error beside what the error tells of itself. The error stays what
 * it is, since imports and retries look at it on its way.
 *
 * @param lines what to do, a line each
 */
export function adviseOn(error: unknown, lines: readonly string[]): void {
  if (typeof error === 'object' && error !== null) advice.set(error, lines);
}

/** What was kept about an error. */
export function adviceOn(error: object): readonly string[] {
  return advice.get(error) ?? [];
}
