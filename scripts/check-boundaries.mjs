// Holds every package to the floors of docs/architecture.md: reads each package.json and each import
// of the sources, and fails on an arrow that the table does not have.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { builtinModules } from 'node:module';
import { dirname, join, sep } from 'node:path';

const scope = '@egoi-client/';
const transports = [
  'transport-soap',
  'transport-soap-universal',
  'transport-xmlrpc',
  'transport-rest',
  'transport-v3',
];

/** What a package may import: of the workspace, from npm, and from npm in its tests alone. A subpath is named where only it is allowed. */
const table = {
  core: { workspace: [], npm: ['@opentelemetry/api'], tests: ['zod'] },
  http: { workspace: ['core'], npm: ['axios', 'content-type', 'proxy-from-env'] },
  xml: { workspace: ['core'], npm: [], tests: ['saxes'] },
  'v3-api': { workspace: [], npm: [] },
  callbacks: { workspace: ['core', 'v3-api'], npm: ['fast-xml-parser'] },
  'soap-encoding': { workspace: ['core', 'http', 'xml'], npm: [] },
  'transport-soap': { workspace: ['core', 'http', 'soap-encoding'], npm: ['soap'] },
  'transport-soap-universal': { workspace: ['core', 'http', 'soap-encoding'], npm: [] },
  'transport-xmlrpc': { workspace: ['core', 'http', 'xml'], npm: [], tests: ['xmlrpc'] },
  'transport-rest': {
    workspace: ['core', 'http', 'xml'],
    npm: [],
    tests: ['fast-xml-parser'],
  },
  'webhook-shim': { workspace: ['core', 'callbacks'], npm: ['libsql'] },
  'transport-v3': { workspace: ['core', 'http', 'v3-api'], npm: [] },
  transports: { workspace: ['core', 'http', ...transports], npm: [] },
  sandbox: { workspace: ['core', 'v3-api', 'callbacks'], npm: ['libsql'] },
  gateway: {
    workspace: [
      'core',
      'http/server',
      'quota/account',
      'soap-encoding',
      'transport-xmlrpc/codec',
      'transport-rest/codec',
      'v3-api',
    ],
    npm: ['multipasta'],
    tests: ['soap'],
  },
  'sandbox-page': {
    workspace: [
      'core',
      'http/server',
      'soap-encoding',
      'transport-rest/codec',
      'transport-v3',
      'transport-xmlrpc/codec',
      'sandbox',
      'v3-api',
    ],
    npm: ['hono', 'htmlparser2'],
  },
  migrate: {
    workspace: ['core', 'gateway', 'transport-v3'],
    npm: ['@lezer/common', '@lezer/java', '@lezer/javascript', '@lezer/php', '@lezer/python'],
  },
  quota: { workspace: ['core'], npm: ['rate-limiter-flexible', 'ioredis'] },
  bulk: { workspace: ['core'], npm: ['csv-parse', 'csv-stringify', 'zod'] },
  'bulk-queue': { workspace: ['core', 'bulk'], npm: ['bullmq', 'ioredis'] },
  conformance: {
    workspace: [
      'core',
      'http',
      'soap-encoding',
      'transport-soap',
      'transport-rest',
      'transport-xmlrpc',
      'transport-v3',
      'transports',
      'sandbox',
      'gateway',
    ],
    npm: ['@jest/globals'],
  },
  cli: {
    workspace: [
      'core',
      'http',
      'transport-v3',
      'transports',
      'sandbox',
      'sandbox-page',
      'gateway',
      'webhook-shim',
      'migrate',
      'quota',
      'bulk',
    ],
    npm: [
      '@inquirer/password',
      '@peculiar/x509',
      'cli-progress',
      'commander',
      'eventsource-parser',
      'fast-string-truncated-width',
      'ioredis',
      'jq-wasm',
      'pino',
      'prom-client',
      'reflect-metadata',
    ],
  },
  'redis-process': { workspace: [], npm: [] },
  'compiled-programs': { workspace: [], npm: ['esbuild'] },
  'peak-memory': { workspace: [], npm: [] },
  bench: {
    workspace: [
      'core',
      'http',
      'soap-encoding',
      ...transports,
      'transports',
      'sandbox',
      'sandbox-page',
      'gateway',
      'peak-memory',
    ],
    npm: ['axios', 'esbuild', 'playwright-core', 'soap', 'xmlrpc', 'saxes'],
  },
  reference: {
    workspace: ['core', 'v3-api', 'transport-v3', 'sandbox', 'cli', 'conformance'],
    npm: ['typescript-6'],
  },
  site: {
    workspace: [],
    npm: [
      'htmlparser2',
      'mdast-util-from-markdown',
      'mdast-util-to-string',
      'playwright-core',
      'unist-util-visit',
    ],
  },
  wires: {
    workspace: [
      'core',
      'http',
      'xml',
      'v3-api',
      'soap-encoding',
      ...transports,
      'transports',
      'sandbox',
      'sandbox-page',
      'webhook-shim',
      'gateway',
      'quota',
      'bulk',
      'bulk-queue',
      'migrate',
      'callbacks',
      'cli',
      'conformance',
      'redis-process',
      'compiled-programs',
      'reference',
    ],
    npm: ['axios', 'esbuild', '@opentelemetry/api', 'ioredis'],
  },
  hostile: {
    workspace: [
      'core',
      'http',
      'xml',
      'v3-api',
      'soap-encoding',
      ...transports,
      'transports',
      'sandbox',
      'webhook-shim',
      'callbacks',
      'gateway',
      'conformance',
      'compiled-programs',
      'reference',
    ],
    npm: ['playwright-core'],
  },
  endurance: {
    workspace: [
      'core',
      'v3-api',
      'transport-v3',
      'transports',
      'sandbox',
      'webhook-shim',
      'callbacks',
      'gateway',
      'quota',
      'bulk',
      'bulk-queue',
      'conformance',
      'redis-process',
      'compiled-programs',
      'peak-memory',
    ],
    npm: [],
  },
  interop: {
    workspace: ['compiled-programs', 'core', ...transports, 'sandbox', 'gateway', 'conformance'],
    npm: [],
  },
  page: {
    workspace: ['core', 'gateway', 'sandbox', 'sandbox-page', 'transports'],
    npm: ['anser', 'axe-core', 'playwright-core'],
  },
  consumers: { workspace: [], npm: [] },
  'v3-judge': {
    workspace: ['core', 'v3-api', 'transport-v3', 'sandbox', 'gateway', 'conformance'],
    npm: ['ajv-formats', 'egoisdk', 'openapi-backend'],
  },
};

/** The folders of a package's sources from the lowest up, each with those in it that have no floor of their own; what lies beside them is above them all. */
const folderFloors = {
  core: [
    ['identity'],
    ['errors', 'values'],
    ['options'],
    ['types'],
    ['catalogue'],
    ['contract'],
    ['params', 'answers'],
    ['interceptors', 'paging'],
    ['client'],
    ['telemetry'],
  ],
  'v3-api': [['schema'], ['operations'], ['types'], ['messages']],
  'transport-v3': [['values'], ['calls'], ['contacts'], ['campaigns'], ['methods']],
  sandbox: [
    ['account'],
    ['account/store'],
    ['account/work'],
    ['account/contacts', 'account/callbacks', 'account/lists'],
    ['account/segments'],
    ['account/campaigns'],
    ['account/queue'],
    ['v2/calls'],
    ['v2/records'],
    ['v2/callbacks'],
    ['v2/handlers'],
    ['v3/calls'],
    ['v3/records'],
    ['v3/callbacks'],
    ['v3/handlers'],
    ['view'],
  ],
};

/** Names on the face that users of core see, its named types apart. */
const mostNames = 62;

/** Test files may also use these, and the package's own public face. */
const testTools = [
  '@jest/globals',
  'fast-check',
  'pino',
  '@opentelemetry/sdk-metrics',
  '@opentelemetry/sdk-trace-base',
  '@egoi-client/redis-process',
  '@egoi-client/compiled-programs',
];

const problems = [];
let imports = 0;

for (const roof of ['packages', 'checks', 'tools']) {
  for (const name of readdirSync(roof)) {
    // What a package that moved leaves behind, its build and its dependencies, is none.
    if (existsSync(join(roof, name, 'package.json'))) checkPackage(join(roof, name), name);
  }
}

function checkPackage(place, name) {
  const allowed = table[name];
  if (allowed === undefined) {
    problems.push(`${place}: has no row in scripts/check-boundaries.mjs`);
    return;
  }
  checkManifest(place, name, allowed);
  for (const folder of ['src', 'test']) checkSources(place, name, allowed, folder);
}

function checkManifest(place, name, allowed) {
  const manifest = JSON.parse(readFileSync(join(place, 'package.json'), 'utf8'));
  const sections = ['dependencies', 'devDependencies', 'peerDependencies', 'optionalDependencies'];
  for (const section of sections) {
    for (const dependency of Object.keys(manifest[section] ?? {})) {
      const isOwn = dependency.startsWith(scope);
      const fine = isOwn
        ? allowed.workspace.some(
            (entry) => entry.split('/')[0] === dependency.slice(scope.length),
          ) ||
          (section === 'devDependencies' && testTools.includes(dependency))
        : allowed.npm.includes(dependency) ||
          (section === 'devDependencies' &&
            (dependency.startsWith('@types/') ||
              testTools.includes(dependency) ||
              (allowed.tests ?? []).includes(dependency)));
      if (!fine) problems.push(`${place}/package.json: ${section} may not have ${dependency}`);
    }
  }
  if (!manifest.private && allowed.workspace.includes('core')) checkPeer(name, manifest);
}

/** A program has one core, whichever packages it takes: theirs is the one that the program has. */
function checkPeer(name, manifest) {
  const core = `${scope}core`;
  const isPeer =
    manifest.dependencies?.[core] === undefined &&
    manifest.peerDependencies?.[core] !== undefined &&
    manifest.devDependencies?.[core] !== undefined;
  if (!isPeer) {
    problems.push(
      `packages/${name}/package.json: ${core} must be in peerDependencies and devDependencies, not in dependencies`,
    );
  }
}

function checkSources(place, name, allowed, folder) {
  const root = join(place, folder);
  if (!existsSync(root)) return;
  const files = readdirSync(root, { recursive: true }).filter(
    (file) => /\.[cm]?tsx?$/.test(file) && !isScanned(name, file),
  );
  for (const file of files) {
    const path = join(root, file);
    const source = readFileSync(path, 'utf8');
    for (const [, specifier] of importsOf(source)) {
      imports += 1;
      if (!mayImport(name, allowed, folder, specifier)) {
        problems.push(`${path}: may not import ${specifier}`);
      }
    }
  }
}

/** The sources that the tests of migrate look through are no part of it. */
function isScanned(name, file) {
  return name === 'migrate' && /^(corpus|held-out)/.test(file);
}

function importsOf(source) {
  return source.matchAll(
    /(?:\bfrom\s+|\bimport\s*\(\s*|^import\s+|\brequire\(\s*)['"]([^'"$]+)['"]/gm,
  );
}

function mayImport(name, allowed, folder, specifier) {
  if (specifier.startsWith('.')) return folder === 'test' || !specifier.includes('/test/');
  if (specifier.startsWith('node:')) return name !== 'core' || folder === 'test';
  if (builtinModules.includes(specifier)) return false;
  if (specifier.startsWith(scope)) {
    const path = specifier.slice(scope.length);
    if (folder === 'test' && path.split('/')[0] === name) return true;
    if (folder === 'test' && testTools.includes(specifier)) return true;
    if (folder === 'test' && path === 'core/testing' && allowed.workspace.includes('core'))
      return true;
    return allowed.workspace.some(
      (entry) => path === entry || (!entry.includes('/') && path.startsWith(`${entry}/`)),
    );
  }
  const dependency = specifier
    .split('/')
    .slice(0, specifier.startsWith('@') ? 2 : 1)
    .join('/');
  if (allowed.npm.includes(dependency)) return true;
  return (
    folder === 'test' &&
    (testTools.includes(dependency) || (allowed.tests ?? []).includes(dependency))
  );
}

/** Counts the arrows between the folders of a package, and finds those that do not fall. */
function checkFolders(name, floors) {
  const root = join('packages', name, 'src');
  const heights = new Map(
    floors.flatMap((floor, height) => floor.map((folder) => [folder, height])),
  );
  const arrows = new Set();
  let up = 0;
  for (const file of readdirSync(root, { recursive: true })) {
    if (!file.endsWith('.ts') || !file.includes(sep)) continue;
    const from = folderOf(file, heights);
    if (from === undefined)
      problems.push(`${join(root, file)}: has no floor in scripts/check-boundaries.mjs`);
    for (const [, specifier] of importsOf(readFileSync(join(root, file), 'utf8'))) {
      if (!specifier.startsWith('.')) continue;
      const to = folderOf(join(dirname(file), specifier), heights);
      if (to === from) continue;
      arrows.add(`${from} ${to}`);
      if (to !== undefined && heights.get(to) < heights.get(from)) continue;
      up += 1;
      problems.push(
        `${join(root, file)}: may not import ${specifier}, which is not on a lower floor`,
      );
    }
  }
  return { folders: heights.size, arrows: arrows.size, up, circles: circlesIn(root) };
}

/** The innermost folder around a file that has a floor; `undefined` for a file above them all. */
function folderOf(file, heights) {
  const parts = dirname(file).split(sep);
  for (let depth = parts.length; depth > 0; depth -= 1) {
    const folder = parts.slice(0, depth).join('/');
    if (heights.has(folder)) return folder;
  }
  return undefined;
}

/** Files that import themselves by way of others. */
function circlesIn(root) {
  const files = readdirSync(root, { recursive: true }).filter((file) => file.endsWith('.ts'));
  const below = new Map(
    files.map((file) => [
      file,
      [...importsOf(readFileSync(join(root, file), 'utf8'))]
        .filter(([, specifier]) => specifier.startsWith('.'))
        .map(([, specifier]) => join(dirname(file), specifier)),
    ]),
  );
  const done = new Set();
  const path = [];
  let circles = 0;
  const visit = (file) => {
    if (path.includes(file)) {
      circles += 1;
      problems.push(
        `${root}: a circle of imports: ${[...path.slice(path.indexOf(file)), file].join(' > ')}`,
      );
      return;
    }
    if (done.has(file)) return;
    path.push(file);
    for (const next of below.get(file) ?? []) visit(next);
    path.pop();
    done.add(file);
  };
  for (const file of files) visit(file);
  return circles;
}

function namesOn(file) {
  const lists = readFileSync(file, 'utf8').matchAll(/\{([^}]*)\}/g);
  return [...lists].flatMap(([, list]) => list.split(',').filter((name) => name.trim() !== ''));
}

const inFolders = Object.entries(folderFloors).map(([name, floors]) => ({
  name,
  ...checkFolders(name, floors),
}));
const face = 'packages/core/src/index.ts';
const names = namesOn(face).length;
if (names > mostNames) problems.push(`${face}: has ${names} names, more than ${mostNames}`);

if (problems.length > 0) {
  console.error(problems.join('\n'));
  console.error(`boundaries: ${problems.length} arrows that docs/architecture.md does not have`);
  process.exit(1);
}
console.log(`packages: ${Object.keys(table).length}, imports: ${imports}, arrows up: 0`);
for (const { name, folders, arrows, up, circles } of inFolders) {
  console.log(
    `folders of ${name}: ${folders}, arrows between them: ${arrows}, arrows up: ${up}, circles: ${circles}`,
  );
}
console.log(`names on core's face: ${names} of at most ${mostNames}`);
