import type { OpenElements } from './open-elements.ts';
import type { Run } from './run.ts';
import type { StartTag } from './start-tag.ts';
import type { Vocabulary } from './vocabulary.ts';
import type { XmlEvent } from './xml-handler.ts';

const maxCharacters = 1024;
const maxEvents = 64;

/** Knows the runs of one document again, and learns those that are new. */
export class Runs {
  readonly #vocabulary: Vocabulary;
  readonly #open: OpenElements;
  /** The run that came last. */
  #last: Run;
  /** Where the run began that is being learnt; -1 while none is. */
  #from = -1;
  #events: XmlEvent[] = [];
  #closed: StartTag[] = [];
  #opened: StartTag[] = [];
  #rise = 0;

  constructor(vocabulary: Vocabulary, open: OpenElements) {
    this.#vocabulary = vocabulary;
    this.#open = open;
    this.#last = vocabulary.beforeRuns;
  }

  /**
   * The run at a place where a leaf ends, which has then been passed. Where there is none, what follows
   * is learnt.
   */
  pass(text: string, at: number): Run | undefined {
    const run = this.#last.successor(text, at);
    if (run !== undefined && this.#open.pass(run)) {
      this.#last = run;
      return run;
    }
    this.#from = at;
    this.#events = [];
    this.#closed = [];
    this.#opened = [];
    this.#rise = 0;
    return undefined;
  }

  /** Takes note of a tag, which the open elements have already. @param end the place behind it */
  start(tag: StartTag, text: string, end: number): void {
    if (this.#from === -1) return;
    const leaf = this.#closed[0];
    if (tag.scope !== leaf?.scope || this.#events.length >= maxEvents) return this.abandon();
    this.#opened.push(tag);
    this.#rise = Math.max(this.#rise, this.#opened.length - this.#closed.length);
    this.#events.push({ kind: 'start', name: tag.name, attributes: tag });
    if (tag.role === 'leaf' && !tag.isEmpty) this.#finish(text, end);
    return undefined;
  }

  end(tag: StartTag): void {
    if (this.#from === -1) return;
    this.#events.push({ kind: 'end', name: tag.name });
    if (this.#opened.pop() === undefined) this.#closed.push(tag);
    // What was declared for the elements that ended would not be known behind them.
    if (this.#open.scope !== tag.scope) this.abandon();
  }

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

  #finish(text: string, end: number): void {
    if (end - this.#from <= maxCharacters) {
      const run = this.#vocabulary.run(text.slice(this.#from, end), this.#closed, () => ({
        events: this.#events,
        closed: this.#closed,
        opened: this.#opened,
        rise: this.#rise,
      }));
      if (run !== undefined) { this.#last.learn(run); this.#last = run; }
      else this.#last = this.#vocabulary.beforeRuns;
    }
    this.#from = -1;
  }
}
