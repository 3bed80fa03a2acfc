/** A blank project that uses the packed packages. */
export interface Consumer {
  readonly name: string;
  /** For the table of runtimes. */
  readonly title: string;
  readonly kind: 'runtime' | 'compiler' | 'bundler' | 'test runner' | 'service';
  /** The folder in `projects` that it is made from; `npm test` runs it. */
  readonly project: string;
  /** Files of `projects/shared` that it begins with. */
  readonly shared: readonly string[];
  /** What is installed beside what its manifest has. @default nothing */
  readonly packages?: readonly string[];
  /** The Node.js that runs its test. @default the one that runs this program */
  readonly node?: string;
  /** Whether it is in the short set. @default false */
  readonly isShort?: boolean;
  /** What its users have to know. */
  readonly note: string;
}

const calls = ['first-calls.mjs'];
const program = ['first-calls.mjs', 'main.mjs'];

const isPartOfShortSet = { isShort: true } as const;

const nodeVersions = ['20.19.6', '22.23.3', '24.21.0'];

const typescriptVersions = ['5.4.5', '5.9.3', '6.0.3', '7.0.2'];

const nativeDatabase =
  'with `libsql`, the sandbox’s database, left out of the bundle: it has a native part';

/** All that the packages are held against. */
export const consumers: readonly Consumer[] = [
  ...nodeVersions.map(
    (node): Consumer => ({
      name: `node-${node}`,
      title: `Node.js ${node}`,
      kind: 'runtime',
      project: 'javascript-esm',
      shared: program,
      node,
      note: 'ES modules',
    }),
  ),
  {
    name: 'bun',
    title: 'Bun 1.4.5',
    kind: 'runtime',
    project: 'bun',
    shared: program,
    note: 'ES modules',
  },
  {
    name: 'deno',
    title: 'Deno 2.9.6',
    kind: 'runtime',
    project: 'deno',
    shared: program,
    note: 'from `node_modules`, with the permissions for network, files, environment and the native part of the sandbox’s database',
  },
  {
    name: 'javascript-esm',
    title: 'JavaScript, `import`',
    kind: 'compiler',
    project: 'javascript-esm',
    shared: program,
    note: 'nothing to set',
    ...isPartOfShortSet,
  },
  {
    name: 'javascript-require',
    title: 'JavaScript, `require()`',
    kind: 'compiler',
    project: 'javascript-require',
    shared: [],
    note: 'the same copy as by `import`',
    ...isPartOfShortSet,
  },
  ...typescriptVersions.flatMap((version) =>
    ['nodenext', 'bundler'].map(
      (resolution): Consumer => ({
        name: `typescript-${version}-${resolution}`,
        title: `TypeScript ${version}, \`${resolution}\``,
        kind: 'compiler',
        project: `typescript-${resolution}`,
        shared: ['first-calls.ts'],
        packages: [`typescript@${version}`],
        note: '`strict`, `exactOptionalPropertyTypes`, `skipLibCheck: false`',
        isShort: version === '5.4.5' || version === '7.0.2',
      }),
    ),
  ),
  {
    name: 'esbuild',
    title: 'esbuild 0.28.2',
    kind: 'bundler',
    project: 'esbuild',
    shared: program,
    note: nativeDatabase,
    ...isPartOfShortSet,
  },
  {
    name: 'rollup',
    title: 'Rollup 4.68.8',
    kind: 'bundler',
    project: 'rollup',
    shared: program,
    note: nativeDatabase,
  },
  {
    name: 'webpack',
    title: 'webpack 5.113.0',
    kind: 'bundler',
    project: 'webpack',
    shared: program,
    note: nativeDatabase,
  },
  {
    name: 'vite-ssr',
    title: 'Vite 8.3.8, SSR',
    kind: 'bundler',
    project: 'vite-ssr',
    shared: program,
    note: nativeDatabase,
  },
  {
    name: 'jest',
    title: 'Jest 30.5.2',
    kind: 'test runner',
    project: 'jest',
    shared: [],
    note: 'as it comes, in CommonJS',
    ...isPartOfShortSet,
  },
  {
    name: 'jest-esm',
    title: 'Jest 30.5.2, ES modules',
    kind: 'test runner',
    project: 'jest-esm',
    shared: calls,
    note: 'under `--experimental-vm-modules`',
  },
  {
    name: 'vitest',
    title: 'Vitest 5.1.1',
    kind: 'test runner',
    project: 'vitest',
    shared: calls,
    note: 'nothing to set',
  },
  {
    name: 'node-test',
    title: '`node --test`',
    kind: 'test runner',
    project: 'node-test',
    shared: calls,
    note: 'nothing to set',
  },
  {
    name: 'service',
    title: 'Fastify 5.12.8 with Awilix, pino and OpenTelemetry',
    kind: 'service',
    project: 'service',
    shared: [],
    note: 'one client for the process, closed with the server',
  },
];
