import { createHash } from 'node:crypto';
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { cpus } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { isBuilt } from './entry.ts';
import type { BenchSettings } from './bench.ts';
import type { FigureResult } from './figure.ts';

/** What became of a figure: its result, or why there is none. */
export type Outcome = { readonly result: FigureResult } | { readonly notice: string };

interface Written {
  readonly key: string;
  readonly outcomes: Readonly<Record<string, Outcome>>;
}

const workspace = fileURLToPath(new URL('../../..', import.meta.url));

/**
 * The figures of a run that was stopped, for the next run of the same code on the same machine. They are
 * written one by one, so that nothing that was measured is measured again, however the run ended.
 */
export class UnfinishedRun {
  readonly #file: string;
  readonly #key: string;
  readonly #outcomes: Map<string, Outcome>;

  /** @param chosen the figures that the run is about; each choice is a run of its own */
  constructor(chosen: readonly string[], settings: BenchSettings) {
    const choice = digest([...chosen, JSON.stringify(settings)]).slice(0, 12);
    this.#file = join(
      workspace,
      'tools/bench/node_modules/.cache/egoi-bench',
      `unfinished-${choice}.json`,
    );
    this.#key = digest([process.version, cpus()[0]?.model ?? '', ...codeOfWorkspace()]);
    this.#outcomes = new Map(Object.entries(this.#read()));
  }

  /** What an earlier run found for a figure. */
  outcomeOf(name: string): Outcome | undefined {
    return this.#outcomes.get(name);
  }

  /** Keeps what became of a figure. */
  keep(name: string, outcome: Outcome): void {
    this.#outcomes.set(name, outcome);
    const written: Written = { key: this.#key, outcomes: Object.fromEntries(this.#outcomes) };
    mkdirSync(dirname(this.#file), { recursive: true });
    writeFileSync(this.#file, JSON.stringify(written));
  }

  /** Forgets all of it: the run came to its end, or is to begin anew. */
  forget(): void {
    this.#outcomes.clear();
    rmSync(this.#file, { force: true });
  }

  #read(): Written['outcomes'] {
    try {
      const { key, outcomes } = JSON.parse(readFileSync(this.#file, 'utf8')) as Written;
      return key === this.#key ? outcomes : {};
    } catch {
      // There was no such run, or its last writing was cut off.
      return {};
    }
  }
}

/** The text of all that is measured: of other code the figures say nothing. */
function codeOfWorkspace(): string[] {
  const [folder, extension] = isBuilt ? ['dist', '.js'] : ['src', '.ts'];
  const packages = readdirSync(join(workspace, 'packages')).map((name) => `packages/${name}`);
  const files = [...packages, 'tools/bench'].flatMap((directory) =>
    filesBelow(join(directory, folder)).filter((path) => path.endsWith(extension)),
  );
  return ['pnpm-lock.yaml', ...files.toSorted()].map(
    (path) => `${path}\n${readFileSync(join(workspace, path), 'utf8')}`,
  );
}

function filesBelow(folder: string): string[] {
  try {
    const names = readdirSync(join(workspace, folder), { recursive: true, encoding: 'utf8' });
    return names.map((name) => join(folder, name));
  } catch {
    // What is left of a package that moved has no code.
    return [];
  }
}

function digest(texts: readonly string[]): string {
  const hash = createHash('sha256');
  for (const text of texts) hash.update(text).update('\0');
  return hash.digest('hex');
}
