import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createGateway, type GatewayServer } from '@egoi-client/gateway';
import { sandboxApiKey, type SandboxTransport, sandboxTransport } from '@egoi-client/sandbox';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';

const page = 'docs/guides/testing-a-v3-integration.md';
const text = readFileSync(join(__dirname, '..', '..', '..', page), 'utf8');

/** A program that runs the snippets of a language. */
interface Runner {
  readonly language: string;
  readonly file: string;
  readonly command: readonly [program: string, ...args: string[]];
  /** Ends well where the program is there with all that the snippets need. */
  readonly probe: readonly [program: string, ...args: string[]];
}

const runners: readonly Runner[] = [
  {
    language: 'js',
    file: 'try-v3.mjs',
    command: [process.execPath],
    probe: [process.execPath, '--version'],
  },
  {
    language: 'php',
    file: 'try-v3.php',
    command: ['php'],
    probe: ['php', '-r', 'exit(extension_loaded("curl") ? 0 : 1);'],
  },
  { language: 'sh', file: 'try-v3.sh', command: ['sh', '-eu'], probe: ['curl', '--version'] },
];

/** Whether a program is there, or must be: INTEROP_REQUIRED=1. */
function isThere([program, ...args]: Runner['probe']): boolean {
  return process.env['INTEROP_REQUIRED'] === '1' || spawnSync(program, args).status === 0;
}

interface Snippet {
  readonly code: string;
  /** What the page says that it prints. */
  readonly printed: string;
}

/** Snippets that call the sandbox; the one that starts it is run by the tests of the command. */
function snippetsIn(language: string): Snippet[] {
  const blocks = [...text.matchAll(/^```(\w+)\n(.*?)^```$/gms)].map(([, kind, code = '']) => ({
    kind,
    code,
  }));
  return blocks.flatMap(({ kind, code }, index) => {
    if (kind !== language || code.startsWith('egoi sandbox')) return [];
    const shown = blocks.slice(index).find((block) => block.kind === 'text');
    return [{ code, printed: shown?.code ?? '' }];
  });
}

let account: SandboxTransport;
let server: GatewayServer;
let folder: string;

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'v3-guide-'));
  account = sandboxTransport();
  server = await createGateway(account, { v3: account }).listen();
});

afterEach(async () => {
  await server.close();
  await account.close();
  rmSync(folder, { recursive: true });
});

describe.each(runners)('the snippets in $language', (runner) => {
  const { language, file, command, probe } = runner;
  const found = isThere(probe);
  const note = found ? '' : ` (skipped: there is no ${probe[0]} here that can run them)`;
  const snippets = snippetsIn(language);

  test('are on the page', () => {
    expect(snippets).toHaveLength(1);
  });

  (found ? describe : describe.skip)(`print what the page says${note}`, () => {
    test.each(snippets)('snippet %#', async ({ code, printed }) => {
      writeFileSync(join(folder, file), code);
      const [program, ...args] = command;
      const output = await outputOf(program, [...args, join(folder, file)]);
      expect(output).toEqual({ status: 0, stdout: printed, stderr: '' });
    });
  });
});

async function outputOf(program: string, args: readonly string[]) {
  const child = spawn(program, args, {
    env: {
      ...process.env,
      EGOI_V3_URL: server.v3Url,
      EGOI_API_KEY: sandboxApiKey,
      // A proxy of the environment is not for loopback.
      no_proxy: '127.0.0.1',
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const output = { stdout: '', stderr: '' };
  for (const name of ['stdout', 'stderr'] as const) {
    child[name].setEncoding('utf8').on('data', (piece: string) => (output[name] += piece));
  }
  const [status] = (await once(child, 'close')) as [number | null];
  return { status, ...output };
}
