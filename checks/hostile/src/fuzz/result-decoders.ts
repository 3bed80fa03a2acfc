import { allMethods, EgoiApiError } from '@egoi-client/core';
import { apiErrorIn, normaliseResult } from '@egoi-client/core/wire';
import { wrongInValue } from './check-value.ts';
import type { Decoder } from './decoder.ts';
import { randomValue } from './random-value.ts';

/** What core makes of answers that are well-formed and still not what the catalogue promises. */
export function resultDecoders(): readonly Decoder[] {
  const schemas = allMethods().flatMap(({ forms }) => forms.map(({ result }) => result));
  const names = [...new Set(allMethods().flatMap(({ forms }) => forms.flatMap(memberNames)))];
  return [
    {
      name: 'normalise-result',
      share: 1,
      run: (random) =>
        wrongInValue(normaliseResult(random.pick(schemas), randomValue(random, names))),
    },
    {
      name: 'api-error',
      share: 1,
      run(random) {
        const schema = random.oneIn(10) ? undefined : random.pick(schemas);
        const error = apiErrorIn(randomValue(random, names), schema, {});
        return error === undefined || error instanceof EgoiApiError
          ? undefined
          : 'something else than an error of the API';
      },
    },
  ];
}

/** The names of all members that a schema knows, at any level. */
function memberNames({ result }: { readonly result: object }): string[] {
  const found: string[] = [];
  const visit = (schema: unknown): void => {
    if (typeof schema !== 'object' || schema === null) return;
    if ('shape' in schema && typeof schema.shape === 'object' && schema.shape !== null) {
      for (const [name, member] of Object.entries(schema.shape)) {
        found.push(name);
        visit(member);
      }
    }
    if ('element' in schema) visit(schema.element);
    if ('valueType' in schema) visit(schema.valueType);
  };
  visit(result);
  return found;
}
