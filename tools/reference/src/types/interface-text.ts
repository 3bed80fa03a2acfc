import type { Schema } from '@egoi-client/core/wire';
import { docComment } from './doc-comment.ts';
import { type NameOf, typeText } from './type-text.ts';

const extraFields = [
  '  /** Value of the extra field with that number: text, or a number. */',
  '  readonly [extra: `extra_${number}`]: unknown;',
];

const others = [
  '  /** Others pass as they are: no source knows all of them. */',
  '  readonly [name: string]: unknown;',
];

/** Parameters as an interface: whoever calls may hold them in constants, so nothing in it is written to. */
export function paramsInterface(
  name: string,
  schema: Schema,
  nameOf: NameOf,
  words: string,
): string {
  const { shape = {}, numbered, isOpen } = schema;
  const rest = numbered === undefined ? (isOpen === true ? others : []) : extraFields;
  return interfaceText(name, words, [...memberLines(shape, nameOf, 'readonly '), ...rest]);
}

/** A struct of a result as an interface. Only fields that the catalogue knows: a misspelt one is an error. */
export function resultInterface(name: string, schema: Schema, nameOf: NameOf): string {
  const { shape = {}, description, numbered } = schema;
  const rest =
    numbered === undefined
      ? []
      : [
          '  /** Value of the extra field with that number. */',
          `  [extra: \`${numbered.prefix}\${number}\`]: unknown;`,
        ];
  const named = memberLines(shape, nameOf, '');
  return interfaceText(name, description, [...named, ...rest]);
}

function interfaceText(name: string, words: string, lines: readonly string[]): string {
  return [docComment([words], ''), `export interface ${name} {`, ...lines, '}'].join('\n');
}

function memberLines(
  members: Readonly<Record<string, Schema>>,
  nameOf: NameOf,
  modifier: string,
): string[] {
  return Object.entries(members).flatMap(([name, schema]) => {
    const { description } = schema;
    const comment = description === '' ? [] : [docComment([description], '  ')];
    const type = typeText(schema, nameOf);
    const orLeftOut = type === 'unknown' ? '' : ' | undefined';
    const member = schema.isOptional ? `${name}?: ${type}${orLeftOut}` : `${name}: ${type}`;
    return [...comment, `  ${modifier}${member};`];
  });
}
