/** Where a member was looked for in an answer. */
export interface Search {
  /** How often it was there. */
  readonly found: number;
  /** Where it was not: `items[3].base.email`. */
  readonly missing: readonly string[];
}

/** Looks for a member in an answer. @param place where it is to be: `items[].base.email`, in every item; `date?[].sends` where there is a `date` */
export function searchMember(answer: unknown, place: string): Search {
  return search(answer, place.split(/\.|(?=\[\])/), '');
}

function search(value: unknown, [step, ...rest]: readonly string[], path: string): Search {
  if (step === undefined) return { found: 1, missing: [] };
  if (step === '[]') {
    if (!Array.isArray(value)) return { found: 0, missing: [`${path}[]`] };
    const searches = value.map((item: unknown, index) => search(item, rest, `${path}[${index}]`));
    return {
      found: searches.reduce((sum, { found }) => sum + found, 0),
      missing: searches.flatMap(({ missing }) => missing),
    };
  }
  const isOptional = step.endsWith('?');
  const name = isOptional ? step.slice(0, -1) : step;
  const place = path === '' ? name : `${path}.${name}`;
  const isThere = typeof value === 'object' && value !== null && Object.hasOwn(value, name);
  if (!isThere) return { found: 0, missing: isOptional ? [] : [place] };
  return search((value as Readonly<Record<string, unknown>>)[name], rest, place);
}
