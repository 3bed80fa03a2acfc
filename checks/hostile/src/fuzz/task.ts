/** What one worker process is to do. */
export interface FuzzTask {
  readonly seed: number;
  readonly decoder: string;
  /** The number of the first input, and how many there are. */
  readonly first: number;
  readonly count: number;
  /** The folder of the packages, where the captured documents are. */
  readonly packages: string;
}

/** What a worker says: the number of the input that it is about to read, or how one ended wrongly. */
export type WorkerMessage = number | { readonly index: number; readonly what: string };

/** One input that did not end as it must. */
export interface FuzzFailure {
  readonly decoder: string;
  readonly index: number;
  readonly what: string;
}
