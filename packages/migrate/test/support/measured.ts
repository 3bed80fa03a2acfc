import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { scanFolder } from '@egoi-client/migrate';

/** How what was found compares with what is there. */
export interface Measured {
  readonly precision: number;
  readonly recall: number;
  readonly right: number;
  /** Calls that are there and were not found. */
  readonly missed: readonly string[];
  /** What was found and is no call. */
  readonly wrong: readonly string[];
  /** The names of the sources with whether any call is in them. */
  readonly sources: ReadonlyMap<string, boolean>;
}

type Key = Readonly<Record<string, readonly { readonly line: number; readonly method: string }[]>>;

/** Scans each program below a folder by itself, and compares with the key in `expected.json` there. */
export async function measure(corpus: string): Promise<Measured> {
  const key = JSON.parse(readFileSync(join(corpus, 'expected.json'), 'utf8')) as Key;
  const expected = new Set(
    Object.entries(key).flatMap(([file, calls]) =>
      calls.map(({ line, method }) => `${file}:${line} ${method}`),
    ),
  );
  const programs = readdirSync(corpus, { withFileTypes: true }).filter((one) => one.isDirectory());
  const found = new Set<string>();
  for (const { name } of programs) {
    const { findings } = await scanFolder(join(corpus, name));
    for (const { file, line, method } of findings) found.add(`${name}/${file}:${line} ${method}`);
  }
  const right = [...found].filter((call) => expected.has(call)).length;
  return {
    precision: right / found.size,
    recall: right / expected.size,
    right,
    missed: [...expected].filter((call) => !found.has(call)),
    wrong: [...found].filter((call) => !expected.has(call)),
    sources: new Map(Object.entries(key).map(([file, calls]) => [file, calls.length > 0])),
  };
}
