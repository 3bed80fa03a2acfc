// Holds every package to the floors of docs/architecture.md: reads each package.json and each import
// of the sources, and fails on an arrow that the table does not have.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { builtinModules } from 'node:module';
import { join } from 'node:path';

const scope = '@egoi-client/';
const transports = [
  'transport-soap',
  'transport-soap-universal',
  'transport-xmlrpc',
  'transport-rest',
];

/** What a package may import: of the workspace, from npm, and from npm in its tests alone. A subpath is named where only it is allowed. */
const table = {
  core: { workspace: [], npm: ['zod', '@opentelemetry/api'] },
  http: { workspace: ['core'], npm: ['axios'] },
  'xml-reader': { workspace: [], npm: [], tests: ['saxes'] },
  'soap-encoding': { workspace: ['core', 'xml-reader'], npm: [] },
  'transport-soap': { workspace: ['core', 'http', 'soap-encoding'], npm: ['soap'] },
  'transport-soap-universal': { workspace: ['core', 'http', 'soap-encoding'], npm: [] },
  'transport-xmlrpc': { workspace: ['core', 'http', 'xml-reader'], npm: [], tests: ['xmlrpc'] },
  'transport-rest': {
    workspace: ['core', 'http', 'xml-reader'],
    npm: [],
    tests: ['fast-xml-parser'],
  },
  transports: { workspace: ['core', 'http', ...transports], npm: [] },
  sandbox: { workspace: ['core'], npm: ['@libsql/client'] },
  gateway: {
    workspace: ['core', 'soap-encoding', 'transport-xmlrpc/codec', 'transport-rest/codec'],
    npm: ['multipasta'],
  },
  quota: { workspace: ['core'], npm: ['rate-limiter-flexible', 'ioredis'] },
  bulk: { workspace: ['core'], npm: ['csv-parse', 'csv-stringify', 'zod'] },
  'bulk-queue': { workspace: ['core', 'bulk'], npm: ['bullmq', 'ioredis'] },
  conformance: {
    workspace: ['core', 'http', 'soap-encoding', ...transports, 'sandbox', 'gateway'],
    npm: ['@jest/globals'],
  },
  cli: {
    workspace: ['core', 'http', 'transports', 'sandbox', 'gateway', 'quota', 'bulk'],
    npm: ['@inquirer/password', 'cli-progress', 'commander'],
  },
  'redis-process': { workspace: [], npm: [] },
  bench: {
    workspace: ['core', 'http', 'xml-reader', 'soap-encoding', ...transports, 'sandbox', 'gateway'],
    npm: ['axios', 'soap', 'xmlrpc', 'saxes', 'fast-xml-parser'],
  },
  reference: {
    workspace: ['core', 'sandbox', 'cli', 'conformance'],
    npm: ['typescript-6'],
  },
  wires: {
    workspace: [
      'core',
      'http',
      'xml-reader',
      'soap-encoding',
      ...transports,
      'transports',
      'sandbox',
      'gateway',
      'quota',
      'bulk',
      'bulk-queue',
      'cli',
      'conformance',
      'redis-process',
      'reference',
    ],
    npm: ['esbuild', '@opentelemetry/api', 'bullmq', 'csv-parse', 'ioredis', 'pino'],
  },
  hostile: {
    workspace: [
      'core',
      'http',
      'xml-reader',
      'soap-encoding',
      ...transports,
      'sandbox',
      'gateway',
      'conformance',
    ],
    npm: ['playwright-core'],
  },
  endurance: {
    workspace: [
      'core',
      ...transports,
      'sandbox',
      'gateway',
      'quota',
      'bulk',
      'bulk-queue',
      'conformance',
      'redis-process',
    ],
    npm: [],
  },
  interop: {
    workspace: ['core', ...transports, 'sandbox', 'gateway', 'conformance'],
    npm: [],
  },
};

/** Test files may also use these, and the package's own public face. */
const testTools = [
  '@jest/globals',
  'fast-check',
  'pino',
  '@opentelemetry/sdk-metrics',
  '@opentelemetry/sdk-trace-base',
  '@egoi-client/redis-process',
];

const problems = [];

for (const roof of ['packages', 'checks', 'tools']) {
  for (const name of readdirSync(roof)) checkPackage(join(roof, name), name);
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
      `${place}/package.json: ${core} must be in peerDependencies and devDependencies, not in dependencies`,
    );
  }
}

function checkSources(place, name, allowed, folder) {
  const root = join(place, folder);
  if (!existsSync(root)) return;
  const files = readdirSync(root, { recursive: true }).filter((file) => /\.[cm]?tsx?$/.test(file));
  for (const file of files) {
    const path = join(root, file);
    const source = readFileSync(path, 'utf8');
    const imports = source.matchAll(
      /(?:\bfrom\s+|\bimport\s*\(\s*|^import\s+|\brequire\(\s*)['"]([^'"]+)['"]/gm,
    );
    for (const [, specifier] of imports) {
      if (!mayImport(name, allowed, folder, specifier)) {
        problems.push(`${path}: may not import ${specifier}`);
      }
    }
  }
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

if (problems.length > 0) {
  console.error(problems.join('\n'));
  console.error(`boundaries: ${problems.length} arrows that docs/architecture.md does not have`);
  process.exit(1);
}
console.log(`boundaries: ${Object.keys(table).length} packages, every arrow falls`);
