import {
  allMethods,
  type EgoiClient,
  type MethodGroup,
  type MethodName,
  type MethodSpec,
} from '@egoi-client/core';
import { callsOverV3 } from '../v3-pages/calls-over-v3.ts';
import { countWords } from '../v3-pages/translation-counts.ts';
import { unservedOperations } from '../v3-pages/unserved-operations.ts';
import { v3Pages } from '../v3-pages/v3-pages.ts';
import { errorsPage } from './errors-page.ts';
import { exampleTable } from './example-table.ts';
import { indexPage } from './index-page.ts';
import { groupPage } from './method-page.ts';
import type { MarkedWords } from './marked-words.ts';
import { groupTitles } from './method-words.ts';
import { type ExampleRun, runExample } from './run-example.ts';

/** The reference, made. */
export interface Reference {
  /** The text of each page by its path from the root of the project. */
  readonly pages: ReadonlyMap<string, string>;
  /** What pages written by hand have between marks, by its name. */
  readonly words: MarkedWords;
  /** Methods whose example the sandbox cannot run. */
  readonly notRun: readonly string[];
}

/** Makes every page of the reference from the catalogue and the description of API v3; runs the examples. */
export async function makeReference(): Promise<Reference> {
  const runs = new Map<string, readonly ExampleRun[]>();
  for (const { name } of allMethods()) runs.set(name, await runExamples(name as MethodName));
  const groups = methodsByGroup();
  const pages = new Map<string, string>();
  const add = (path: string, text: string) => pages.set(path, `${text}\n`);
  add('docs/methods/README.md', indexPage(groups));
  for (const [group, methods] of groups) {
    add(`docs/methods/${group}.md`, groupPage(group, methods, runs));
  }
  add('docs/errors.md', errorsPage());
  for (const [path, text] of v3Pages(await unservedOperations(), groups)) add(path, text);
  const notRun = [...runs].filter(([, made]) => made.length === 0).map(([name]) => name);
  const words = new Map([
    ['v3-counts', countWords()],
    ['v3-calls', await callsOverV3()],
  ]);
  return { pages, words, notRun };
}

async function runExamples(name: MethodName): Promise<ExampleRun[]> {
  const made: ExampleRun[] = [];
  const examples: readonly ((client: EgoiClient) => Promise<object>)[] = exampleTable[name];
  for (const example of examples) {
    const run = await runExample(name, example);
    if (run !== undefined) made.push(run);
  }
  return made;
}

function methodsByGroup(): Map<MethodGroup, MethodSpec[]> {
  const groups = Object.keys(groupTitles) as MethodGroup[];
  return new Map(
    groups.map((group) => [group, allMethods().filter((spec) => spec.group === group)]),
  );
}
