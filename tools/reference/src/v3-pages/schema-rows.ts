import type { Presence, Schema } from '@egoi-client/v3-api';
import { type SectionOf, schemaWords } from './schema-words.ts';

/** A member of a body or an answer, however deep. */
export interface SchemaRow {
  /** With dots: `base.email`, `items[].list_id`, `contacts.<name>`. */
  readonly name: string;
  readonly type: string;
  readonly presence: Presence;
  readonly description: string;
}

/** The members of a schema and what is in them; a schema with a section of its own is linked. */
export function schemaRows(schema: Schema, sectionOf: SectionOf, path = ''): SchemaRow[] {
  const { element, members = {} } = schema;
  if (schema.type === 'list' || schema.type === 'map') {
    const item = schema.type === 'list' ? `${path}[]` : join(path, '<name>');
    return element === undefined ? [] : rowsBelow(element, sectionOf, item);
  }
  return Object.entries(members).flatMap(([member, { presence, schema: inner }]) => {
    const name = join(path, member);
    const description = describe(inner);
    const row = { name, type: schemaWords(inner, sectionOf), presence, description };
    return [row, ...rowsBelow(inner, sectionOf, name)];
  });
}

/** What a value is for, and what the service takes where it is left out. */
export function describe({ description, usual }: Schema): string {
  return usual === undefined ? description : `${description} \`${usual}\` where it is left out.`;
}

/** Members that are passed over where a request has them, by their paths. */
export function passedOver(schema: Schema, path = ''): string[] {
  const { element, forms = [], members = {}, setByService = [] } = schema;
  const inner = [
    ...setByService.map((name) => join(path, name)),
    ...Object.entries(members).flatMap(([name, member]) =>
      passedOver(member.schema, join(path, name)),
    ),
    ...forms.flatMap((form) => passedOver(form, path)),
    ...(element === undefined ? [] : passedOver(element, `${path}[]`)),
  ];
  return [...new Set(inner)];
}

function rowsBelow(schema: Schema, sectionOf: SectionOf, path: string): SchemaRow[] {
  return sectionOf(schema) === undefined ? schemaRows(schema, sectionOf, path) : [];
}

function join(path: string, name: string): string {
  return path === '' ? name : `${path}.${name}`;
}
