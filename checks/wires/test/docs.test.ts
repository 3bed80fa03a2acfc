import { spawn, spawnSync } from 'node:child_process';
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { compilePrograms } from '@egoi-client/compiled-programs';
import { createGateway, type GatewayServer } from '@egoi-client/gateway';
import { type RedisProcess, startRedis, whereRedisIs } from '@egoi-client/redis-process';
import { type SandboxTransport, sandboxApiKey, sandboxTransport } from '@egoi-client/sandbox';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';

const root = join(__dirname, '..', '..', '..');
const folder = join(__dirname, '..', '.snippets');
const compiled = join(folder, 'compiled');

interface Snippet {
  readonly page: string;
  readonly line: number;
  readonly file: string;
  readonly code: string;
}

/** Every page that a reader may copy code from. */
function pages(): string[] {
  const packagePages = readdirSync(join(root, 'packages')).map(
    (name) => `packages/${name}/README.md`,
  );
  const docs = readdirSync(join(root, 'docs'), { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.md'))
    .map((file) => `docs/${file}`);
  return ['README.md', ...docs, ...packagePages].filter((page) => readPage(page) !== '');
}

function readPage(page: string): string {
  try {
    return readFileSync(join(root, page), 'utf8');
  } catch {
    return '';
  }
}

function snippetsOf(page: string): Snippet[] {
  const text = readPage(page);
  return [...text.matchAll(/^```ts\n(.*?)^```$/gms)].map((match, index) => ({
    page,
    line: text.slice(0, match.index).split('\n').length + 1,
    file: `${page.replaceAll(/[^a-z0-9]+/gi, '-').toLowerCase()}-${index}.ts`,
    code: match[1] ?? '',
  }));
}

const snippets = pages().flatMap(snippetsOf);
/** Snippets that are tests for Jest themselves. */
const tests = snippets.filter(({ code }) => code.includes("'@jest/globals'"));
const programs = snippets.filter((snippet) => !tests.includes(snippet));
/** Where the pages speak of a Redis. */
const redisAddress = 'localhost:6379';

// Before any test: those among the snippets are loaded while this file is.
rmSync(folder, { recursive: true, force: true });
mkdirSync(folder, { recursive: true });
for (const { file, code } of snippets) writeFileSync(join(folder, file), `${code}\nexport {};\n`);

afterAll(() => rmSync(folder, { recursive: true, force: true }));

test('every snippet of the documentation compiles', () => {
  writeFileSync(
    join(folder, 'tsconfig.json'),
    JSON.stringify({
      extends: '../../../tsconfig.json',
      include: ['*.ts', '../../../packages/*/src/**/*.d.ts'],
    }),
  );
  const tsc = spawnSync(process.execPath, [
    join(root, 'node_modules/typescript/bin/tsc'),
    '-p',
    folder,
  ]);
  expect(tsc.stdout.toString().replaceAll(relative(root, folder), '')).toBe('');
  expect(snippets.length).toBeGreaterThan(10);
});

describe.each(tests.map((snippet) => [`${snippet.page}:${snippet.line}`, snippet] as const))(
  'the tests of %s',
  (_name, { file }) => {
    require(join(folder, file));
  },
);

describe('every snippet of the documentation runs', () => {
  let account: SandboxTransport;
  let server: GatewayServer;
  let redis: RedisProcess | undefined;

  beforeAll(async () => {
    account = sandboxTransport({ apiKey: sandboxApiKey });
    server = await createGateway(account, { v3: account }).listen({ host: '127.0.0.1', port: 0 });
  });

  afterAll(async () => {
    await server.close();
    await account.close?.();
  });

  runAll(programs.filter(({ code }) => !code.includes(redisAddress)));

  whereRedisIs(describe)('with a Redis', () => {
    beforeAll(async () => {
      redis = await startRedis();
    });

    afterAll(() => redis?.stop());

    runAll(programs.filter(({ code }) => code.includes(redisAddress)));
  });

  function runAll(some: readonly Snippet[]): void {
    beforeAll(async () => {
      for (const { file, code } of some) writeFileSync(join(folder, file), served(code));
      await compilePrograms(
        some.map(({ file }) => join(folder, file)),
        folder,
        compiled,
      );
    });

    const named = some.map((snippet) => [`${snippet.page}:${snippet.line}`, snippet] as const);
    test.each(named)('%s', async (_name, { file }) => {
      const program = join(compiled, file.replace(/\.ts$/, '.mjs'));
      const { status, output } = await run(program, `http://127.0.0.1:${server.port}`);
      expect({ status, output: status === 0 ? '' : output }).toEqual({ status: 0, output: '' });
      expect(output).not.toContain('Error');
    });
  }

  /** The pages speak of a sandbox on port 8080 and a Redis on 6379; here they listen where there was room. */
  function served(code: string): string {
    const addressed = code
      .replaceAll('localhost:8080', `127.0.0.1:${server.port}`)
      .replaceAll('port: 8080', 'port: 0')
      .replaceAll("'callbacks.db'", JSON.stringify(join(folder, 'callbacks.db')))
      .replaceAll(redisAddress, `127.0.0.1:${redis?.port}`);
    const listens = code.includes('.listen(');
    return `${addressed}\n${listens ? 'process.exit(0);' : ''}\nexport {};\n`;
  }
});

async function run(
  file: string,
  endpoint: string,
): Promise<{ status: number | null; output: string }> {
  const child = spawn(process.execPath, [file], {
    cwd: root,
    env: { ...process.env, EGOI_API_KEY: sandboxApiKey, EGOI_ENDPOINT: endpoint },
  });
  let output = '';
  child.stdout.on('data', (data: Buffer) => {
    output += data.toString();
  });
  child.stderr.on('data', (data: Buffer) => {
    output += data.toString();
  });
  return new Promise((resolve) => {
    child.on('close', (status) => resolve({ status, output }));
  });
}
