/** A time that runs. */
export interface Deadline {
  readonly dueMs: number;
  readonly onDue: () => void;
}

/**
 * The deadlines of calls that all have the same time limit, so that the one that began first is due
 * first. One timer serves them all: a timer for each call costs more than all else that waits for it.
 */
export class Deadlines {
  readonly timeoutMs: number;
  /** In the order in which they are due. */
  readonly #running = new Set<Deadline>();
  #timer: NodeJS.Timeout | undefined;

  /** @param timeoutMs the time limit, in milliseconds */
  constructor(timeoutMs: number) {
    this.timeoutMs = timeoutMs;
  }

  /** Calls back when the time is up, unless it is stopped before. */
  start(onDue: () => void): Deadline {
    const deadline = { dueMs: performance.now() + this.timeoutMs, onDue };
    this.#running.add(deadline);
    if (this.#timer === undefined) this.#wait(this.timeoutMs);
    else if (this.#running.size === 1) this.#timer.ref();
    return deadline;
  }

  stop(deadline: Deadline): void {
    this.#running.delete(deadline);
    // The timer goes on for the calls to come, but keeps no process alive.
    if (this.#running.size === 0) this.#timer?.unref();
  }

  #wait(forMs: number): void {
    this.#timer = setTimeout(() => this.#callBack(), forMs);
  }

  #callBack(): void {
    const nowMs = performance.now();
    const due: Deadline[] = [];
    this.#timer = undefined;
    for (const deadline of this.#running) {
      if (deadline.dueMs > nowMs) {
        this.#wait(Math.ceil(deadline.dueMs - nowMs));
        break;
      }
      due.push(deadline);
      this.#running.delete(deadline);
    }
    for (const { onDue } of due) onDue();
  }
}
