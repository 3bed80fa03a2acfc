import type { Schema } from '@egoi-client/v3-api';
import { docComment } from '../types/doc-comment.ts';
import { schemaType } from './schema-type.ts';

/** A member of an interface: what it holds, and whether it may be left out. */
export interface TypedMember {
  readonly name: string;
  readonly schema: Schema;
  readonly isOptional: boolean;
}

/** An interface with a comment on itself and on each member. */
export function interfaceText(
  name: string,
  description: string,
  members: readonly TypedMember[],
): string {
  const head = `${docComment([description], '')}\nexport interface ${name} {`;
  return [head, ...members.flatMap(memberLines), '}'].join('\n');
}

function memberLines({ name, schema, isOptional }: TypedMember): string[] {
  const type = schemaType(schema);
  const orLeftOut = type === 'unknown' ? '' : ' | undefined';
  const member = isOptional ? `${name}?: ${type}${orLeftOut}` : `${name}: ${type}`;
  return [docComment([commentOf(schema)], '  '), `  readonly ${member};`];
}

function commentOf({ description, least, most, usual }: Schema): string {
  const range =
    least === undefined ? '' : most === undefined ? ` ${least} or more.` : ` ${least} to ${most}.`;
  const usually =
    usual === undefined ? '' : ` The service takes \`${usual}\` where it is left out.`;
  return `${description}${range}${usually}`;
}

/** The members of a struct. */
export function structMembers({ members = {} }: Schema): TypedMember[] {
  return Object.entries(members).map(([name, { presence, schema }]) => ({
    name,
    schema,
    isOptional: presence !== 'required',
  }));
}

/** The structs that a schema has in it, from the innermost up, itself among them. */
export function structsIn(schema: Schema): Schema[] {
  const { element, forms = [], members = {} } = schema;
  const inner = [
    ...Object.values(members).map((member) => member.schema),
    ...(element === undefined ? [] : [element]),
    ...forms,
  ].flatMap(structsIn);
  return schema.type === 'struct' ? [...inner, schema] : inner;
}
