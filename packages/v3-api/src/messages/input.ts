import { type OperationName, operations } from '../operations/all-operations.ts';
import type { Shape } from '../schema/declare.ts';
import type { Member, Schema } from '../schema/schema.ts';

const made = new Map<OperationName, Schema>();

/** The input of an operation as one struct: its parameters by their names, and `body`. */
export function inputSchema(name: OperationName): Schema {
  const known = made.get(name);
  if (known !== undefined) return known;
  const { pathParams, queryParams, requiredQuery, body } = operations[name];
  const schema: Schema = {
    type: 'struct',
    description: '',
    problem: 'must be a JSON object',
    members: {
      ...withPresence(pathParams, () => true),
      ...withPresence(queryParams, (param) => requiredQuery.includes(param)),
      ...(body === undefined ? {} : withPresence({ body }, () => true)),
    },
  };
  made.set(name, schema);
  return schema;
}

function withPresence(shape: Shape, isRequired: (name: string) => boolean): Record<string, Member> {
  return Object.fromEntries(
    Object.entries(shape).map(([name, schema]) => [
      name,
      { presence: isRequired(name) ? 'required' : 'optional', schema },
    ]),
  );
}
