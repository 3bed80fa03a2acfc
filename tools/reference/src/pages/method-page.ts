import { parameterRows } from '@egoi-client/cli';
import type { MethodGroup, MethodSpec } from '@egoi-client/core';
import type { MethodForm } from '@egoi-client/core/wire';
import { exampleText } from './example-text.ts';
import { anchorOf, markdownTable, paragraphs } from './markdown.ts';
import {
  effectWords,
  evidenceWords,
  groupTitles,
  pagingWords,
  partsWords,
  translationWords,
} from './method-words.ts';
import { resultRows } from './result-rows.ts';
import type { ExampleRun } from './run-example.ts';

/** The page of one group of methods. */
export function groupPage(
  group: MethodGroup,
  methods: readonly MethodSpec[],
  runs: ReadonlyMap<string, readonly ExampleRun[]>,
): string {
  const contents = methods.map(
    ({ name, summary }) => `- [\`${name}\`](#${anchorOf(name)}): ${summary}`,
  );
  return paragraphs([
    `# ${groupTitles[group]}`,
    contents.join('\n'),
    '[All methods](README.md) · [all error codes](../errors.md)',
    ...methods.map((spec) => methodSection(spec, runs.get(spec.name) ?? [])),
  ]);
}

function methodSection(spec: MethodSpec, runs: readonly ExampleRun[]): string {
  const { name, summary, details = '', aliases, effect, evidence, forms, notes = [] } = spec;
  const spellings = (aliases ?? []).map((alias) => `\`${alias}\``).join(', ');
  const facts = [
    effectWords[effect],
    pagingWords(spec),
    partsWords(spec),
    translationWords(spec),
    spellings === '' ? '' : `**Other spellings.** ${spellings}.`,
    `**Evidence.** Parameters: ${evidenceWords[evidence.params]}. Result: ${evidenceWords[evidence.result]}.`,
  ];
  return paragraphs([
    `## \`${name}\``,
    `${summary} ${details}`.trim(),
    facts
      .filter((fact) => fact !== '')
      .map((fact) => `- ${fact}`)
      .join('\n'),
    ...forms.map((form, index) => formSection(form, forms.length > 1 ? index + 1 : 0)),
    errorsText(spec),
    notes.length === 0 ? '' : `**Notes**\n\n${notes.map((note) => `- ${note}`).join('\n')}`,
    examplesText(runs),
  ]);
}

/** @param number of the form, 0 where there is one only */
function formSection({ params, result }: MethodForm, number: number): string {
  const form = number === 0 ? '' : `, form ${number}`;
  const rows = parameterRows(params).map(({ name, type, isRequired, description }) => [
    `\`${name}\``,
    type,
    isRequired ? 'yes' : 'no',
    description,
  ]);
  const table =
    rows.length === 0 ? 'None.' : markdownTable(['name', 'type', 'required', 'description'], rows);
  return paragraphs([
    `**Parameters${form}**`,
    table,
    params.isOpen === true ? 'Open: other names pass, since no source knows all of them.' : '',
    `**Result${form}**`,
    resultText(result),
  ]);
}

function resultText(result: MethodForm['result']): string {
  const [whole, ...fields] = resultRows(result);
  const first = `${capitalised(whole?.kind ?? '')}: ${whole?.description}`;
  if (fields.length === 0) return first;
  const rows = fields.map(({ name, kind, isAlways, description }) => [
    `\`${name}\``,
    kind,
    isAlways ? 'yes' : 'no',
    description,
  ]);
  return paragraphs([first, markdownTable(['field', 'kind', 'always', 'description'], rows)]);
}

function capitalised(words: string): string {
  return words.charAt(0).toUpperCase() + words.slice(1);
}

function errorsText({ errors }: MethodSpec): string {
  const links = [...new Set(errors)].map((code) => `[\`${code}\`](../errors.md#${anchorOf(code)})`);
  const own = links.length === 0 ? 'None of its own' : links.join(', ');
  return `**Errors**\n\n${own}; and the [general ones](../errors.md#${anchorOf('Access and the service itself')}).`;
}

function examplesText(runs: readonly ExampleRun[]): string {
  if (runs.length === 0) return '';
  return paragraphs(['**Example**, on a new account of the sandbox', ...runs.map(exampleText)]);
}
