import { detached } from './characters.ts';
import { Run, type RunContent } from './run.ts';
import { outermostScope, type Scope, type StartTag } from './tags.ts';

const maxTags = 512;
const maxRuns = 1024;

/** What was learnt of documents: their tags, by scope, and their runs. */
export class Words {
  /** The scope around a root, which knows the roots, and so on inwards. */
  readonly outermost: Scope;
  /** Stands before the first run of a document. */
  readonly beforeRuns = new Run('', { events: [], closed: [], opened: [], rise: 0 });
  readonly #runs = new Map<string, Run>();
  #tags = 0;

  constructor() {
    this.outermost = outermostScope(() => {
      this.#tags += 1;
      return this.#tags <= maxTags;
    });
  }

  get isFull(): boolean {
    return this.#tags > maxTags || this.#runs.size >= maxRuns;
  }

  /** The run that is written so and ends these elements; `undefined` where it is new and there is no room. */
  run(source: string, content: RunContent): Run | undefined {
    const known = this.#runs.get(source);
    if (known !== undefined && sameTags(known.closed, content.closed)) return known;
    if (known === undefined && this.#runs.size >= maxRuns) return undefined;
    const run = new Run(detached(source), content);
    this.#runs.set(run.source, run);
    return run;
  }
}

/** Tags of other scopes may be written alike. */
function sameTags(some: readonly StartTag[], others: readonly StartTag[]): boolean {
  return some.length === others.length && some.every((tag, index) => tag === others[index]);
}
