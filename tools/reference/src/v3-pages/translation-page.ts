import type { MethodGroup, MethodName, MethodSpec } from '@egoi-client/core';
import { type Translation, translationOf } from '@egoi-client/transport-v3';
import { anchorOf, markdownTable, paragraphs } from '../pages/markdown.ts';
import { groupTitles } from '../pages/method-words.ts';
import { countWords } from './translation-counts.ts';
import { lossWords, translationSection } from './translation-section.ts';

/** The page that says what becomes of each method of API v2 over API v3. */
export function translationPage(groups: ReadonlyMap<MethodGroup, readonly MethodSpec[]>): string {
  return paragraphs([
    '# What becomes of each method of API v2',
    `Over [\`v3Transport\`](../transports/v3.md), API v3 answers the methods of API v2: ${countWords()}. [Moving to v3](../guides/moving-to-v3.md) says how to go about it.`,
    'This page is made by `pnpm docs:reference` from what the transport itself goes by, which a program reads with `translationOf(method)` and `lossesOf(method)`; change the entries of [`transport-v3`](../../packages/transport-v3/README.md), not the page.',
    'How to read it:',
    [
      '- The cost is the number of requests that a call takes in its plainest form, and what takes more.',
      `- A loss is a parameter or a field by its name. \`${lossWords.parameter}\`: API v3 has no place for the parameter. \`${lossWords.field}\`: the answer lacks the field; nothing is made up in its place. \`${lossWords.later}\`: the service took the order and does it in its turn. \`${lossWords.approximate}\`: the reason says how it differs.`,
      '- A call has a loss only where it gives the parameter, or where the reason says so; the transport tells which of them a call had.',
      "- A loss that needs leave is refused before anything is sent: leave the parameter out, or allow the loss by the name in the last column, `v3Transport({ allowLosses: ['addSubscriber.validate_email'] })`.",
    ].join('\n'),
    ...[...groups].map(([group, methods]) => groupTable(group, methods)),
    ...[...groups.values()].flat().map(translationSection),
  ]);
}

function groupTable(group: MethodGroup, methods: readonly MethodSpec[]): string {
  const rows = methods.map(({ name }) => {
    const translation = translationOf(name as MethodName);
    return [`[\`${name}\`](#${anchorOf(name)})`, translation.verdict, ...summary(translation)];
  });
  const head = ['method', 'verdict', 'requests', 'losses', 'what to do'];
  return paragraphs([`**${groupTitles[group]}**`, markdownTable(head, rows)]);
}

function summary(translation: Translation): string[] {
  if (translation.verdict === 'refused') return ['0', translation.reason, translation.wayOut];
  const { cost, losses } = translation;
  const names = [...new Set(losses.filter(({ needsLeave }) => needsLeave).map(({ name }) => name))];
  const toDo =
    names.length === 0
      ? losses.length === 0
        ? 'nothing'
        : 'see whether you rely on what is lost'
      : `leave out or allow ${names.map((name) => `\`${name}\``).join(', ')}`;
  const requests = `${cost.requests}${cost.further === undefined ? '' : ' or more'}`;
  return [requests, losses.length === 0 ? 'none' : String(losses.length), toDo];
}
