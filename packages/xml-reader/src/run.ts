import type { StartTag } from './start-tag.ts';
import type { XmlEvent, XmlRun } from './xml-handler.ts';

/** How many runs are tried behind a run. */
const maxSuccessors = 8;

export interface RunContent {
  readonly events: readonly XmlEvent[];
  /** The elements of before that it ends, the innermost first. */
  readonly closed: readonly StartTag[];
  /** The elements that it leaves open, the outermost first. */
  readonly opened: readonly StartTag[];
  /** How many elements more than before are open in it at most. */
  readonly rise: number;
}

/** Markup that was read before, from the end of one leaf to the start of another. */
export class Run implements XmlRun {
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

  /** The run that stands at a place, if it is one that came behind this one before. */
  successor(text: string, at: number): Run | undefined {
    const successors = this.#successors;
    for (let index = 0; index < successors.length; index += 1) {
      const run = successors[index] as Run;
      if (text.slice(at, at + run.source.length) !== run.source) continue;
      if (index > 0) {
        successors[index] = successors[index - 1] as Run;
        successors[index - 1] = run;
      }
      return run;
    }
    return undefined;
  }

  learn(run: Run): void {
    if (this.#successors.includes(run)) return;
    this.#successors.unshift(run);
    if (this.#successors.length > maxSuccessors) this.#successors.pop();
  }
}
