import type { Schema } from '@egoi-client/v3-api';
import { markdownTable, paragraphs } from '../pages/markdown.ts';
import { schemaRows } from './schema-rows.ts';
import { type SectionOf, schemaWords } from './schema-words.ts';

/** A body or an answer: what it is, and a table of what is in it; one for each form that it may have. */
export function schemaText(schema: Schema, sectionOf: SectionOf): string {
  const { type, description, forms = [] } = schema;
  if (type === 'either') {
    const texts = forms.map((form, index) => `Form ${index + 1}: ${schemaText(form, sectionOf)}`);
    return paragraphs([description, ...texts]);
  }
  const hasSection = sectionOf(schema) !== undefined;
  const words = schemaWords(schema, sectionOf);
  return paragraphs([
    type === 'struct' && !hasSection ? description : `${description} ${capitalised(words)}.`,
    hasSection ? '' : membersTable(schema, sectionOf),
  ]);
}

/** What is in a schema, as a table; `''` where there is nothing. */
export function membersTable(schema: Schema, sectionOf: SectionOf): string {
  const rows = schemaRows(schema, sectionOf).map(({ name, type, presence, description }) => [
    `\`${name}\``,
    type,
    presence,
    description,
  ]);
  return rows.length === 0 ? '' : markdownTable(['name', 'type', 'presence', 'description'], rows);
}

function capitalised(words: string): string {
  return words.charAt(0).toUpperCase() + words.slice(1);
}
