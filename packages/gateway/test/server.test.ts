import { readFileSync } from 'node:fs';
import { request as httpsRequest } from 'node:https';
import { join } from 'node:path';
import { EgoiAbortError } from '@egoi-client/core';
import { describe, expect, test } from '@jest/globals';
import { fired, heldTransport } from './support/held-transport.ts';
import { postText, rawConnection } from '../../http/test/support/raw-connection.ts';
import { endpoints, restCall, soapCall } from './support/requests.ts';
import { answering, startingGateways } from './support/serving.ts';

const start = startingGateways();
const rest = '/v2/rest.php';

function wsdlOver(address: string, ca: string): Promise<string> {
  return new Promise((resolve, reject) => {
    const request = httpsRequest(`${address}?wsdl`, { ca, agent: false }, (response) => {
      let text = '';
      response.setEncoding('utf8').on('data', (chunk: string) => {
        text += chunk;
      });
      response.on('end', () => resolve(text));
    });
    request.on('error', reject).end();
  });
}

function fixture(name: string): string {
  return readFileSync(join(__dirname, 'fixtures', name), 'utf8');
}

describe('a server', () => {
  test.each(endpoints)(
    'answers over $id at the address that it names',
    async ({ id, path, write }) => {
      const server = await start(answering('OK'));
      expect(server.urls[id]).toBe(`http://127.0.0.1:${server.port}${path}`);
      const contentType = id === 'rest' ? 'application/x-www-form-urlencoded' : 'text/xml';
      const response = await fetch(server.urls[id], {
        method: 'POST',
        body: write('getLists'),
        headers: { 'content-type': contentType },
      });
      expect(response.status).toBe(200);
      expect(await response.text()).toContain('OK');
      expect(response.headers.get('server')).toBeNull();
      expect(response.headers.get('x-powered-by')).toBeNull();
    },
  );

  test.each(['plain', 'Olá', '\u00ff', '日本語 🎉'])(
    'says %s as it is, in as many bytes as it takes',
    async (text) => {
      const { urls } = await start(answering(text));
      const response = await fetch(urls.soap, {
        method: 'POST',
        body: soapCall('getLists'),
        headers: { 'content-type': 'text/xml' },
      });
      const body = Buffer.from(await response.arrayBuffer());
      expect(response.headers.get('content-length')).toBe(String(body.byteLength));
      expect(body.toString('utf8')).toContain(`>${text}<`);
    },
  );

  test('reads a call after one that was not UTF-8', async () => {
    const { urls } = await start(answering('OK'));
    const post = async (body: Buffer) => {
      const headers = { 'content-type': 'text/xml' };
      return (await fetch(urls.soap, { method: 'POST', body, headers })).status;
    };
    const call = soapCall('getLists').replace('<SOAP', '<!--é--><SOAP');
    expect(call).toContain('é');
    expect(await post(Buffer.from(call, 'latin1'))).toBe(500);
    expect(await post(Buffer.from(call, 'utf8'))).toBe(200);
  });

  test('puts its own address into its WSDL', async () => {
    const { urls } = await start(answering('OK'));
    const wsdl = await (await fetch(`${urls.soap}?wsdl`)).text();
    expect(wsdl).toContain(`<soap:address location="${urls.soap}"/>`);
  });

  test('puts the address of the connection into the WSDL for a client of HTTP/1.0', async () => {
    const { urls, port } = await start(answering('OK'), {}, { host: '0.0.0.0' });
    const { socket, heard } = await rawConnection(port);
    socket.write('GET /v2/soap.php?wsdl HTTP/1.0\r\n\r\n');
    expect(await heard).toContain(`<soap:address location="${urls.soap}"/>`);
  });

  test('names an address that can be called when it listens everywhere', async () => {
    const { urls, port } = await start(answering('OK'), {}, { host: '0.0.0.0' });
    expect(urls.rest).toBe(`http://127.0.0.1:${port}${rest}`);
  });

  test('takes chunked bodies', async () => {
    const { urls } = await start(answering('OK'));
    const body = restCall('getLists');
    const chunks = new ReadableStream({
      start(controller) {
        for (const character of body) controller.enqueue(Buffer.from(character));
        controller.close();
      },
    });
    const response = await fetch(urls.rest, {
      method: 'POST',
      body: chunks,
      duplex: 'half',
    });
    expect(await response.text()).toContain('"getLists"');
  });

  test('lets a connection carry many requests, one after the other', async () => {
    const { port } = await start(answering('OK'));
    const { socket, untilHeard, heard } = await rawConnection(port);
    for (let times = 1; times <= 20; times += 1) {
      socket.write(postText(rest, restCall('getLists')));
      await untilHeard('success', times);
    }
    socket.end();
    expect((await heard).match(/HTTP\/1.1 200 OK/g)).toHaveLength(20);
  });

  test('speaks https with a key and a certificate', async () => {
    const tls = { key: fixture('localhost.key.pem'), cert: fixture('localhost.cert.pem') };
    const { urls } = await start(answering('OK'), {}, { tls });
    expect(urls.soap).toMatch(/^https:/);
    const wsdl = await wsdlOver(urls.soap, tls.cert);
    expect(wsdl).toContain(`<soap:address location="${urls.soap}"/>`);
  });

  test('that speaks https goes on after a client that does not', async () => {
    const tls = { key: fixture('localhost.key.pem'), cert: fixture('localhost.cert.pem') };
    const { port } = await start(answering('OK'), {}, { tls });
    for (let times = 0; times < 2; times += 1) {
      const { socket, heard } = await rawConnection(port);
      socket.write(postText(rest, restCall('getLists')));
      expect(await heard).not.toContain('success');
    }
  });

  test('that speaks https cuts off a client that does not end its handshake', async () => {
    const tls = { key: fixture('localhost.key.pem'), cert: fixture('localhost.cert.pem') };
    const { port } = await start(answering('OK'), { headersTimeoutMs: 20 }, { tls });
    const { heard } = await rawConnection(port);
    expect(await heard).toBe('');
  });

  test('keeps the connection after a refusal without a body', async () => {
    const { port } = await start(answering('OK'));
    const { socket, until } = await rawConnection(port);
    socket.write('GET /v2/soap.php HTTP/1.1\r\nhost: localhost\r\n\r\n');
    await until(/HTTP\/1.1 405 /);
    socket.write(postText(rest, restCall('getLists')));
    expect(await until(/success/)).toContain('HTTP/1.1 200 OK');
    socket.destroy();
  });

  test('that finds its port taken says so', async () => {
    const { port } = await start(answering('OK'));
    await expect(start(answering('OK'), {}, { port })).rejects.toThrow(
      `listen: port ${port} of 127.0.0.1 cannot be had`,
    );
  });
});

describe('a client that goes away', () => {
  test.each(endpoints)('ends its call over $id', async ({ path, write }) => {
    const transport = heldTransport();
    const { port } = await start(transport);
    const { socket } = await rawConnection(port);
    socket.write(postText(path, write('getLists')));
    const { request } = await transport.next();
    expect(request.signal.aborted).toBe(false);
    socket.destroy();
    expect(await fired(request.signal)).toBeInstanceOf(EgoiAbortError);
  });

  test('before its body is complete makes no call', async () => {
    const transport = heldTransport();
    const server = await start(transport);
    const { socket } = await rawConnection(server.port);
    socket.write(postText(rest, restCall('getLists')).slice(0, -3));
    socket.destroy();
    await server.close();
    expect(transport.count).toBe(0);
  });

  test('after its answer aborts nothing', async () => {
    const transport = heldTransport();
    const { port } = await start(transport);
    const { socket, until, heard } = await rawConnection(port);
    socket.write(postText(rest, restCall('getLists')));
    const { request, answer } = await transport.next();
    answer();
    await until(/success/);
    socket.end();
    await heard;
    expect(request.signal.aborted).toBe(false);
  });
});

describe('close', () => {
  test('answers one more request of an idle connection for as long as that may come', async () => {
    const server = await start(answering('OK'), { idleGraceMs: 60_000, closeGraceMs: 60_000 });
    const { socket, untilHeard, heard } = await rawConnection(server.port);
    socket.write(postText(rest, restCall('getLists')));
    await untilHeard('success', 1);
    const closed = server.close();
    socket.write(postText(rest, restCall('getLists')));
    const [first, last] = (await heard).split(/(?=HTTP\/1.1 200 OK)/);
    expect(first).not.toMatch(/connection: close/i);
    expect(last).toMatch(/connection: close/i);
    expect(last).toContain('success');
    await closed;
  });

  test('does not wait for a handshake that does not end', async () => {
    const tls = { key: fixture('localhost.key.pem'), cert: fixture('localhost.cert.pem') };
    const patient = { headersTimeoutMs: 86_400_000, closeGraceMs: 86_400_000 };
    const server = await start(answering('OK'), patient, { tls });
    const { socket, heard } = await rawConnection(server.port);
    // The first bytes of a greeting that says it is longer.
    socket.write(Buffer.from('16030100ff', 'hex'));
    await wsdlOver(server.urls.soap, tls.cert);
    await server.close();
    expect(await heard).toBe('');
  });

  test('ends an idle connection that nobody uses any more', async () => {
    const server = await start(answering('OK'), { idleGraceMs: 5, closeGraceMs: 60_000 });
    const { socket, untilHeard, heard } = await rawConnection(server.port);
    socket.write(postText(rest, restCall('getLists')));
    await untilHeard('success', 1);
    await server.close();
    expect((await heard).match(/HTTP\/1.1 200 OK/g)).toHaveLength(1);
  });

  test('lets running calls end and takes no new connections', async () => {
    const transport = heldTransport();
    const server = await start(transport, { closeGraceMs: 60_000 });
    const { socket, heard } = await rawConnection(server.port);
    socket.write(postText(rest, restCall('getLists')));
    const { answer } = await transport.next();
    const closed = server.close();
    expect(await (await rawConnection(server.port)).heard).toBe('');
    answer();
    const text = await heard;
    expect(text).toContain('HTTP/1.1 200 OK');
    expect(text).toMatch(/connection: close/i);
    await closed;
  });

  test('hangs up on those who ask nothing, at once', async () => {
    const server = await start(answering('OK'), { closeGraceMs: 60_000 });
    const silent = await rawConnection(server.port);
    const kept = await rawConnection(server.port);
    kept.socket.write(postText(rest, restCall('getLists')));
    await kept.until(/success/);
    await server.close();
    expect(await silent.heard).toBe('');
    expect(await kept.heard).toContain('success');
  });

  test('destroys what still runs when the time of grace is over', async () => {
    const transport = heldTransport();
    const server = await start(transport, { closeGraceMs: 5 });
    const { socket, heard } = await rawConnection(server.port);
    socket.write(postText(rest, restCall('getLists')));
    const { request } = await transport.next();
    await server.close();
    expect(await heard).toBe('');
    expect(await fired(request.signal)).toMatchObject({ message: 'the server was closed' });
  });

  test('may be called twice, and leaves the transport open', async () => {
    let closes = 0;
    const close = async () => {
      closes += 1;
    };
    const server = await start({ ...answering('OK'), close });
    await Promise.all([server.close(), server.close()]);
    await server.close();
    expect(closes).toBe(0);
  });
});

test('a gateway listens in several places at once', async () => {
  const transport = answering('OK');
  const [one, two] = await Promise.all([start(transport), start(transport)]);
  expect(one.port).not.toBe(two.port);
  const response = await fetch(two.urls['soap-universal'], {
    method: 'POST',
    body: soapCall('getLists'),
    headers: { 'content-type': 'text/xml' },
  });
  expect(response.status).toBe(200);
});
