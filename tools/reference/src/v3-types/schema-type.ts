import type { Schema } from '@egoi-client/v3-api';

/** The type of what a schema takes, as TypeScript writes it. */
export function schemaType(schema: Schema): string {
  const type = plainType(schema);
  return schema.isNullable === true ? `${type} | null` : type;
}

function plainType(schema: Schema): string {
  const { element, words = [], forms = [], typeName } = schema;
  switch (schema.type) {
    case 'text':
      return 'string';
    case 'integer':
      return 'number';
    case 'flag':
      return 'boolean';
    case 'word':
      return words.map((word) => `'${word}'`).join(' | ');
    case 'list':
      return `readonly (${elementType(element)})[]`;
    case 'map':
      return `Readonly<Record<string, ${elementType(element)}>>`;
    case 'either':
      return forms.map((form) => schemaType(form)).join(' | ');
    default:
      if (typeName === undefined) throw new Error(`a struct has no name: ${schema.description}`);
      return typeName;
  }
}

function elementType(element: Schema | undefined): string {
  return element === undefined ? 'unknown' : schemaType(element);
}
