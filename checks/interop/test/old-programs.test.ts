import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sandboxApiKey } from '@egoi-client/sandbox';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { type Command, runProgram, type StartedServer } from '../src/child-process.ts';
import { findProgram, type ForeignProgram, programs } from '../src/programs.ts';
import { startEgoi } from '../src/through-command.ts';

const page = join(__dirname, '../../../docs/guides/old-programs.md');
const text = readFileSync(page, 'utf8');
const name = 'api.e-goi.com';
const ofThePage = 'http://127.0.0.1:8081';

/** A language of the page, and how its programs come to trust the authority of the page. */
interface Language {
  readonly block: string;
  readonly file: string;
  readonly program: ForeignProgram;
  readonly count: number;
  readonly trust: (folder: string) => {
    readonly args?: readonly string[];
    readonly env?: Readonly<Record<string, string>>;
  };
}

const languages: readonly Language[] = [
  {
    block: 'php',
    file: 'lists.php',
    program: programs.php,
    count: 2,
    trust: (folder) => ({
      args: ['openssl.cafile', 'curl.cainfo'].flatMap((setting) => [
        '-d',
        `${setting}=${join(folder, 'authority.pem')}`,
      ]),
    }),
  },
  {
    block: 'perl',
    file: 'lists.pl',
    program: programs.soapLite,
    count: 1,
    trust: (folder) => ({ env: { PERL_LWP_SSL_CA_FILE: join(folder, 'authority.pem') } }),
  },
  {
    block: 'java',
    file: 'Lists.java',
    program: programs.axis,
    count: 1,
    trust: (folder) => ({
      args: [
        `-Djavax.net.ssl.trustStore=${join(folder, 'trusted.p12')}`,
        '-Djavax.net.ssl.trustStorePassword=changeit',
      ],
    }),
  },
];

/** The code of the page in one language, in its order. */
function blocks(language: string): readonly string[] {
  const found = text.matchAll(/^```(\w+)\n(.*?)^```$/gms);
  return [...found].filter(([, kind]) => kind === language).map(([, , code = '']) => code);
}

/** Lets a command see another hosts file, where the system allows that without being root. */
function withHosts(hosts: string, { program, args, env }: Command): Command {
  const bind = 'mount --bind "$0" /etc/hosts && exec "$@"';
  return {
    program: 'unshare',
    args: ['-rm', 'sh', '-c', bind, hosts, program, ...args],
    ...(env === undefined ? {} : { env }),
  };
}

let folder: string;
let sandbox: StartedServer;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'old-programs-'));
  sandbox = await startEgoi('sandbox', '--contacts', '2');
});

afterAll(async () => {
  await sandbox.stop();
  rmSync(folder, { recursive: true, force: true });
});

/** Runs the snippets of a language against an address, and gives what they print. */
async function printedBy(
  { block, file, program, count, trust }: Language,
  address: string,
  around: (command: Command) => Command,
): Promise<readonly string[] | undefined> {
  const found = await findProgram(program);
  if (found === undefined && process.env['INTEROP_REQUIRED'] !== '1') return undefined;
  const snippets = blocks(block);
  expect(snippets).toHaveLength(count);
  const printed: string[] = [];
  for (const code of snippets) {
    expect(code).toContain(ofThePage);
    writeFileSync(join(folder, file), code.replaceAll(ofThePage, address));
    const { args = [], env } = trust(folder);
    const command = found?.command([...args, join(folder, file)], {
      EGOI_API_KEY: sandboxApiKey,
      ...env,
    });
    if (command === undefined) throw new Error(`${program.packages} are not installed`);
    const { ok, stdout, stderr } = await runProgram(around(command), 120_000);
    printed.push(ok ? stdout : stderr);
  }
  return printed;
}

describe('old programs of the page, through egoi gateway over API v3', () => {
  let gateway: StartedServer;

  beforeAll(async () => {
    gateway = await startEgoi('gateway', '--endpoint', sandbox.address);
  });

  afterAll(() => gateway.stop());

  test.each(languages)('in $block, at another address', async (language) => {
    const address = gateway.address.replace(/\/$/, '');
    const printed = await printedBy(language, address, (command) => command);
    // A program that is not here is skipped; `INTEROP_REQUIRED=1` wants it.
    expect(new Set(printed)).toEqual(new Set(printed && ['1 Contacts\n']));
  });
});

const toolsAreHere =
  spawnSync('openssl', ['version']).status === 0 && spawnSync('curl', ['--version']).status === 0;
const hostsCanBeChanged =
  spawnSync('unshare', ['-rm', 'mount', '--bind', '/dev/null', '/etc/hosts']).status === 0;

(toolsAreHere ? describe : describe.skip)(
  "under the service's own name, with an authority of one's own",
  () => {
    let gateway: StartedServer;
    let port: string;

    beforeAll(async () => {
      const [making = ''] = blocks('sh').filter((code) => code.startsWith('openssl'));
      const made = spawnSync('sh', ['-eu'], { cwd: folder, input: making, encoding: 'utf8' });
      if (made.status !== 0) throw new Error(made.stderr);
      const keytool = /`(keytool .*?)`/.exec(text)?.[1] ?? '';
      spawnSync('sh', ['-eu'], { cwd: folder, input: keytool });
      const pair = [
        '--cert',
        join(folder, 'gateway.pem'),
        '--private-key',
        join(folder, 'gateway.key'),
      ];
      const words = ['--allow-host', name, ...pair, '--endpoint', sandbox.address];
      gateway = await startEgoi('gateway', ...words);
      port = new URL(gateway.address).port;
    });

    afterAll(() => gateway.stop());

    function curl(host: string, ...words: readonly string[]) {
      const resolve = ['--resolve', `${host}:${port}:127.0.0.1`, '--noproxy', '*', '-sS'];
      return spawnSync('curl', [...resolve, ...words], { cwd: folder, encoding: 'utf8' });
    }

    test('the WSDL says the address that the program knows', () => {
      const address = `https://${name}:${port}/v2/soap.php`;
      const { stdout } = curl(name, '--cacert', 'authority.pem', `${address}?wsdl`);
      expect(stdout).toContain(`<soap:address location="${address}"/>`);
    });

    test('the authority is good for that name alone', () => {
      const other = 'www.example.com';
      const [making = ''] = blocks('sh').filter((code) => code.startsWith('openssl'));
      const [, ...signing] = making.split(/^(?=openssl)/m);
      const forged = signing.join('').replaceAll(name, other).replaceAll('gateway.', 'forged.');
      expect(spawnSync('sh', ['-eu'], { cwd: folder, input: forged }).status).toBe(0);
      for (const [host, certificate] of [
        [name, 'gateway.pem'],
        [other, 'forged.pem'],
      ] as const) {
        const words = ['verify', '-CAfile', 'authority.pem', '-verify_hostname', host, certificate];
        const { status, stderr } = spawnSync('openssl', words, { cwd: folder, encoding: 'utf8' });
        if (host === name) expect(status).toBe(0);
        else expect(stderr).toContain('permitted subtree violation');
      }
    });

    (hostsCanBeChanged ? describe : describe.skip)('with a line in the hosts file', () => {
      test.each(languages)('a program in $block finds it', async (language) => {
        const [line = ''] = blocks('text').filter((code) => code.includes(name));
        const hosts = join(folder, 'hosts');
        writeFileSync(hosts, `127.0.0.1 localhost\n${line}`);
        const printed = await printedBy(language, `https://${name}:${port}`, (command) =>
          withHosts(hosts, command),
        );
        expect(new Set(printed)).toEqual(new Set(printed && ['1 Contacts\n']));
      });
    });
  },
);
