import { isWireObject, type MethodSpec, type WireValue } from '@egoi-client/core';

type ResultSchema = ReturnType<MethodSpec['formFor']>['result'];

/**
 * Says where a result has another form than its schema: a list, a struct or a single value in place of
 * one another. Texts that are no numbers are kept where numbers are meant, as they came.
 */
export function wrongInForm(
  schema: ResultSchema,
  value: WireValue,
  path = 'result',
): string | undefined {
  if (value === null || schema.type === 'unknown') return undefined;
  const { type, element, shape = {}, options = [] } = schema;
  switch (type) {
    case 'union':
      return options.some((option) => wrongInForm(option, value, path) === undefined)
        ? undefined
        : `${path} has none of its forms`;
    case 'array':
      if (!Array.isArray(value)) return `${path} is no list`;
      return firstOf(value, (item) => element && wrongInForm(element, item, `${path}[]`));
    case 'record':
      if (!isWireObject(value)) return `${path} is no struct`;
      return firstOf(
        Object.values(value),
        (item) => element && wrongInForm(element, item, `${path}.*`),
      );
    case 'object':
      if (!isWireObject(value)) return `${path} is no struct`;
      return firstOf(Object.entries(value), ([name, member]) => {
        const known = Object.hasOwn(shape, name) ? shape[name] : undefined;
        return known && wrongInForm(known, member, `${path}.${name}`);
      });
    default:
      return typeof value === 'object' ? `${path} is no single value` : undefined;
  }
}

function firstOf<T>(
  items: readonly T[],
  wrong: (item: T) => string | undefined,
): string | undefined {
  for (const item of items) {
    const found = wrong(item);
    if (found !== undefined) return found;
  }
  return undefined;
}
