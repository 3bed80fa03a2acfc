import { errorStatusesOf, type Operation, type Schema } from '@egoi-client/v3-api';
import { anchorOf, markdownTable, paragraphs } from '../pages/markdown.ts';
import { effectWords } from '../pages/method-words.ts';
import { describe, passedOver } from './schema-rows.ts';
import { membersTable, schemaText } from './schema-text.ts';
import { type SectionOf, schemaWords } from './schema-words.ts';

/** What a page says of one operation. */
export interface OperationOnPage {
  readonly name: string;
  readonly operation: Operation;
  /** Why the sandbox does not serve it; `undefined` where it does. */
  readonly unserved: string | undefined;
}

/** The section of one operation. */
export function operationSection(
  { name, operation, unserved }: OperationOnPage,
  sectionOf: SectionOf,
): string {
  const { method, path, summary, body, callback, notes } = operation;
  return paragraphs([
    `## \`${name}\``,
    `\`${method} ${path}\``,
    summary,
    factsList(operation, unserved),
    paramsText(operation, sectionOf),
    body === undefined ? '' : bodyText(body, sectionOf),
    answerText(operation, sectionOf),
    refusalsText(operation),
    conflictText(operation, sectionOf),
    callback === undefined
      ? ''
      : `**Posted to \`callback_url\`.** ${schemaText(callback, sectionOf)}`,
    notes.length === 0 ? '' : `**Notes**\n\n${notes.map((note) => `- ${note}`).join('\n')}`,
  ]);
}

function factsList(operation: Operation, unserved: string | undefined): string {
  const { effect, needsKey, evidence } = operation;
  const facts = [
    `**Sandbox.** ${unserved === undefined ? 'Served.' : `Not served: ${unserved}.`}`,
    effectWords[effect],
    queueWords(operation),
    pagingWords(operation),
    needsKey ? '' : '**Key.** None is wanted.',
    `**Evidence.** ${evidence === 'seen' ? 'Seen in programs that call it.' : 'Described by the maker alone.'}`,
  ];
  return facts
    .filter((fact) => fact !== '')
    .map((fact) => `- ${fact}`)
    .join('\n');
}

function queueWords({ isQueued }: Operation): string {
  if (!isQueued) return '';
  return '**Queued.** A success means that the work waits for its turn: [`getAllOperations`](queue.md#getalloperations) lists it until it is done.';
}

function pagingWords({ paging }: Operation): string {
  if (paging === undefined) return '';
  const { usualLimit, mostItems, hasTotal } = paging;
  const end = hasTotal ? '`total_items` counts all of them' : 'a short page is the last';
  return `**Paging.** \`offset\` and \`limit\` choose a page: ${usualLimit} items where \`limit\` is left out, ${mostItems.toLocaleString('en')} at most; ${end}.`;
}

function paramsText(operation: Operation, sectionOf: SectionOf): string {
  const { pathParams, queryParams, requiredQuery } = operation;
  const row =
    (place: string, isRequired: (name: string) => boolean) =>
    ([name, schema]: [string, Schema]) => [
      `\`${name}\``,
      place,
      schemaWords(schema, sectionOf),
      isRequired(name) ? 'required' : 'optional',
      describe(schema),
    ];
  const rows = [
    ...Object.entries(pathParams).map(row('path', () => true)),
    ...Object.entries(queryParams).map(row('query', (name) => requiredQuery.includes(name))),
  ];
  if (rows.length === 0) return '';
  const head = ['name', 'in', 'type', 'presence', 'description'];
  return paragraphs(['**Parameters**', markdownTable(head, rows)]);
}

function bodyText(body: Schema, sectionOf: SectionOf): string {
  const names = passedOver(body).map((name) => `\`${name}\``);
  const bareLists = (body.forms ?? [body]).flatMap(({ bareList = [] }) => bareList);
  return paragraphs([
    `**Body.** ${schemaText(body, sectionOf)}`,
    names.length === 0 ? '' : `Passed over, since only the service sets them: ${names.join(', ')}.`,
    ...bareLists.map((name) => `A bare list in place of the object stands for \`${name}\`.`),
  ]);
}

function answerText({ answer: { status, value } }: Operation, sectionOf: SectionOf): string {
  return `**Answer \`${status}\`.** ${value === undefined ? 'No body.' : schemaText(value, sectionOf)}`;
}

function refusalsText(operation: Operation): string {
  const statuses = errorStatusesOf(operation).map((status) => `\`${status}\``);
  const link = `[What they mean](README.md#${anchorOf('Refusals')})`;
  return `**Refusals.** ${statuses.join(', ')}. ${link}.`;
}

function conflictText({ conflict }: Operation, sectionOf: SectionOf): string {
  if (conflict === undefined) return '';
  const { reasons, details } = conflict;
  const keys = Object.keys(reasons).map((key) => `\`${key}\``);
  if (keys.length === 0) return '**With `409`** no source says which keys `errors` has.';
  const count = keys.length === 1 ? 'the key' : 'one of the keys';
  const table = membersTable(structOf(details), sectionOf);
  return paragraphs([
    `**With \`409\`** \`errors\` has ${count} ${keys.join(', ')}${table === '' ? '.' : ', and besides:'}`,
    table,
  ]);
}

function structOf(shape: Operation['pathParams']): Schema {
  const members = Object.entries(shape).map(
    ([name, schema]) => [name, { presence: 'expected', schema }] as const,
  );
  return { type: 'struct', description: '', problem: '', members: Object.fromEntries(members) };
}
