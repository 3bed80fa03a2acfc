import type { WireObject } from './wire-value.ts';

/**
 * All fields of a result, also those that its type does not name.
 *
 * @param struct a result of a method, or a struct within one
 * @returns the same object
 * @example
 * const [list] = await client.getLists();
 * if (list !== undefined) console.log(fieldsOf(list)['a_field_of_tomorrow']);
 */
export function fieldsOf(struct: object): WireObject {
  return struct as WireObject;
}
