import type { Schema } from '@egoi-client/core/wire';

const digits = /^\d+$/.source;
const day = /^(?:\d{4}-\d{2}-\d{2}|\d{2}-\d{2}-\d{4}|)$/.source;

/** What a parameter takes, in words: `whole number, also as text`. */
export function typeInWords(schema: Schema): string {
  switch (schema.type) {
    case 'string':
      return textInWords(schema.pattern?.source);
    case 'integer':
      return 'whole number';
    case 'number':
      return 'number';
    case 'boolean':
      return '`true` or `false`';
    case 'literal':
      return oneOf(schema.values ?? []);
    case 'array':
      return schema.element === undefined ? 'list' : `list of ${plural(schema.element)}`;
    case 'object':
      return schema.numbered === undefined
        ? structInWords(Object.keys(schema.shape ?? {}))
        : 'struct';
    case 'record':
      return 'struct with whole numbers as names';
    case 'union':
      return unionInWords(schema.options ?? []);
    default:
      return 'anything';
  }
}

function textInWords(pattern: string | undefined): string {
  if (pattern === digits) return 'digits';
  return pattern === day ? "day, `YYYY-MM-DD` or `DD-MM-YYYY`, or `''`" : 'text';
}

/** A code that may be written as a number or as its digits is one code. */
function oneOf(values: readonly (string | number)[]): string {
  const numbers = values.filter((value) => typeof value === 'number');
  const texts = values.filter((value) => typeof value === 'string');
  const alsoText = numbers.length > 0 && numbers.every((value) => texts.includes(String(value)));
  const shown = alsoText ? numbers : values;
  const words = shown.map((value) =>
    typeof value === 'number' ? `\`${value}\`` : `\`'${value}'\``,
  );
  const list = words.length === 1 ? (words[0] ?? '') : `one of ${words.join(', ')}`;
  return alsoText ? `${list}; also as text` : list;
}

function structInWords(names: readonly string[]): string {
  return names.length === 0 ? 'struct' : `\`{ ${names.join(', ')} }\``;
}

function unionInWords(options: readonly Schema[]): string {
  const words = options.map(typeInWords);
  const [first, second] = words;
  if (words.length === 2 && first === 'whole number' && second === 'digits') {
    return 'whole number, also as text';
  }
  if (first === '`true` or `false`' && second === 'one of `0`, `1`; also as text') {
    return 'flag: `true`, `false`, `1`, `0`, also as text';
  }
  return words.join(', or ');
}

function plural(element: Schema): string {
  const words = typeInWords(element);
  const plurals: Readonly<Record<string, string>> = { text: 'texts', struct: 'structs' };
  return plurals[words] ?? (words.includes(', or ') ? `(${words})` : words);
}
