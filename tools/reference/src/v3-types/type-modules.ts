import { operationGroups, type Operation } from '@egoi-client/v3-api';
import { docComment } from '../types/doc-comment.ts';
import { pascal } from '../types/pascal.ts';
import { schemaType } from './schema-type.ts';
import { interfaceText, structMembers, structsIn, type TypedMember } from './struct-interface.ts';

const origin =
  '// Written by `pnpm v3:types` from the description of the operations: change it there.';

/** The modules of types of `@egoi-client/v3-api`, by the names of their files. */
export function typeModules(): Map<string, string> {
  const modules = new Map<string, string>();
  /** Where each type stands. */
  const homes = new Map<string, string>();
  const texts = new Map<string, string>();
  const inputs: string[] = [];
  const answers: string[] = [];
  for (const [group, operations] of Object.entries(operationGroups)) {
    const own: string[] = [];
    const add = (name: string, text: string) => {
      if (texts.get(name) === text) return;
      if (texts.has(name)) throw new Error(`two types are named ${name}`);
      texts.set(name, text);
      homes.set(name, group);
      own.push(text);
    };
    for (const [name, operation] of Object.entries<Operation>(operations)) {
      for (const struct of structsOf(operation)) {
        const { typeName = '', description } = struct;
        add(typeName, interfaceText(typeName, description, structMembers(struct)));
      }
      const members = inputMembers(operation);
      const input = members.length === 0 ? 'NoInput' : `${pascal(name)}Input`;
      if (members.length > 0) add(input, interfaceText(input, `Input of ${name}.`, members));
      inputs.push(`${docComment([operation.summary], '  ')}\n  readonly ${name}: ${input};`);
      const { value } = operation.answer;
      const answer = value === undefined ? 'undefined' : schemaType(value);
      answers.push(`${docComment([answerWords(operation)], '  ')}\n  readonly ${name}: ${answer};`);
    }
    modules.set(`${group}.ts`, moduleText([importsOf(own, group, homes), ...own]));
  }
  const noInput =
    '/** The input of an operation that takes none. */\nexport type NoInput = Readonly<Record<string, never>>;';
  const maps = [
    noInput,
    `/** Inputs of the operations: parameters of path and query by their names, and \`body\`. */\nexport interface OperationInputs {\n${inputs.join('\n')}\n}`,
    `/** What the operations answer when they succeed. */\nexport interface OperationAnswers {\n${answers.join('\n')}\n}`,
  ];
  modules.set('operations.ts', moduleText([importsOf(maps, 'operations', homes), ...maps]));
  const files = [...Object.keys(operationGroups), 'operations'];
  modules.set(
    'index.ts',
    moduleText([files.map((file) => `export type * from './${file}.ts';`).join('\n')]),
  );
  return modules;
}

function moduleText(parts: readonly string[]): string {
  return `${[origin, ...parts.filter((part) => part !== '')].join('\n\n')}\n`;
}

function structsOf({ pathParams, queryParams, body, answer, callback, conflict }: Operation) {
  return [
    ...Object.values(pathParams),
    ...Object.values(queryParams),
    ...Object.values(conflict?.details ?? {}),
    ...[body, answer.value, callback].filter((schema) => schema !== undefined),
  ].flatMap(structsIn);
}

function inputMembers({ pathParams, queryParams, requiredQuery, body }: Operation): TypedMember[] {
  const params = { ...pathParams, ...queryParams };
  const isRequired = (name: string) =>
    pathParams[name] !== undefined || requiredQuery.includes(name);
  return [
    ...Object.entries(params).map(([name, schema]) => ({
      name,
      schema,
      isOptional: !isRequired(name),
    })),
    ...(body === undefined ? [] : [{ name: 'body', schema: body, isOptional: false }]),
  ];
}

function answerWords({ answer, isQueued }: Operation): string {
  if (answer.value === undefined) return 'Nothing: that it is done is all.';
  return isQueued ? 'The work is taken, and done later.' : answer.value.description;
}

/** The imports of types that stand in other modules. */
function importsOf(
  texts: readonly string[],
  home: string,
  homes: ReadonlyMap<string, string>,
): string {
  const code = texts.join('\n').replaceAll(/\/\*\*[\s\S]*?\*\//g, '');
  const names = new Set(code.match(/\b[A-Z]\w+\b/g) ?? []);
  const byHome = new Map<string, string[]>();
  for (const name of [...names].toSorted()) {
    const from = homes.get(name);
    if (from === undefined || from === home) continue;
    byHome.set(from, [...(byHome.get(from) ?? []), name]);
  }
  return [...byHome]
    .map(([from, own]) => `import type { ${own.join(', ')} } from './${from}.ts';`)
    .join('\n');
}
