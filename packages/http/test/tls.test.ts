import { afterEach, describe, expect, test } from '@jest/globals';
import { EgoiConnectionError } from '@egoi-client/core';
import { clientWith, closeClients, postTo, rejectionOf } from './support/client.ts';
import { closeServers, fixture, httpServer, httpsServer, rawServer } from './support/loopback.ts';

afterEach(async () => {
  await closeClients();
  await closeServers();
});

const ca = fixture('authority.pem');

/** An HTTPS server that counts the requests that come through. */
async function counting(certificate: string) {
  const seen = { requests: 0 };
  const server = await httpsServer(certificate, (request, response) => {
    seen.requests++;
    request.resume();
    response.end('secure');
  });
  return { server, seen, url: `https://localhost:${server.port}/v2/rest.php` };
}

describe('TLS', () => {
  test('is spoken with a server whose authority is given', async () => {
    const { server, url } = await counting('server.pem');
    const client = clientWith({ ca });
    for (let count = 0; count < 3; count++) {
      expect((await client.send(postTo(0, { url }))).text).toBe('secure');
    }
    const byNumber = `https://127.0.0.1:${server.port}/`;
    expect((await client.send(postTo(0, { url: byNumber }))).text).toBe('secure');
    expect(server.sockets).toHaveLength(2);
  });

  test.each([
    [
      'of an unknown authority',
      'server.pem',
      undefined,
      /its certificate is not from an authority that is trusted here; if it is your own, give it in the option ca \([A-Z_]+\)$/,
    ],
    [
      'that has expired',
      'server-expired.pem',
      ca,
      /its certificate has expired \(CERT_HAS_EXPIRED\)$/,
    ],
    [
      'for another name',
      'server-wrong-name.pem',
      ca,
      /its certificate is for another name; check the host in the endpoint \(ERR_TLS_CERT_ALTNAME_INVALID\)$/,
    ],
  ])('with a certificate %s sends nothing', async (_name, certificate, trusted, message) => {
    const { server, seen, url } = await counting(certificate);
    const client = clientWith(trusted === undefined ? {} : { ca: trusted });
    const error = await rejectionOf(client.send(postTo(0, { url })));
    expect(error).toBeInstanceOf(EgoiConnectionError);
    expect(error).toMatchObject({ delivery: 'not_sent', retryable: false });
    expect(error.message).toMatch(message);
    expect(error.message.startsWith(`no connection to localhost:${server.port}: `)).toBe(true);
    await server.closed(0);
    expect(seen.requests).toBe(0);
  });

  test('with a server that speaks plain HTTP sends nothing', async () => {
    let requests = 0;
    const server = await httpServer((_request, response) => {
      requests++;
      response.end();
    });
    const url = `https://127.0.0.1:${server.port}/`;
    const error = await rejectionOf(clientWith().send(postTo(0, { url })));
    expect(error).toBeInstanceOf(EgoiConnectionError);
    expect(error).toMatchObject({ delivery: 'not_sent', retryable: false });
    expect(error.message).toContain('check http and https in the endpoint');
    expect(requests).toBe(0);
  });

  test('that the other side breaks off sends nothing', async () => {
    const server = await rawServer((socket) => socket.once('data', () => socket.destroy()));
    const url = `https://127.0.0.1:${server.port}/`;
    const error = await rejectionOf(clientWith().send(postTo(0, { url })));
    expect(error).toBeInstanceOf(EgoiConnectionError);
    expect(error).toMatchObject({ delivery: 'not_sent', retryable: true });
    expect(error.message).toBe(
      `no connection to 127.0.0.1:${server.port}: it closed the connection at once (ECONNRESET)`,
    );
  });

  test('is told from a connection that breaks after it was made', async () => {
    const server = await httpsServer('server.pem', (request) => {
      request.resume();
      request.once('end', () => request.socket.destroy());
    });
    const url = `https://localhost:${server.port}/`;
    const error = await rejectionOf(clientWith({ ca }).send(postTo(0, { url })));
    expect(error).toBeInstanceOf(EgoiConnectionError);
    expect(error.delivery).toBe('unknown');
  });
});
