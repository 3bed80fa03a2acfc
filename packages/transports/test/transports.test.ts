import { execFileSync } from 'node:child_process';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { EgoiClient, EgoiConfigError, EgoiError, type Transport } from '@egoi-client/core';
import {
  transportFromEnvironment,
  transportNamed,
  wireAddress,
  type WireName,
  wireNames,
} from '@egoi-client/transports';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';

/** A server that only tells where it was asked: at every path it says that nothing is there. */
const asked: (string | undefined)[] = [];
const server = createServer((request, response) => {
  asked.push(request.url);
  response.writeHead(404).end();
});
let base = '';

beforeAll(async () => {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterAll(() => {
  server.close();
});

/** Where a transport sends a call. */
async function placeOf(transport: Transport): Promise<string | undefined> {
  asked.length = 0;
  const client = new EgoiClient({ apiKey: 'a'.repeat(40), transport });
  await expect(client.checklogin()).rejects.toThrow(EgoiError);
  await client.close();
  return asked[0]?.replace(/\?.*/, '');
}

const places: Readonly<Record<WireName, string>> = {
  soap: '/v2/soap.php',
  'soap-universal': '/v2/soap_any.php',
  xmlrpc: '/v2/xmlrpc.php',
  rest: '/v2/rest.php',
  v3: '/v3/my-account',
};

describe('transportNamed', () => {
  test.each(wireNames)('%s reaches the service under its base', async (name) => {
    const transport = await transportNamed(name, { base });
    expect(transport.id).toBe(name);
    expect(await placeOf(transport)).toBe(places[name]);
  });

  test('gives the options of the wire to its transport', async () => {
    const other = await transportNamed('rest', { base, endpoint: `${base}/elsewhere` });
    expect(await placeOf(other)).toBe('/elsewhere');
    await expect(transportNamed('rest', { base, format: 'yaml' as 'xml' })).rejects.toThrow(
      'format must be one of json, xml',
    );
  });

  test('refuses a name that is none, and says which there are', async () => {
    const wrong = transportNamed('soup' as WireName);
    await expect(wrong).rejects.toThrow(EgoiConfigError);
    await expect(wrong).rejects.toThrow('soap, soap-universal, xmlrpc, rest, v3');
    await expect(transportNamed('toString' as WireName)).rejects.toThrow(EgoiConfigError);
  });

  test.each([null, 5, 'https://api.e-goi.com', []])(
    'refuses options that are %p',
    async (wrong) => {
      await expect(transportNamed('rest', wrong as never)).rejects.toThrow(
        new EgoiConfigError('transportNamed: the options must be an object'),
      );
      await expect(transportFromEnvironment({}, wrong as never)).rejects.toThrow(EgoiConfigError);
      await expect(transportFromEnvironment(wrong as never)).rejects.toThrow(
        new EgoiConfigError('transportFromEnvironment: the environment must be an object'),
      );
    },
  );

  test.each(wireNames)('%s is loaded, and none of the others', (name) => {
    expect(packagesLoadedBy(name)).toEqual([`transport-${name}`]);
  });
});

/** The packages of transports of which a process has read a file that makes one transport. */
function packagesLoadedBy(name: WireName): string[] {
  const folder = mkdtempSync(join(tmpdir(), 'egoi-transports-'));
  try {
    const program = `import { transportNamed } from '@egoi-client/transports'; await transportNamed('${name}');`;
    const file = join(folder, 'program.mts');
    writeFileSync(
      file,
      program.replace('@egoi-client/transports', join(__dirname, '../src/index.ts')),
    );
    execFileSync(process.execPath, ['--conditions=@egoi-client/source', '--import', 'tsx', file], {
      cwd: join(__dirname, '..'),
      env: { ...process.env, NODE_V8_COVERAGE: folder },
    });
    const scripts = readdirSync(folder)
      .filter((entry) => entry.endsWith('.json'))
      .map((entry) => readFileSync(join(folder, entry), 'utf8'))
      .join('');
    const found = scripts.matchAll(/packages\/(transport-[a-z0-9-]+)\/src\//g);
    return [...new Set([...found].map(([, loaded]) => loaded ?? ''))];
  } finally {
    rmSync(folder, { recursive: true });
  }
}

describe('the address of a wire', () => {
  test.each([
    ['http://localhost:8080', 'rest', 'http://localhost:8080/v2/rest.php'],
    ['http://localhost:8080/', 'soap', 'http://localhost:8080/v2/soap.php'],
    [
      'https://gateway.example/egoi/',
      'soap-universal',
      'https://gateway.example/egoi/soap_any.php',
    ],
    ['https://gateway.example/v2/soap.php', 'xmlrpc', 'https://gateway.example/v2/xmlrpc.php'],
    ['https://gateway.example/egoi-rest', 'rest', 'https://gateway.example/egoi-rest'],
    ['https://gateway.example/?to=egoi', 'rest', 'https://gateway.example/?to=egoi'],
    ['http://localhost:8080', 'v3', 'http://localhost:8080/v3'],
    ['http://localhost:8080/v2/rest.php', 'v3', 'http://localhost:8080/v3'],
    ['http://localhost:8080/egoi/v2/', 'v3', 'http://localhost:8080/egoi/v3'],
    ['https://gateway.example/egoi/', 'v3', 'https://gateway.example/egoi/v3'],
    ['http://localhost:8080/v3', 'v3', 'http://localhost:8080/v3'],
    ['http://localhost:8080/v3', 'soap', 'http://localhost:8080/v2/soap.php'],
    ['https://gateway.example/egoi-v3', 'v3', 'https://gateway.example/egoi-v3'],
    ['https://api.e-goi.com', 'v3', 'https://api.egoiapp.com'],
    ['https://api.e-goi.com/v2/soap.php', 'v3', 'https://api.egoiapp.com'],
    ['https://api.egoiapp.com', 'v3', 'https://api.egoiapp.com'],
    ['https://api.egoiapp.com', 'rest', 'https://api.e-goi.com/v2/rest.php'],
  ] as const)('%s, over %s', (given, name, address) => {
    expect(wireAddress(name, given)).toBe(address);
  });

  test.each(['localhost:8080', 'ftp://localhost', 'https://user:secret@localhost', ''])(
    'is none for %j',
    (given) => {
      expect(() => wireAddress('rest', given)).toThrow(EgoiConfigError);
      expect(() => wireAddress('rest', given)).not.toThrow('secret');
    },
  );
});

describe('transportFromEnvironment', () => {
  test.each(wireNames)('EGOI_TRANSPORT=%s', async (name) => {
    const transport = await transportFromEnvironment({ EGOI_TRANSPORT: name, EGOI_ENDPOINT: base });
    expect(transport.id).toBe(name);
    expect(await placeOf(transport)).toBe(places[name]);
  });

  test('takes universal SOAP where nothing is said, and empty variables as unset', async () => {
    expect((await transportFromEnvironment({})).id).toBe('soap-universal');
    expect((await transportFromEnvironment({ EGOI_TRANSPORT: '', EGOI_PROXY: '' })).id).toBe(
      'soap-universal',
    );
  });

  test.each(['environment', 'https://me:secret@proxy.test:3128'])(
    'takes EGOI_PROXY=%s',
    async (proxy) => {
      const transport = await transportFromEnvironment({ EGOI_PROXY: proxy });
      expect(transport.id).toBe('soap-universal');
    },
  );

  test('a variable goes before the option that it stands for', async () => {
    const transport = await transportFromEnvironment(
      { EGOI_TRANSPORT: 'xmlrpc', EGOI_ENDPOINT: base },
      { base: 'http://127.0.0.1:1' },
    );
    expect(await placeOf(transport)).toBe(places.xmlrpc);
  });

  test.each([
    ['EGOI_TRANSPORT', 'soup', 'soap, soap-universal, xmlrpc, rest, v3'],
    ['EGOI_ENDPOINT', 'localhost', 'http or https'],
    ['EGOI_ENDPOINT', 'https://user:pass@localhost', 'without user and password'],
    ['EGOI_TIMEOUT_MS', '86400001', '1 to 86,400,000'],
    ['EGOI_TIMEOUT_MS', '1e3', '1 to 86,400,000'],
    ['EGOI_CA_FILE', join(__dirname, 'no-such-file.pem'), 'readable file'],
    ['EGOI_CA_FILE', __filename, 'certificate'],
    ['EGOI_PROXY', 'socks5://localhost:1080', 'http://host:port'],
  ])('%s=%s is refused with what is allowed', async (variable, value, allowed) => {
    const made = transportFromEnvironment({ [variable]: value });
    await expect(made).rejects.toThrow(EgoiConfigError);
    await expect(made).rejects.toThrow(variable);
    await expect(made).rejects.toThrow(allowed);
    await expect(made).rejects.not.toThrow(value);
  });
});
