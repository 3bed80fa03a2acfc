import type { Schema } from '@egoi-client/core/wire';

/** The name of the interface that a struct has of its own. */
export type NameOf = (schema: Schema) => string | undefined;

/** The type of a schema as TypeScript writes it. */
export function typeText(schema: Schema, nameOf: NameOf): string {
  const text = nameOf(schema) ?? unnamedType(schema, nameOf);
  return schema.isNullable && text !== 'unknown' ? `${text} | null` : text;
}

function unnamedType(schema: Schema, nameOf: NameOf): string {
  const { kind, element } = schema;
  switch (schema.type) {
    case 'integer':
      return 'number';
    case 'string':
    case 'number':
    case 'boolean':
      return schema.type;
    case 'literal':
      return (schema.values ?? []).map(literal).join(' | ');
    case 'array': {
      const item = elementType(element, nameOf);
      return kind === undefined ? `readonly ${item}[]` : `${item}[]`;
    }
    case 'union':
      return (schema.options ?? []).map((option) => typeText(option, nameOf)).join(' | ');
    case 'record':
      return `{ [name: string]: ${elementType(element, nameOf)} }`;
    case 'object':
      return structType(schema.shape ?? {}, nameOf);
    default:
      return 'unknown';
  }
}

function structType(shape: Readonly<Record<string, Schema>>, nameOf: NameOf): string {
  const members = Object.entries(shape).map(
    ([name, member]) =>
      `readonly ${name}${member.isOptional ? '?' : ''}: ${typeText(member, nameOf)}`,
  );
  return `{ ${members.join('; ')} }`;
}

function elementType(element: Schema | undefined, nameOf: NameOf): string {
  const text = element === undefined ? 'unknown' : typeText(element, nameOf);
  return text.includes(' | ') ? `(${text})` : text;
}

function literal(value: string | number): string {
  return typeof value === 'number' ? String(value) : `'${value}'`;
}
