// Taken at load, so that a test's artificial timers do not hold up its calls.
const { setImmediate: nextTurn } = globalThis;

/**
 * Runs tasks one after the other, in the order in which they came. Every task starts on a turn of
 * its own: the store answers without ever leaving the current one, and a loop of calls would
 * otherwise keep timers and signals waiting until its end.
 */
export function serialQueue(): <T>(task: () => Promise<T>) => Promise<T> {
  let last: Promise<unknown> = Promise.resolve();
  return <T>(task: () => Promise<T>) => {
    const turn = last.then(() => new Promise<void>((resolve) => void nextTurn(resolve)));
    const outcome = turn.then(task);
    last = outcome.catch(() => undefined);
    return outcome;
  };
}
