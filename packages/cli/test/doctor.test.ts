import { createServer } from 'node:http';
import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { createGateway, createV3Server } from '@egoi-client/gateway';
import { sandboxTransport } from '@egoi-client/sandbox';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { wireNames } from '@egoi-client/transports';
import { selfSigned } from '../src/sandbox/self-signed.ts';
import { Place } from './egoi.ts';
import { type ServedAccount, serveAccount } from './served-account.ts';

let place: Place;
let served: ServedAccount;

beforeAll(async () => {
  place = new Place();
  served = await serveAccount();
});

afterAll(async () => {
  place.remove();
  await served.close();
});

interface Report {
  readonly tls?: { readonly text: string };
  readonly wires: readonly {
    readonly wire: string;
    readonly answers: boolean;
    readonly code?: string;
  }[];
  readonly problems: readonly string[];
}

describe('egoi doctor', () => {
  test('finds five wires that give the same answer', async () => {
    Object.assign(place.env, served.env);
    const { code, stdout, stderr } = await place.run('doctor', '--json');
    place.env['EGOI_API_KEY'] = '';
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    const { wires, problems } = JSON.parse(stdout) as Report;
    expect(problems).toEqual([]);
    expect(wires).toMatchObject(
      wireNames.map((wire) => ({ wire, answers: true, isSame: true, problems: [] })),
    );
  });

  test('finds out without a key, too', async () => {
    const { code, stdout } = await place.run('doctor', '-e', served.env.EGOI_ENDPOINT);
    expect(code).toBe(0);
    expect(stdout).toContain('All five wires work.');
    expect(stdout).toContain('No key was given');
    expect(stdout.match(/INVALID/g)).toHaveLength(5);
  });

  test('says that the key is refused', async () => {
    place.env['EGOI_API_KEY'] = 'wrong-key';
    const { code, stdout, stderr } = await place.run('doctor', '-e', served.urls.rest);
    place.env['EGOI_API_KEY'] = '';
    expect(code).toBe(6);
    expect(stdout).toContain('the service refuses the key with INVALID');
    expect(stdout + stderr).not.toContain('wrong-key');
  });

  test('says once that nobody listens', async () => {
    const { code, stdout, stderr } = await place.run('doctor', '-e', 'http://127.0.0.1:1');
    expect(code).toBe(3);
    expect(stderr).toContain('no wire gave an answer');
    expect(stdout).toContain('soap, soap-universal, xmlrpc, rest, v3: no connection');
    expect(stdout.match(/ECONNREFUSED/g)).toHaveLength(1);
  });

  test('says of each wire what answers in its place', async () => {
    const gateway = createGateway(sandboxTransport());
    const server = createServer((request, response) => {
      if (request.url === '/v2/rest.php') {
        response.writeHead(502).end('<html>Bad Gateway</html>');
        return;
      }
      const chunks: Buffer[] = [];
      request.on('data', (chunk: Buffer) => chunks.push(chunk));
      request.on('end', () => {
        const { method = '', url = '', headers } = request;
        const body = Buffer.concat(chunks);
        void gateway
          .handle({ method, url, body, headers: headers as Record<string, string> })
          .then((reply) => response.writeHead(reply.status, reply.headers).end(reply.body));
      });
    }).listen(0, '127.0.0.1');
    await once(server, 'listening');
    const { port } = server.address() as AddressInfo;
    const { code, stdout } = await place.run('doctor', '--json', '-e', `http://127.0.0.1:${port}`);
    server.close();
    const { wires, problems } = JSON.parse(stdout) as Report;
    expect(code).toBe(6);
    expect(wires.map(({ answers }) => answers)).toEqual([true, true, true, false, false]);
    expect(problems).toHaveLength(1);
    expect(problems[0]).toMatch(/^rest: .*502.*proxies/);
  });

  test('takes API v3 alone for a whole service, and says how to go on, where nobody answers for v2', async () => {
    const account = sandboxTransport();
    const server = await createV3Server(account).listen();
    const { code, stdout, stderr } = await place.run('doctor', '-e', server.url);
    const asJson = await place.run('doctor', '--json', '-e', server.url);
    await server.close();
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    expect(stdout).toContain('API v3 works.');
    expect(stdout).toContain('API v2 is not there. Make the same calls by API v3: --transport v3');
    expect(stdout.match(/^ {2}soap/gm)).not.toBeNull();
    expect(JSON.parse(asJson.stdout)).toMatchObject({ living: ['v3'], problems: [] });
  });

  test.each([404, 410])(
    'takes pages with status %d in the place of API v2 for its end',
    async (status) => {
      const account = sandboxTransport();
      const v3 = createV3Server(account);
      const server = createServer((request, response) => {
        const { method = '', url = '', headers } = request;
        if (!url.startsWith('/v3/')) {
          response.writeHead(status, { 'content-type': 'text/html' }).end('<html>Gone</html>');
          return;
        }
        void v3
          .handle({
            method,
            url,
            body: new Uint8Array(),
            headers: headers as Record<string, string>,
          })
          .then((reply) => response.writeHead(reply.status, reply.headers).end(reply.body));
      }).listen(0, '127.0.0.1');
      await once(server, 'listening');
      const { port } = server.address() as AddressInfo;
      const { code, stdout } = await place.run('doctor', '-e', `http://127.0.0.1:${port}`);
      server.close();
      expect(code).toBe(0);
      expect(stdout).toContain('API v2 is not there.');
      expect(stdout).toContain(`HTTP ${status}`);
    },
  );

  test('takes API v2 alone for a whole service as well', async () => {
    const server = await createGateway(sandboxTransport()).listen();
    const { code, stdout } = await place.run('doctor', '-e', `http://127.0.0.1:${server.port}`);
    await server.close();
    expect(code).toBe(0);
    expect(stdout).toContain('All four wires of API v2 work.');
    expect(stdout).toContain('API v3 is not served here:');
  });

  test('finds fault with an API v3 that is there and fails', async () => {
    const account = sandboxTransport();
    account.failV3('*', 503, { times: 10 });
    const server = await createGateway(account, { v3: account }).listen();
    const { code, stdout } = await place.run('doctor', '-e', `http://127.0.0.1:${server.port}`);
    await server.close();
    expect(code).toBe(6);
    expect(stdout).toMatch(/^ {2}v3: .*503/m);
  });

  test('looks at the certificate, trusted or not', async () => {
    const tls = await selfSigned();
    const secure = await createGateway(served.account).listen({ tls });
    const address = `https://localhost:${secure.port}`;
    const ca = place.write('ca.pem', tls.cert);
    const trusted = await place.run('doctor', '-e', address, '--ca', ca);
    const distrusted = await place.run('doctor', '-e', address);
    await secure.close();
    expect(trusted).toMatchObject({ code: 0 });
    expect(trusted.stdout).toMatch(/TLS 1\.3, certificate of egoi sandbox for \d+ more days/);
    expect(distrusted).toMatchObject({ code: 3 });
    expect(distrusted.stdout).toContain('the certificate is not trusted');
  });
});

describe('egoi bench', () => {
  test('measures the five wires against a sandbox of its own', async () => {
    const { code, stdout } = await place.run('bench', '--calls', '5', '--json');
    expect(code).toBe(0);
    const { rows } = JSON.parse(stdout) as { rows: { wire: string; calls: number }[] };
    expect(rows.map(({ wire }) => wire)).toEqual(wireNames.flatMap((wire) => [wire, wire]));
    expect(rows.every(({ calls }) => calls === 5)).toBe(true);
  });

  test('spends calls of an account only when told to, and says how many', async () => {
    place.env['EGOI_API_KEY'] = served.env.EGOI_API_KEY;
    const words = ['bench', '--calls', '3', '-e', served.env.EGOI_ENDPOINT];
    const { code, stderr } = await place.run(...words);
    expect(code).toBe(2);
    expect(stderr).toContain('20 calls');
    const limited = await serveAccount({ callsPerHour: 16 });
    const spent = await place.run(...words.slice(0, 4), limited.env.EGOI_ENDPOINT, '--spend');
    await limited.close();
    expect(spent).toMatchObject({ code: 0 });
    expect(spent.stdout).toContain('per second');
  });
});
