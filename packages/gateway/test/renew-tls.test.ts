import { X509Certificate } from 'node:crypto';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { connect, type TLSSocket } from 'node:tls';
import { EgoiConfigError } from '@egoi-client/core';
import { afterEach, describe, expect, test } from '@jest/globals';
import { postText } from '../../http/test/support/raw-connection.ts';
import { restCall } from './support/requests.ts';
import { answering, startingGateways } from './support/serving.ts';

const start = startingGateways();

function pem(...names: readonly string[]): string {
  return readFileSync(join(__dirname, ...names), 'utf8');
}

const first = {
  key: pem('fixtures', 'localhost.key.pem'),
  cert: pem('fixtures', 'localhost.cert.pem'),
};
const httpFixtures = ['..', '..', 'http', 'test', 'fixtures'];
const second = {
  key: pem(...httpFixtures, 'server-key.pem'),
  cert: pem(...httpFixtures, 'server.pem'),
};

const sockets: TLSSocket[] = [];

afterEach(() => {
  for (const socket of sockets.splice(0)) socket.destroy();
});

async function connection(port: number): Promise<TLSSocket> {
  const socket = connect({ port, host: '127.0.0.1', rejectUnauthorized: false });
  sockets.push(socket);
  await once(socket, 'secureConnect');
  return socket;
}

/** Whose certificate a new connection is shown. */
async function shownCertificate(port: number): Promise<string> {
  const socket = await connection(port);
  return socket.getPeerCertificate().fingerprint256;
}

function fingerprint({ cert }: { readonly cert: string }): string {
  return new X509Certificate(cert).fingerprint256;
}

async function answerOver(socket: TLSSocket): Promise<string> {
  socket.write(postText('/v2/rest.php', restCall('getLists')));
  const [data] = (await once(socket, 'data')) as [Buffer];
  return data.toString();
}

describe('another certificate', () => {
  test('is shown to new connections, while those that are open go on', async () => {
    const server = await start(answering('OK'), {}, { tls: first });
    const { port } = server;
    const open = await connection(port);
    expect(await answerOver(open)).toContain('200 OK');
    expect(await shownCertificate(port)).toBe(fingerprint(first));
    server.renewTls(second);
    expect(await shownCertificate(port)).toBe(fingerprint(second));
    expect(await answerOver(open)).toContain('200 OK');
  });

  test.each([
    ['that is none', { key: 'a key', cert: 'a certificate' }],
    ['with the key of another', { key: first.key, cert: second.cert }],
    ['without a key', { key: '', cert: second.cert }],
    ['that is cut short', { key: second.key, cert: second.cert.slice(0, 300) }],
  ])('%s is refused, and the one before stays', async (_, pair) => {
    const server = await start(answering('OK'), {}, { tls: first });
    const renewing = () => server.renewTls(pair);
    expect(renewing).toThrow(EgoiConfigError);
    expect(renewing).toThrow('renewTls: key and cert are not a usable pair of PEM texts');
    expect(await shownCertificate(server.port)).toBe(fingerprint(first));
  });

  test('has no place at a server of plain http', async () => {
    const server = await start(answering('OK'));
    expect(() => server.renewTls(second)).toThrow('the server speaks plain http');
  });
});
