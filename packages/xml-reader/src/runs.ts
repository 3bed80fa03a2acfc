import type { OpenElements } from './open-elements.ts';
import type { Run } from './run.ts';
import type { StartTag } from './tags.ts';
import type { Words } from './words.ts';
import type { XmlEvent } from './xml-handler.ts';

const maxCharacters = 1024;
const maxEvents = 64;
/** How many runs more than were known a document may teach: one that never repeats itself is not worth it. */
const maxLearnt = 256;

/** Knows the runs of one document again, and learns those that are new. */
export class Runs {
  readonly #words: Words;
  readonly #open: OpenElements;
  /** The run that came last. */
  #last: Run;
  #learntMore = 0;
  /** Where the run began that is being learnt; -1 while none is. */
  #from = -1;
  #events: XmlEvent[] = [];
  #closed: StartTag[] = [];
  #opened: StartTag[] = [];
  #rise = 0;

  constructor(words: Words, open: OpenElements) {
    this.#words = words;
    this.#open = open;
    this.#last = words.beforeRuns;
  }

  /** Passes the run at a place where a leaf ends. Where none is known, what follows is learnt. */
  pass(text: string, at: number): Run | undefined {
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
    const run = this.#words.run(source, {
      events: this.#events,
      closed: this.#closed,
      opened: this.#opened,
      rise: this.#rise,
    });
    if (run !== undefined) this.#last.learn(run);
    this.#last = run ?? this.#words.beforeRuns;
  }
}
