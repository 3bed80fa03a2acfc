import type { MethodName } from '@egoi-client/core';
import { type Translation, translationOf } from '@egoi-client/transport-v3';
import type { Output } from '../output/output.ts';
import { wrap } from '../output/table.ts';

/** What becomes of a method over API v3, for JSON. */
export function v3AsJson(name: string): Translation {
  return translationOf(name as MethodName);
}

/** What becomes of a method over API v3, in a word. */
export function v3Verdict(name: string): string {
  return translationOf(name as MethodName).verdict;
}

/** What becomes of a method over API v3: whether it is answered, by what, at what cost, what is lost and what to do. */
export function v3Text(name: string, output: Output): string {
  const translation = translationOf(name as MethodName);
  const title = output.bold('Over API v3');
  if (translation.verdict === 'refused') {
    const { reason, wayOut } = translation;
    return `${title}: refused\n${wrap(`${reason}; ${wayOut}`, output.width, 2)}`;
  }
  const { verdict, operations, cost, losses } = translation;
  const costText =
    cost.further === undefined ? `${cost.requests}` : `${cost.requests}; ${cost.further}`;
  const reasons = new Map<string, { readonly names: string[]; readonly needsLeave: boolean }>();
  for (const { kind, name: lost, reason, needsLeave } of losses) {
    const key = `${kind}: ${reason}`;
    const known = reasons.get(key);
    const shown = lost.endsWith('_') ? `${lost}…` : lost;
    if (known === undefined) reasons.set(key, { names: [shown], needsLeave });
    else known.names.push(shown);
  }
  const lines = [...reasons].map(([reason, { names, needsLeave }]) => {
    const leave = needsLeave
      ? `; refused without ${names.map((lost) => `--allow-loss ${name}.${lost}`).join(' ')}`
      : '';
    return wrap(`${names.join(', ')} (${reason}${leave})`, output.width, 4);
  });
  return [
    `${title}: ${verdict}`,
    wrap(`Requests: ${costText}`, output.width, 2),
    wrap(`By: ${operations.join(', ')}`, output.width, 2),
    ...(lines.length === 0 ? [] : ['  Losses:', ...lines]),
  ].join('\n');
}
