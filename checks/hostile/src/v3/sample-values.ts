import type { Schema } from '@egoi-client/v3-api';

/** Texts of the looks that the API's texts have; the first that fits is taken. */
const texts = [
  'x',
  '34b7624024',
  '351-912345678',
  '2025-06-01',
  '2025-06-01 12:00:00',
  '12:00',
  'ana@example.com',
  '#ff0000',
  'www.example.com',
  'https://www.example.com/',
  'aGVsbG8=',
];

/** A value that a schema takes, of required members alone. */
export function sampleOf(schema: Schema): unknown {
  const { element, members = {}, forms = [], words = [], leastItems = 0, pattern } = schema;
  switch (schema.type) {
    case 'text':
      return texts.find((text) => pattern === undefined || pattern.test(text)) ?? '';
    case 'integer':
      return schema.least ?? 1;
    case 'flag':
      return true;
    case 'word':
      return words[0];
    case 'list':
      return element === undefined ? [] : samplesOf(element, leastItems);
    case 'map':
      return {};
    case 'either':
      return forms[0] === undefined ? '' : sampleOf(forms[0]);
    default:
      return Object.fromEntries(
        Object.entries(members)
          .filter(([, { presence }]) => presence === 'required')
          .map(([name, member]) => [name, sampleOf(member.schema)]),
      );
  }
}

function samplesOf(element: Schema, count: number): unknown[] {
  return Array.from({ length: count }, () => sampleOf(element));
}

/** Values that a schema must refuse: each is wrong in one place, at any depth. @param mark stands in them as a text */
export function wrongOf(schema: Schema, mark: string): readonly unknown[] {
  const { element, members = {}, forms = [], pattern, least } = schema;
  switch (schema.type) {
    case 'text':
      return [{ a: mark }, null, ...(pattern === undefined ? [] : [`\n${mark}`])];
    case 'integer':
      return [mark, 1.5, ...(least === undefined ? [] : [least - 1])];
    case 'flag':
      return [mark, 1];
    case 'word':
      return [mark, [mark]];
    case 'list':
      return [mark, ...(element === undefined ? [] : wrongOf(element, mark).map((item) => [item]))];
    case 'map':
      return [mark];
    case 'either':
      return [true, ...forms.filter(isStruct).flatMap((form) => wrongOf(form, mark))];
    default: {
      const sample = sampleOf(schema) as object;
      const spoilt = Object.entries(members).flatMap(([name, member]) =>
        wrongOf(member.schema, mark).map((value) => ({ ...sample, [name]: value })),
      );
      return [mark, { ...sample, no_such_member: mark }, ...spoilt];
    }
  }
}

function isStruct({ type }: Schema): boolean {
  return type === 'struct';
}
