import { type Schema, type SchemaView, viewSchema } from '@egoi-client/core/wire';

/** The name of the interface that a struct has of its own. */
export type NameOf = (schema: Schema) => string | undefined;

/** The type of a schema as TypeScript writes it. */
export function typeText(schema: Schema, nameOf: NameOf): string {
  const view = viewSchema(schema);
  const text = nameOf(view.schema) ?? unnamedType(view, nameOf);
  return view.isNullable && text !== 'unknown' ? `${text} | null` : text;
}

/** Tells whether a member may be left out. */
export function isOptional(schema: Schema): boolean {
  return viewSchema(schema).isOptional;
}

function unnamedType({ definition, kind }: SchemaView, nameOf: NameOf): string {
  switch (definition.type) {
    case 'string':
    case 'number':
    case 'boolean':
    case 'unknown':
      return definition.type;
    case 'literal':
      return (definition.values ?? []).map(literal).join(' | ');
    case 'array': {
      const item = elementType(definition.element, nameOf);
      return kind === undefined ? `readonly ${item}[]` : `${item}[]`;
    }
    case 'union':
      return (definition.options ?? []).map((option) => typeText(option, nameOf)).join(' | ');
    case 'record':
      return `{ [name: string]: ${elementType(definition.valueType, nameOf)} }`;
    case 'object':
      return structType(definition.shape ?? {}, nameOf);
    default:
      throw new Error(`there is no type for the schema type '${definition.type}'`);
  }
}

function structType(shape: Readonly<Record<string, Schema>>, nameOf: NameOf): string {
  const members = Object.entries(shape).map(
    ([name, member]) =>
      `readonly ${name}${isOptional(member) ? '?' : ''}: ${typeText(member, nameOf)}`,
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
