import type { StartTag } from './tags.ts';
import type { XmlEvent, XmlRun } from './xml-handler.ts';

/** How many runs are tried behind a run. */
const maxSuccessors = 8;

/** What a run consists of. */
export interface RunContent {
  readonly events: readonly XmlEvent[];
  /** The elements of before that it ends, the innermost first. */
  readonly closed: readonly StartTag[];
  /** The elements that it leaves open, the outermost first. */
  readonly opened: readonly StartTag[];
  /** How many elements more than before are open in it at most. */
  readonly rise: number;
}

/** Markup that was read before, from the end of one leaf to the start of another, all in one scope. */
export class Run implements XmlRun, RunContent {
  /** What is written, from the first leaf's end tag to the second one's start tag. */
  readonly source: string;
  readonly events: readonly XmlEvent[];
  readonly closed: readonly StartTag[];
  readonly opened: readonly StartTag[];
  readonly rise: number;
  meaning: unknown = undefined;
  /** The runs that came behind it, those that come often before others. */
  readonly #successors: Run[] = [];

  constructor(source: string, { events, closed, opened, rise }: RunContent) {
    this.source = source;
    this.events = events;
    this.closed = closed;
    this.opened = opened;
    this.rise = rise;
  }

  /** The run that stands at a place, where it is one that came behind this one before. */
  successor(text: string, at: number): Run | undefined {
    const successors = this.#successors;
    for (let index = 0; index < successors.length; index += 1) {
      const run = successors[index] as Run;
      // Several times as fast as `startsWith`.
      if (text.slice(at, at + run.source.length) !== run.source) continue;
      if (index > 0) {
        successors[index] = successors[index - 1] as Run;
        successors[index - 1] = run;
      }
      return run;
    }
    return undefined;
  }

  /** Remembers a run that came behind this one. */
  learn(run: Run): void {
    if (this.#successors.includes(run)) return;
    if (this.#successors.length === maxSuccessors) this.#successors.pop();
    this.#successors.unshift(run);
  }
}
