import { detached } from './characters.ts';
import type { OpenElements } from './open-elements.ts';
import type { StartTag } from './tags.ts';
import type { XmlEvent, XmlHandler, XmlRun } from './xml-handler.ts';

/** How many leaves a document has before it is worth learning: a short one ends before that pays. */
const fewLeaves = 64;
/** How many runs a document may have. */
const maxRuns = 1024;
/** How many runs are tried behind a run. */
const maxSuccessors = 8;
const maxCharacters = 1024;
const maxEvents = 64;
/** How many runs more than were met again a document may teach: one that never repeats itself is not worth it. */
const maxLearnt = 256;

/** What a run consists of. */
interface RunContent {
  readonly events: readonly XmlEvent[];
  /** The elements of before that it ends, the innermost first. */
  readonly closed: readonly StartTag[];
  /** The elements that it leaves open, the outermost first. */
  readonly opened: readonly StartTag[];
  /** How many elements more than before are open in it at most. */
  readonly rise: number;
}

const noContent: RunContent = { events: [], closed: [], opened: [], rise: 0 };

/** Markup that was read before, from the end of one leaf to the start of another, all in one scope. */
export class Run implements XmlRun, RunContent {
  /** What is written, from the first leaf's end tag to the second one's start tag. */
  readonly source: string;
  readonly events: readonly XmlEvent[];
  readonly closed: readonly StartTag[];
  readonly opened: readonly StartTag[];
  readonly rise: number;
  memo: unknown = undefined;
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

/**
 * What a run means to a handler, read once for all that are written alike.
 *
 * @param read gives `undefined` for a run that is nothing that it knows
 */
export function readOnce<Meaning extends object>(
  run: XmlRun,
  read: (events: readonly XmlEvent[]) => Meaning | undefined,
): Meaning | undefined {
  if (run.memo === undefined) run.memo = read(run.events) ?? 'unknown';
  return run.memo === 'unknown' ? undefined : (run.memo as Meaning);
}

/** Hands the events of a run to a handler one by one. */
export function replay({ events }: XmlRun, handler: XmlHandler): void {
  for (const event of events) {
    if (event.kind === 'start') handler.start(event.name, event.attributes);
    else if (event.kind === 'text') handler.text(event.text);
    else handler.end(event.name);
  }
}

/** Knows the runs of one document again, and learns those that are new. */
export class Runs {
  readonly #open: OpenElements;
  #known: Map<string, Run> | undefined = undefined;
  /** Stands before the first run, and before whatever was not learnt. */
  readonly #none = new Run('', noContent);
  /** The run that came last. */
  #last = this.#none;
  #leaves = 0;
  #learntMore = 0;
  /** Where the run began that is being learnt; -1 while none is. */
  #from = -1;
  #events: XmlEvent[] = [];
  #closed: StartTag[] = [];
  #opened: StartTag[] = [];
  #rise = 0;

  constructor(open: OpenElements) {
    this.#open = open;
  }

  /** Passes the run at a place where a leaf ends. Where none is known, what follows is learnt. */
  pass(text: string, at: number): Run | undefined {
    this.#leaves += 1;
    if (this.#leaves <= fewLeaves) return undefined;
    const run = this.#last.successor(text, at);
    if (run !== undefined && this.#open.pass(run)) {
      this.#last = run;
      this.#learntMore -= 1;
      return run;
    }
    if (this.#learntMore < maxLearnt) this.#begin(at);
    return undefined;
  }

  /** Takes note of a tag that has just started. @param end the place behind it */
  start(tag: StartTag, text: string, end: number): void {
    if (this.#from === -1) return;
    // Where a run begins and ends in one scope, the elements that it ends tell in which it may come again.
    if (tag.scope !== this.#closed[0]?.scope || this.#events.length >= maxEvents) {
      this.abandon();
      return;
    }
    this.#opened.push(tag);
    this.#rise = Math.max(this.#rise, this.#opened.length - this.#closed.length);
    this.#events.push({ kind: 'start', name: tag.name, attributes: tag });
    if (tag.role === 'leaf' && !tag.isEmpty) this.#finish(text, end);
  }

  /** Takes note of an element that has just ended. */
  end(tag: StartTag): void {
    if (this.#from === -1) return;
    this.#events.push({ kind: 'end', name: tag.name });
    if (this.#opened.pop() === undefined) this.#closed.push(tag);
  }

  /** Takes note of a text: labels and what is blank belong to a run, others may be anything. */
  text(text: string): void {
    if (this.#from === -1) return;
    const isLabel = this.#opened[this.#opened.length - 1]?.role === 'label';
    if (isLabel || !/[^ \t\n]/.test(text)) this.#events.push({ kind: 'text', text });
    else this.abandon();
  }

  /** Learns nothing from what comes before the next leaf has ended. */
  abandon(): void {
    this.#from = -1;
  }

  #begin(at: number): void {
    this.#from = at;
    this.#events = [];
    this.#closed = [];
    this.#opened = [];
    this.#rise = 0;
  }

  #finish(text: string, end: number): void {
    const source = text.slice(this.#from, end);
    this.abandon();
    if (source.length > maxCharacters) return;
    this.#learntMore += 1;
    const run = this.#runOf(source);
    if (run !== undefined) this.#last.learn(run);
    this.#last = run ?? this.#none;
  }

  /** The run that is written so and ends the same elements; `undefined` where it is new and there is no room. */
  #runOf(source: string): Run | undefined {
    this.#known ??= new Map();
    const known = this.#known.get(source);
    if (known !== undefined && sameTags(known.closed, this.#closed)) return known;
    if (known === undefined && this.#known.size >= maxRuns) return undefined;
    const run = new Run(detached(source), {
      events: this.#events,
      closed: this.#closed,
      opened: this.#opened,
      rise: this.#rise,
    });
    this.#known.set(run.source, run);
    return run;
  }
}

/** Tags of other scopes may be written alike. */
function sameTags(some: readonly StartTag[], others: readonly StartTag[]): boolean {
  return some.length === others.length && some.every((tag, index) => tag === others[index]);
}
