import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { createRequire } from 'node:module';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { inspect } from 'node:util';
import type * as Core from '@egoi-client/core';
import type * as Wire from '@egoi-client/core/wire';
import {
  EgoiApiError,
  EgoiClient,
  EgoiConnectionError,
  EgoiError,
  EgoiInputError,
  EgoiQuotaError,
  mayRepeat,
  retry,
} from '@egoi-client/core';
import { Secret, WireFormatError } from '@egoi-client/core/wire';
import type * as Rest from '@egoi-client/transport-rest';
import { restTransport } from '@egoi-client/transport-rest';
import { quota } from '@egoi-client/quota';
import { importSubscribers } from '@egoi-client/bulk';
import type * as Bulk from '@egoi-client/bulk';
import { sandboxApiKey, sandboxTransport } from '@egoi-client/sandbox';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { buildSync } from 'esbuild';

const folder = mkdtempSync(join(tmpdir(), 'egoi-copies-'));
const load = createRequire(__filename);
const apiKey = 'a'.repeat(40);

/** All that a package exports. */
function faces(name: string): string {
  const files = name === 'core' ? ['index', 'wire'] : ['index'];
  return files.map((file) => `export * from './${file}.ts';`).join('\n');
}

/** A package with a core of its own inside, as a bundler ships it: minified, no name is left. */
function bundled(name: string, format: 'esm' | 'cjs' = 'cjs'): string {
  const outfile = join(folder, `${name}.${format === 'esm' ? 'mjs' : 'cjs'}`);
  buildSync({
    stdin: { contents: faces(name), resolveDir: join(__dirname, '../../../packages', name, 'src') },
    bundle: true,
    minify: true,
    format,
    platform: 'node',
    conditions: ['@egoi-client/source'],
    outfile,
    logLevel: 'error',
  });
  return outfile;
}

let foreign: typeof Core & typeof Wire;
let foreignRest: typeof Rest;
let foreignBulk: typeof Bulk;

beforeAll(() => {
  foreign = load(bundled('core'));
  foreignRest = load(bundled('transport-rest'));
  foreignBulk = load(bundled('bulk'));
});

afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe('an error of another copy', () => {
  const classes = [
    'EgoiAbortError',
    'EgoiApiError',
    'EgoiConfigError',
    'EgoiConnectionError',
    'EgoiFaultError',
    'EgoiHttpError',
    'EgoiInputError',
    'EgoiProtocolError',
    'EgoiQuotaError',
    'EgoiTimeoutError',
    'EgoiUnsupportedError',
  ] as const;

  function made(copy: typeof Core): EgoiError[] {
    const context = { redact: (text: string) => text };
    return [
      new copy.EgoiAbortError('m'),
      new copy.EgoiApiError('NO_DATA', context),
      new copy.EgoiConfigError('m'),
      new copy.EgoiConnectionError('m', { delivery: 'not_sent' }),
      new copy.EgoiFaultError({ faultCode: '1', faultString: 'm' }, context),
      new copy.EgoiHttpError('m', { status: 502 }),
      new copy.EgoiInputError([], context),
      new copy.EgoiProtocolError('m', {}),
      new copy.EgoiQuotaError('m', { retryAfterMs: 1 }),
      new copy.EgoiTimeoutError('m', { timeoutMs: 1 }),
      new copy.EgoiUnsupportedError('m', {}),
    ];
  }

  test('is an instance of its class and of EgoiError, and of no other, in both directions', async () => {
    const own = await import('@egoi-client/core');
    for (const [errors, copy] of [
      [made(foreign), own],
      [made(own), foreign],
    ] as const) {
      for (const [index, error] of errors.entries()) {
        const instanceOf = classes.filter((name) => error instanceof copy[name]);
        expect(instanceOf).toEqual([classes[index]]);
        expect(error instanceof copy.EgoiError).toBe(true);
        expect(error).toBeInstanceOf(Error);
      }
    }
  });

  test('keeps its name through a minifier, also where loggers ask the class', () => {
    expect(made(foreign).map(({ name }) => name)).toEqual(classes);
    expect(made(foreign).map((error) => error.constructor.name)).toEqual(classes);
    expect(made(foreign).map((error) => error.toJSON()['name'])).toEqual(classes);
    for (const error of made(foreign)) expect(inspect(error)).toMatch(/^Egoi\w+Error: /);
    expect(new foreign.WireFormatError('m').name).toBe('WireFormatError');
    expect(new foreign.WireFormatError('m')).toBeInstanceOf(WireFormatError);
  });

  test('a class that a user derives matches its own instances alone', () => {
    class Throttled extends EgoiApiError {}
    class ForeignThrottled extends foreign.EgoiApiError {}
    const plain = new foreign.EgoiApiError('NO_DATA', {});
    expect(new Throttled('NO_DATA', {})).toBeInstanceOf(Throttled);
    expect(plain).not.toBeInstanceOf(Throttled);
    expect(new EgoiApiError('NO_DATA', {})).not.toBeInstanceOf(Throttled);
    expect(new ForeignThrottled('NO_DATA', {})).not.toBeInstanceOf(Throttled);
    expect(new ForeignThrottled('NO_DATA', {})).toBeInstanceOf(EgoiApiError);
    expect(new Throttled('NO_DATA', {}) instanceof foreign.EgoiError).toBe(true);
    expect(new Throttled('NO_DATA', {}) instanceof foreign.EgoiInputError).toBe(false);
  });

  test.each([
    null,
    undefined,
    'EgoiApiError',
    () => undefined,
    new Error('m'),
    { kind: 'api', name: 'EgoiApiError' },
    JSON.parse('{"@egoi-client/EgoiError":true,"Symbol(@egoi-client/EgoiError)":true}'),
  ])('what only looks like one is none: %p', (value) => {
    expect(value instanceof EgoiError).toBe(false);
    expect(value instanceof EgoiApiError).toBe(false);
    expect(value instanceof Secret).toBe(false);
  });
});

describe('in one program', () => {
  /** Answers the first call by hanging up before it, as no server stands there. */
  async function closedPort(): Promise<number> {
    const server = createServer();
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const { port } = server.address() as AddressInfo;
    await new Promise((resolve) => server.close(resolve));
    return port;
  }

  test('a write that a foreign transport could not send is repeated, and stays what it was', async () => {
    const endpoint = `http://127.0.0.1:${await closedPort()}/v2/rest.php`;
    for (const [copy, transport] of [
      [{ EgoiClient, retry }, foreignRest.restTransport({ endpoint })],
      [foreign, restTransport({ endpoint })],
    ] as const) {
      const client = new copy.EgoiClient({
        apiKey,
        transport,
        interceptors: [copy.retry({ maxTries: 3, wait: async () => undefined })],
      });
      const error = await client
        .addSubscriber({ listID: 1, email: 'ana@example.com' })
        .catch((thrown: unknown) => thrown);
      expect(error).toBeInstanceOf(EgoiConnectionError);
      expect(error).toMatchObject({ kind: 'connection', delivery: 'not_sent', attempts: 3 });
      await client.close();
    }
  });

  test('what a foreign interceptor throws passes as it is', async () => {
    const spent = new foreign.EgoiQuotaError('spent', { retryAfterMs: 5 });
    const client = new EgoiClient({
      apiKey,
      transport: sandboxTransport(),
      interceptors: [() => () => Promise.reject(spent)],
    });
    const error = await client.getLists().catch((thrown: unknown) => thrown);
    expect(error).toBe(spent);
    expect(error).toBeInstanceOf(EgoiQuotaError);
    expect(mayRepeat(error as EgoiQuotaError, 'write')).toBe(true);
    await client.close();
  });

  test('a foreign client over the sandbox reads its refusals', async () => {
    const transport = sandboxTransport();
    const client = new foreign.EgoiClient({ apiKey: sandboxApiKey, transport });
    expect(await client.createList({ nome: 'News' })).toMatchObject({ LIST_ID: 1 });
    await expect(client.getLists({ start: -1 })).rejects.toBeInstanceOf(EgoiInputError);
    await expect(
      client.subscriberData({ listID: 1, subscriber: 'nobody@example.com' }),
    ).rejects.toBeInstanceOf(EgoiApiError);
    await client.close();
  });

  test('a foreign secret stays hidden and can be read by what needs it', async () => {
    const secret = new foreign.Secret(apiKey);
    expect(secret).toBeInstanceOf(Secret);
    expect(new Secret(apiKey) instanceof foreign.Secret).toBe(true);
    for (const shown of [
      inspect(secret, { showHidden: true }),
      String(secret),
      JSON.stringify({ secret }),
    ]) {
      expect(shown).not.toContain(apiKey);
      expect(shown).toContain('[redacted]');
    }
    const budget = quota();
    expect(await budget.left({ apiKey: secret })).toEqual({ calls: 150, nextInMs: 0 });
  });

  test('rows of a foreign reader keep their lines', async () => {
    const client = new EgoiClient({ apiKey: sandboxApiKey, transport: sandboxTransport() });
    const { LIST_ID: listID } = await client.createList({ nome: 'News' });
    const rejects = join(folder, 'rejects.ndjson');
    const summary = await importSubscribers(
      client,
      [
        new foreignBulk.ContactRow({ email: 'ana@example.com' }, 2),
        new foreignBulk.ContactRow(null, 7, 'is not JSON'),
      ],
      { listID, journal: join(folder, 'journal'), rejects },
    );
    expect(summary).toMatchObject({ rows: 2, rejected: 1 });
    expect(JSON.parse(readFileSync(rejects, 'utf8'))).toMatchObject({ line: 7 });
    await client.close();
  });

  test('an ES module and a CommonJS module of this library understand each other', () => {
    const script = join(folder, 'both.mjs');
    const esm = bundled('core', 'esm');
    writeFileSync(
      script,
      `import { createRequire } from 'node:module';
import * as esm from ${JSON.stringify(esm)};
const cjs = createRequire(import.meta.url)(${JSON.stringify(bundled('core'))});
const error = new cjs.EgoiConfigError('m');
console.log(JSON.stringify([
  esm.EgoiError === cjs.EgoiError,
  error instanceof esm.EgoiError,
  error instanceof esm.EgoiConfigError,
  error instanceof esm.EgoiInputError,
  new esm.EgoiUnsupportedError('m', {}) instanceof cjs.EgoiUnsupportedError,
]));`,
    );
    const printed = execFileSync(process.execPath, [script], { encoding: 'utf8' });
    expect(JSON.parse(printed)).toEqual([false, true, true, false, true]);
  });
});
