import type { MethodGroup, MethodSpec } from '@egoi-client/core';
import { anchorOf, markdownTable, paragraphs } from './markdown.ts';
import { effectWords, evidenceWords, groupTitles } from './method-words.ts';

/** The page that lists all methods by group. */
export function indexPage(groups: ReadonlyMap<MethodGroup, readonly MethodSpec[]>): string {
  const count = [...groups.values()].reduce((sum, methods) => sum + methods.length, 0);
  const evidence = Object.entries(evidenceWords)
    .map(([mark, words]) => `\`${mark}\` (${words})`)
    .join(', ');
  return paragraphs([
    '# Methods',
    `All ${count} methods of the API, from the catalogue of \`@egoi-client/core\`. Each has the same parameters, results and errors on every transport.`,
    'How to read the pages:',
    [
      '- A parameter that is not required may be left out; most may also be `null`, which means the same.',
      '- Names that a method does not have are sent as they are: the service may know more than its documentation.',
      '- In a result, `always` says whether the field is always there. Fields that no page names are kept.',
      `- The effect says what repeating a call does. ${Object.values(effectWords).join(' ')}`,
      `- The evidence says how well a fact is known: ${evidence}.`,
      '- Each example begins with a new account of the sandbox, and its answer is what the sandbox answered when the page was made. Forms and automations are there because the account was made with some: no method makes them.',
    ].join('\n'),
    'These pages are made by `pnpm docs:reference`; change the catalogue, not the pages.',
    ...[...groups].map(([group, methods]) => groupSection(group, methods)),
  ]);
}

function groupSection(group: MethodGroup, methods: readonly MethodSpec[]): string {
  const rows = methods.map(({ name, summary, effect, evidence }) => [
    `[\`${name}\`](${group}.md#${anchorOf(name)})`,
    summary,
    effect,
    evidence.params,
    evidence.result,
  ]);
  const head = ['method', 'what it does', 'effect', 'parameters', 'result'];
  return paragraphs([`## [${groupTitles[group]}](${group}.md)`, markdownTable(head, rows)]);
}
