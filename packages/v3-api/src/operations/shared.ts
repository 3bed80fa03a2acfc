import { count, listOf, struct, word, type Shape } from '../schema/declare.ts';
import type { Schema } from '../schema/schema.ts';

/** A collection of which the answer says how many there are. */
export function collection(typeName: string, item: Schema, what: string): Schema {
  return struct(typeName, `A page of ${what}.`, {
    required: { items: listOf(item, `The ${what} of this page.`) },
    expected: { total_items: count('How many there are on all pages together.') },
  });
}

/** A collection of which only a short page says that it ends. */
export function uncountedCollection(typeName: string, item: Schema, what: string): Schema {
  return struct(typeName, `A page of ${what}.`, {
    required: { items: listOf(item, `The ${what} of this page.`) },
  });
}

/** The parameters with which a collection is ordered. @param by the members that it can be ordered by, the usual one first */
export function orderParams(by: readonly [string, ...string[]], usual: string = by[0]): Shape {
  return {
    order: word(['asc', 'desc'], 'Whether the least or the greatest comes first.', 'desc'),
    order_by: word(by, 'What the items are ordered by.', usual),
  };
}
