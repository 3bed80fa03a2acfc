/**
 * Counts the listeners on a signal from now on.
 *
 * @param onAdded called when one is added
 * @returns the number of listeners that are there
 */
export function listenersOn(signal: AbortSignal, onAdded = () => {}): () => number {
  let listeners = 0;
  const add = signal.addEventListener.bind(signal);
  const remove = signal.removeEventListener.bind(signal);
  signal.addEventListener = (...args: Parameters<typeof add>) => {
    listeners += 1;
    add(...args);
    onAdded();
  };
  signal.removeEventListener = (...args: Parameters<typeof remove>) => {
    listeners -= 1;
    remove(...args);
  };
  return () => listeners;
}
