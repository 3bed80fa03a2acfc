/** Prepares a program; the function it gives runs once and tells what it measured: the milliseconds that it took. */
export type SetUp<Settings, Measured = number> = (
  settings: Settings,
) => (() => Promise<Measured>) | Promise<() => Promise<Measured>>;

/** How long some work takes, in milliseconds. */
export async function timed(work: () => unknown): Promise<number> {
  const startedMs = performance.now();
  await work();
  return performance.now() - startedMs;
}

/** Runs calls, so many at once, until all are done. */
export async function atOnce(
  concurrency: number,
  calls: number,
  call: () => Promise<unknown>,
): Promise<void> {
  let left = calls;
  const worker = async () => {
    while (left > 0) {
      left -= 1;
      await call();
    }
  };
  await Promise.all(Array.from({ length: concurrency }, worker));
}

/** Refuses an answer that is not whole: a fast wrong answer must not look good. */
export function mustHold(count: number, expected: number): void {
  if (count !== expected) throw new Error(`${count} contacts came in place of ${expected}`);
}
