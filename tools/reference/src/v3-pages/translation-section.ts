import type { MethodName, MethodSpec } from '@egoi-client/core';
import { type MethodLoss, type Translation, translationOf } from '@egoi-client/transport-v3';
import { operationGroups } from '@egoi-client/v3-api';
import { anchorOf, markdownTable, paragraphs } from '../pages/markdown.ts';
import { effectsWords } from './effects-words.ts';

/** What a caller sees of each kind of loss. */
export const lossWords: Readonly<Record<MethodLoss['kind'], string>> = {
  parameter: 'no effect',
  field: 'left out',
  later: 'done later',
  approximate: 'not the same',
};

/** The section of one method of API v2: what becomes of it over API v3. */
export function translationSection({ name, group }: MethodSpec): string {
  const translation = translationOf(name as MethodName);
  const parts =
    translation.verdict === 'refused'
      ? [`**Refused.** ${sentence(translation.reason)} **Instead:** ${translation.wayOut}.`]
      : answeredParts(name, translation);
  return paragraphs([
    `## \`${name}\``,
    ...parts,
    `[Parameters and result](../methods/${group}.md#${anchorOf(name)})`,
  ]);
}

/** Links to the operations that a method uses. */
function operationLinks(operations: readonly string[]): string {
  return operations
    .map((name) => `[\`${name}\`](${groupOf(name)}.md#${anchorOf(name)})`)
    .join(', ');
}

function groupOf(operation: string): string {
  const found = Object.entries(operationGroups).find(([, members]) =>
    Object.hasOwn(members, operation),
  );
  if (found === undefined) throw new Error(`no group has the operation ${operation}`);
  return found[0];
}

function answeredParts(
  method: string,
  { verdict, operations, cost, losses }: Exclude<Translation, { readonly verdict: 'refused' }>,
): string[] {
  const { requests, further } = cost;
  const plainest = `${requests} ${requests === 1 ? 'request' : 'requests'}`;
  const facts = [
    verdict === 'exact'
      ? '**Exact.** Nothing that a caller depends on is lost.'
      : '**With losses.** They are in the table.',
    `**Cost.** ${plainest}${further === undefined ? '' : `; besides: ${further}`}.`,
    `**Operations that it may use.** ${operationLinks(operations)}.`,
  ];
  return [
    facts.map((fact) => `- ${fact}`).join('\n'),
    losses.length === 0 ? '' : lossTable(method, losses),
  ];
}

function lossTable(method: string, losses: readonly MethodLoss[]): string {
  const rows = [...alikeLosses(losses).values()].map(([first, ...others]) => [
    [first, ...others].map(({ name }) => `\`${name}\``).join(', '),
    lossWords[first.kind],
    `${sentence(first.reason)} ${effectsWords(first)}`.trim(),
    first.needsLeave
      ? [first, ...others].map(({ name }) => `\`'${method}.${name}'\``).join(', ')
      : 'no',
  ]);
  return markdownTable(['what', 'over API v3', 'why', 'needs leave'], rows);
}

/** Losses of the same kind, with the same reason and the same effects, together. */
function alikeLosses(losses: readonly MethodLoss[]): Map<string, [MethodLoss, ...MethodLoss[]]> {
  const alike = new Map<string, [MethodLoss, ...MethodLoss[]]>();
  for (const loss of losses) {
    const key = `${loss.kind} ${loss.needsLeave} ${loss.reason} ${effectsWords(loss)}`;
    const found = alike.get(key);
    if (found === undefined) alike.set(key, [loss]);
    else found.push(loss);
  }
  return alike;
}

function sentence(words: string): string {
  return `${words.charAt(0).toUpperCase()}${words.slice(1)}.`;
}
