import { WireFormatError } from '@egoi-client/core/wire';
import type { Run } from './runs.ts';
import { Scope, type StartTag } from './tags.ts';
import { malformed } from './malformed.ts';

/** The elements that have started and not ended, and what their names mean. */
export class OpenElements {
  /** How many there are. */
  depth = 0;
  /** Whether there was a root, ended or not. */
  rootSeen = false;
  /** The scope of whatever comes next. */
  scope: Scope;
  readonly #tags: StartTag[] = [];
  readonly #outermost = Scope.outermost();
  readonly #maxDepth: number;
  /** What came before the tag that comes next, and remembers which one it was the last time. */
  #before: StartTag | Scope;

  constructor(maxDepth: number) {
    this.#maxDepth = maxDepth;
    this.scope = this.#outermost;
    this.#before = this.#outermost;
  }

  /** The tag that came here the last time: documents repeat themselves. */
  get guess(): StartTag | undefined {
    return this.#before.next;
  }

  /** The tag of the innermost element. @throws WireFormatError where there is none */
  get innermost(): StartTag {
    return this.#tags[this.depth - 1] ?? malformed();
  }

  /** @throws WireFormatError for a second root, and beyond the most elements inside one another */
  start(tag: StartTag): void {
    if (this.depth === 0) {
      if (this.rootSeen) malformed();
      this.rootSeen = true;
    }
    if (this.depth >= this.#maxDepth) {
      throw new WireFormatError(`elements are nested deeper than ${this.#maxDepth} levels`);
    }
    // One that is not remembered would hold the next, and so on through the document.
    if (tag.source !== undefined) this.#before.next = tag;
    this.#before = tag.scope === this.scope ? tag : tag.scope;
    this.#tags[this.depth] = tag;
    this.depth += 1;
    this.scope = tag.scope;
  }

  /** Passes a run, where it ends elements that are open, but not the root, and goes no deeper than it may. @returns whether it does */
  pass({ closed, opened, rise }: Run): boolean {
    if (this.depth + rise > this.#maxDepth || closed.length >= this.depth) return false;
    for (let index = 0; index < closed.length; index += 1) {
      if (this.#tags[this.depth - 1 - index] !== closed[index]) return false;
    }
    this.depth -= closed.length;
    for (const tag of opened) {
      this.#tags[this.depth] = tag;
      this.depth += 1;
      this.#before = tag;
    }
    return true;
  }

  /** Ends the innermost element. */
  end(): void {
    this.depth -= 1;
    const scope = this.depth === 0 ? this.#outermost : this.innermost.scope;
    if (scope === this.scope) return;
    this.scope = scope;
    this.#before = scope;
  }
}
