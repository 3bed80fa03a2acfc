import { allMethods, type MethodGroup, type MethodSpec } from '@egoi-client/core';
import { namedStructs, nameOfStruct } from './named-structs.ts';
import { formNames, groupTypes, pageTypes } from './group-types.ts';
import { pascal } from './pascal.ts';

const origin = '// Written by `pnpm core:types` from the catalogue: change it there.';

/** The modules of `@egoi-client/core/types`, by the names of their files. */
export function typeModules(): Map<string, string> {
  const modules = new Map<string, string>();
  const add = (file: string, parts: readonly string[]) => {
    modules.set(`${file}.ts`, `${[origin, ...parts].join('\n\n')}\n`);
  };
  const groups = methodsByGroup();
  const structs = namedStructs();
  for (const [group, methods] of groups) {
    const types = groupTypes(group, methods, nameOfStruct);
    add(group, [importsOf(types, [...structs.keys()]), ...types]);
  }
  add('structs', [...structs.values()]);
  add('pages', pagesModule([...structs.keys()]));
  add('methods', methodsModule(groups));
  const files = [...groups.keys(), 'methods', 'pages', 'structs'];
  const modulesOf = ['../options/call-options', ...files.map((file) => `./${file}`)];
  add('index', [modulesOf.map((path) => `export type * from '${path}.ts';`).join('\n')]);
  return modules;
}

function importsOf(types: readonly string[], structs: readonly string[]): string {
  const options = usedIn(types, ['CallOptions', 'GeneralForm', 'NoParams']);
  return [
    ...importLine(options, '../options/call-options.ts'),
    ...importLine(usedIn(types, structs), './structs.ts'),
  ].join('\n');
}

/** The names that types are made of; a member of that name is none of them. */
function usedIn(types: readonly string[], names: readonly string[]): string[] {
  const text = types.join('\n');
  return names.filter((name) => new RegExp(String.raw`[:<|(&] ?${name}\b`).test(text));
}

function importLine(names: readonly string[], path: string): string[] {
  const module = `'${path}'`;
  return names.length === 0 ? [] : [`import type { ${names.join(', ')} } from ${module};`];
}

function pagesModule(structs: readonly string[]): string[] {
  const paged = allMethods().filter(({ paging }) => paging !== undefined);
  const types = [pageTypes(paged, nameOfStruct)];
  const imports = paged.flatMap((method) =>
    importLine(usedIn(types, [formNames(method, 0).params]), `./${method.group}.ts`),
  );
  return [[importsOf(types, structs), ...imports].join('\n'), ...types];
}

function methodsModule(groups: ReadonlyMap<MethodGroup, readonly MethodSpec[]>): string[] {
  const names = [...groups.keys()].map((group) => `${pascal(group)}Methods`);
  const imports = [...groups.keys()].map(
    (group) => `import type { ${pascal(group)}Methods } from './${group}.ts';`,
  );
  return [
    imports.join('\n'),
    `/** Every method of the API. */\nexport interface EgoiMethods extends ${names.join(', ')} {}`,
  ];
}

function methodsByGroup(): Map<MethodGroup, MethodSpec[]> {
  const groups = new Map<MethodGroup, MethodSpec[]>();
  for (const method of allMethods()) {
    groups.set(method.group, [...(groups.get(method.group) ?? []), method]);
  }
  return groups;
}
