import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, describe, expect, test } from '@jest/globals';
import { retryAfterOf as readRetryAfter } from '../src/read-answer.ts';
import { userAgent } from '../src/user-agent.ts';
import { clientWith, closeClients, postTo } from './support/client.ts';
import { closeServers, httpServer, rawAnswer, rawServer } from './support/loopback.ts';

const { version } = JSON.parse(readFileSync(join(__dirname, '../package.json'), 'utf8')) as {
  version: string;
};

afterEach(async () => {
  await closeClients();
  await closeServers();
});

describe('a request', () => {
  test('goes out with its method, path, headers and body', async () => {
    const server = await httpServer((request, response) => {
      const chunks: Buffer[] = [];
      request.on('data', (chunk: Buffer) => chunks.push(chunk));
      request.on('end', () => {
        const { method, url, headers } = request;
        const body = Buffer.concat(chunks).toString();
        response.end(JSON.stringify({ method, url, soapAction: headers['soapaction'], body }));
      });
    });
    const answer = await clientWith().send(
      postTo(server.port, {
        url: `http://127.0.0.1:${server.port}/v2/soap.php?x=1`,
        headers: { SOAPAction: '"urn:x#getLists"' },
        body: 'olá 😀',
      }),
    );
    expect(JSON.parse(answer.text)).toEqual({
      method: 'POST',
      url: '/v2/soap.php?x=1',
      soapAction: '"urn:x#getLists"',
      body: 'olá 😀',
    });
  });

  test('names the client, asks for gzip or deflate, and brings no cookie and no Expect', async () => {
    const server = await httpServer((request, response) => {
      request.resume();
      response.setHeader('Set-Cookie', 'a=b');
      response.end(JSON.stringify(request.headers));
    });
    const client = clientWith();
    await client.send(postTo(server.port));
    const { text } = await client.send(postTo(server.port));
    expect(JSON.parse(text)).toEqual({
      accept: '*/*',
      'accept-encoding': 'gzip, deflate',
      connection: 'keep-alive',
      'content-length': '5',
      'content-type': 'text/plain',
      host: `127.0.0.1:${server.port}`,
      'user-agent': `egoi-client/${version}`,
    });
    expect(userAgent).toBe(`egoi-client/${version}`);
  });

  test('keeps a body that looks like JSON as it is', async () => {
    const server = await httpServer((request, response) => {
      request.pipe(response);
    });
    const body = ' {"a": 1.0}\n';
    const headers = { 'Content-Type': 'application/json' };
    const answer = await clientWith().send(postTo(server.port, { body, headers }));
    expect(answer.text).toBe(body);
  });

  test('may be a GET without a body', async () => {
    const server = await httpServer((request, response) => {
      response.end(`${request.method} ${request.headers['content-length']}`);
    });
    const { port } = server;
    const { signal, context } = postTo(port);
    const url = `http://127.0.0.1:${port}/?wsdl`;
    const answer = await clientWith().send({ url, method: 'GET', headers: {}, signal, context });
    expect(answer.text).toBe('GET undefined');
  });

  test('travels on the connection that an earlier one left open', async () => {
    const server = await httpServer((request, response) => {
      request.resume();
      response.end('x');
    });
    const client = clientWith();
    for (let count = 0; count < 5; count++) await client.send(postTo(server.port));
    expect(server.sockets).toHaveLength(1);
  });

  test('waits for a connection when as many as allowed are busy', async () => {
    const waiting: (() => void)[] = [];
    const server = await httpServer((request, response) => {
      request.resume();
      waiting.push(() => response.end('x'));
      if (waiting.length === 2) for (const answer of waiting.splice(0)) answer();
    });
    const client = clientWith({ maxConnections: 2 });
    await Promise.all(Array.from({ length: 8 }, () => client.send(postTo(server.port))));
    expect(server.sockets).toHaveLength(2);
  });
});

describe('an answer', () => {
  test.each([200, 204, 302, 400, 404, 429, 500, 503])('may have the status %i', async (status) => {
    const server = await httpServer((request, response) => {
      request.resume();
      response.writeHead(status).end();
    });
    const answer = await clientWith().send(postTo(server.port));
    expect(answer).toEqual({ status, mediaType: '', text: '' });
  });

  test.each([301, 302, 303, 307, 308])(
    'that redirects (%i) is handed out, and the body goes nowhere else',
    async (status) => {
      let elsewhere = 0;
      const other = await httpServer((_request, response) => {
        elsewhere++;
        response.end();
      });
      const server = await httpServer((request, response) => {
        request.resume();
        response.writeHead(status, { location: `http://127.0.0.1:${other.port}/` }).end('moved');
      });
      const answer = await clientWith().send(postTo(server.port));
      expect(answer).toEqual({ status, mediaType: '', text: 'moved' });
      expect(elsewhere).toBe(0);
    },
  );

  test.each([
    ['text/xml', 'text/xml'],
    ['Application/JSON; charset=UTF-8', 'application/json'],
    [' text/html ;x=y', 'text/html'],
  ])('has the media type of %j', async (contentType, expected) => {
    const server = await httpServer((request, response) => {
      request.resume();
      response.setHeader('Content-Type', contentType).end('x');
    });
    expect((await clientWith().send(postTo(server.port))).mediaType).toBe(expected);
  });

  test('may come in pieces without a length', async () => {
    const server = await httpServer((request, response) => {
      request.resume();
      response.write('one ');
      response.end('two');
    });
    expect((await clientWith().send(postTo(server.port))).text).toBe('one two');
  });

  test('may end with its connection', async () => {
    const server = await rawServer((socket) => {
      socket.once('data', () => socket.end('HTTP/1.0 200 OK\r\n\r\nall of it'));
    });
    expect((await clientWith().send(postTo(server.port))).text).toBe('all of it');
  });

  test('may follow an interim one', async () => {
    const server = await rawAnswer(
      'HTTP/1.1 103 Early Hints\r\nLink: </a>\r\n\r\nHTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nok',
    );
    expect((await clientWith().send(postTo(server.port))).text).toBe('ok');
  });
});

describe('Retry-After', () => {
  const retryAfterOf = async (value: string): Promise<number | undefined> => {
    const server = await httpServer((request, response) => {
      request.resume();
      response.writeHead(503, { 'Retry-After': value }).end();
    });
    return (await clientWith().send(postTo(server.port))).retryAfterMs;
  };

  test('may be a number of seconds', async () => {
    expect(await retryAfterOf('120')).toBe(120_000);
    expect(await retryAfterOf('0')).toBe(0);
  });

  test('may be a date', async () => {
    const retryAfterMs = await retryAfterOf(new Date(Date.now() + 3_600_000).toUTCString());
    expect(retryAfterMs).toBeGreaterThan(3_500_000);
    expect(retryAfterMs).toBeLessThanOrEqual(3_600_000);
  });

  test('is at most a day, and never in the past', async () => {
    expect(await retryAfterOf('99999999999999999999')).toBe(86_400_000);
    expect(await retryAfterOf('Fri, 31 Dec 9999 23:59:59 GMT')).toBe(86_400_000);
    expect(await retryAfterOf('Wed, 21 Oct 2015 07:28:00 GMT')).toBe(0);
  });

  test.each(['soon', '-1', '1.5', '', '2015-10-21', 'Wed, 21 Oct 2015'])(
    'is left out where it is neither: %j',
    async (value) => {
      expect(await retryAfterOf(value)).toBeUndefined();
    },
  );

  test.each([
    'Sun, 06 Nov 2044 08:49:37 GMT',
    'Sunday, 06-Nov-44 08:49:37 GMT',
    'Sun Nov  6 08:49:37 2044',
  ])('is read in each of the three forms of a date: %s', (value) => {
    const nowMs = Date.UTC(2044, 10, 6, 8, 49, 0);
    expect(readRetryAfter({ 'retry-after': value }, nowMs)).toBe(37_000);
  });
});
