import type { Random } from '@egoi-client/conformance/support/random';
import type { Schema } from '@egoi-client/v3-api';
import { randomValue } from '../fuzz/random-value.ts';
import { sampleOf } from './sample-values.ts';

const texts = [
  'x',
  'ana@example.com',
  'email',
  'tag_1',
  '1',
  'Olá €',
  '__proto__',
  '',
  '2025-06-01',
];

/** A value that a schema takes, more often than not. @param ids of contacts that are there */
export function randomOf(schema: Schema, random: Random, ids: readonly string[]): unknown {
  if (random.oneIn(60)) return randomValue(random, ['a', ...Object.keys(schema.members ?? {})]);
  const { element, members = {}, forms = [], words = [], leastItems = 0, pattern } = schema;
  switch (schema.type) {
    case 'text': {
      const text = random.oneIn(2) ? random.pick(ids) : random.pick(texts);
      return pattern === undefined || pattern.test(text) ? text : sampleOf(schema);
    }
    case 'integer':
      return (schema.least ?? 0) + random.below(3);
    case 'flag':
      return random.oneIn(2);
    case 'word':
      return random.pick(words);
    case 'list':
      return Array.from({ length: leastItems + random.below(3) }, () =>
        element === undefined ? null : randomOf(element, random, ids),
      );
    case 'map':
      return Object.fromEntries(
        texts
          .slice(0, random.below(4))
          .map((name) => [name, randomOf(element ?? schema, random, ids)]),
      );
    case 'either':
      return forms.length === 0 ? null : randomOf(random.pick(forms), random, ids);
    default:
      return Object.fromEntries(
        Object.entries(members)
          .filter(([, { presence }]) => presence === 'required' || random.oneIn(3))
          .map(([name, member]) => [name, randomOf(member.schema, random, ids)]),
      );
  }
}
