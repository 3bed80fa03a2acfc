import type { Schema } from '@egoi-client/v3-api';

/** The name that a schema is linked by where it has a section of its own on the page. */
export type SectionOf = (schema: Schema) => string | undefined;

/** What a schema takes, in words for a cell of a table. */
export function schemaWords(schema: Schema, sectionOf: SectionOf): string {
  const words = plainWords(schema, sectionOf);
  return schema.isNullable === true ? `${words}, or \`null\`` : words;
}

function plainWords(schema: Schema, sectionOf: SectionOf): string {
  const { type, pattern, words = [], element, forms = [] } = schema;
  switch (type) {
    case 'text':
      return pattern === undefined ? 'text' : saidOf(schema);
    case 'integer':
      return saidOf(schema);
    case 'flag':
      return '`true` or `false`';
    case 'word':
      return `${words.length === 1 ? '' : 'one of '}${words.map(code).join(', ')}`;
    case 'list':
      return listWords(schema, sectionOf);
    case 'map':
      return `object; each member ${element === undefined ? 'anything' : schemaWords(element, sectionOf)}`;
    case 'either':
      return forms.map((form) => schemaWords(form, sectionOf)).join(', or ');
    default: {
      const section = sectionOf(schema);
      return section === undefined ? 'object' : `[${section}](#${section.toLowerCase()})`;
    }
  }
}

/**
 * The words of a refusal say what a value must be: `must be a whole number of 1 or more`. How a text is
 * written is left to its description where that shows it.
 */
function saidOf({ problem, pattern, description }: Schema): string {
  const words = problem.replace(/^must be (?:an? |the )?/, '').replaceAll('_', String.raw`\_`);
  return pattern !== undefined && description.includes('`') ? words.replace(/ as .*/, '') : words;
}

function listWords({ element, leastItems = 0, isUnique }: Schema, sectionOf: SectionOf): string {
  const count = leastItems > 0 ? ` of ${leastItems} or more` : '';
  const once = isUnique === true ? ', none twice' : '';
  const each = element === undefined ? 'anything' : schemaWords(element, sectionOf);
  return `list${count}${once}; each ${each}`;
}

/** `''` is a word like others, which a reader must see. */
function code(word: string): string {
  return word === '' ? "`''`" : `\`${word}\``;
}
