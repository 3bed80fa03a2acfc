import { detached } from './characters.ts';
import { Run, type RunContent } from './run.ts';
import { Scope, outermostScope } from './scope.ts';
import type { StartTag } from './start-tag.ts';

const maxTags = 1024;
const maxRuns = 512;

/** What documents of a kind have in common: tags and runs. */
export class Vocabulary {
  readonly outermost: Scope = outermostScope(() => this.#admitTag());
  /** Stands before the first run of a document. */
  readonly beforeRuns = new Run('', { events: [], closed: [], opened: [], rise: 0 });
  readonly #runs = new Map<string, Run>();
  #tags = 0;

  get isFull(): boolean {
    return this.#tags >= maxTags || this.#runs.size >= maxRuns;
  }

  #admitTag(): boolean {
    if (this.#tags >= maxTags) return false;
    this.#tags += 1;
    return true;
  }

  run(source: string, closed: readonly StartTag[], content: () => RunContent): Run | undefined {
    const known = this.#runs.get(source);
    if (known?.closed.every((tag, index) => tag === closed[index])) return known;
    if (known === undefined && this.#runs.size >= maxRuns) return undefined;
    const run = new Run(detached(source), content());
    this.#runs.set(run.source, run);
    return run;
  }
}
