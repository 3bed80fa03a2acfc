import { describe, expect, test } from '@jest/globals';
import { callWith, getWith } from './support/head-exchange.ts';
import { heldTransport } from './support/held-transport.ts';
import { rawConnection } from '../../http/test/support/raw-connection.ts';
import { endpoints } from './support/requests.ts';
import { answering, startingGateways } from './support/serving.ts';

const start = startingGateways();
const local = 'host: localhost';
const taken = /^HTTP\/1.1 200 OK/;
const refused = /^HTTP\/1.1 403 Forbidden/;

describe('a request that a browser makes for a page of another origin is refused', () => {
  test.each([
    ['by its origin', ['origin: http://evil.example']],
    ['by the origin of another port', ['origin: http://localhost:3000']],
    ['by the origin of another scheme', ['origin: https://localhost']],
    ['by the origin of a file or a frame', ['origin: null']],
    ['by two origins', ['origin: http://localhost', 'origin: http://evil.example']],
    ['by an origin that is none', ['origin: evil']],
    ['across sites', ['sec-fetch-site: cross-site']],
    ['of the same site', ['sec-fetch-site: same-site']],
    ['by a word that is unknown', ['sec-fetch-site: other-site']],
    ['by two words', ['sec-fetch-site: none', 'sec-fetch-site: cross-site']],
    [
      'its own origin, but across sites',
      ['origin: http://localhost', 'sec-fetch-site: cross-site'],
    ],
  ])('%s', async (_name, headers) => {
    const transport = heldTransport();
    const { port } = await start(transport);
    expect(await callWith(port, [local, ...headers])).toMatch(refused);
    expect(await getWith(port, [local, ...headers])).toMatch(refused);
    expect(await getWith(port, [local, ...headers], '/v2/soap.php?wsdl')).toMatch(refused);
    expect(transport.count).toBe(0);
  });

  test('also where the gateway listens for other machines', async () => {
    const { port } = await start(answering('OK'), {}, { host: '0.0.0.0' });
    expect(await callWith(port, [local, 'origin: http://evil.example'])).toMatch(refused);
  });

  test('when it asks first, without a word that would let it go on', async () => {
    const { port } = await start(answering('OK'));
    const { socket, heard } = await rawConnection(port);
    socket.write(
      `OPTIONS /v2/rest.php HTTP/1.1\r\n${local}\r\nconnection: close\r\norigin: http://evil.example\r\naccess-control-request-method: POST\r\naccess-control-request-private-network: true\r\n\r\n`,
    );
    const answer = await heard;
    expect(answer).toMatch(refused);
    expect(answer).not.toMatch(/access-control/i);
  });

  test('when it would switch to a web socket', async () => {
    const { port } = await start(answering('OK'));
    const headers = ['origin: http://evil.example', 'upgrade: websocket', 'connection: upgrade'];
    expect(await getWith(port, [local, ...headers], '/v2/rest.php')).toMatch(refused);
  });
});

describe('a request of a program, or of who typed the address, is taken', () => {
  test.each([
    ['without a word', []],
    ['of the own origin', ['origin: http://localhost', 'sec-fetch-site: same-origin']],
    ['typed', ['sec-fetch-site: none']],
  ])('%s', async (_name, headers) => {
    const { port } = await start(answering('OK'));
    expect(await callWith(port, [local, ...headers])).toMatch(taken);
  });
});

describe('a name that a request was sent to', () => {
  test.each([
    'localhost',
    'LOCALHOST:8080',
    'localhost.',
    'egoi.localhost:1',
    '127.0.0.1',
    '127.1.2.3:65535',
    '[::1]:8080',
    '[::ffff:127.0.0.1]',
  ])('%s is taken at a loopback address', async (host) => {
    const { port } = await start(answering('OK'));
    expect(await callWith(port, [`host: ${host}`])).toMatch(taken);
  });

  test.each([
    'evil.example',
    'evil.example:8080',
    'localhost.evil.example',
    'notlocalhost',
    'evil-localhost',
    '127.0.0.1.evil.example',
    '0.0.0.0',
    '10.0.0.1',
    '[::]',
    '[::ffff:10.0.0.1]',
    '[::2]',
    'gateway',
  ])('%s is refused there, and told what would allow it', async (host) => {
    const transport = heldTransport();
    const { port } = await start(transport);
    const answer = await callWith(port, [`host: ${host}`]);
    expect(answer).toMatch(refused);
    expect(answer).toContain('allowedHosts');
    expect(answer).toContain('--allow-host');
    expect(await getWith(port, [`host: ${host}`], '/v2/soap.php?wsdl')).toMatch(refused);
    expect(transport.count).toBe(0);
  });

  test('may be in the target, which goes before the header', async () => {
    const { port } = await start(answering('OK'));
    const at = (authority: string) => callWith(port, [local], `http://${authority}/v2/rest.php`);
    expect(await at('localhost')).toMatch(taken);
    expect(await at('evil.example')).toMatch(refused);
    expect(await at('user@localhost')).toMatch(refused);
  });

  test('is none in HTTP/1.0', async () => {
    const { port } = await start(answering('OK'));
    const { socket, heard } = await rawConnection(port);
    socket.write('GET /v2/soap.php?wsdl HTTP/1.0\r\n\r\n');
    expect(await heard).toMatch(taken);
  });

  test('is taken when it is allowed, and that of the public address too', async () => {
    const options = {
      allowedHosts: ['Gateway.Example', '[2001:db8::1]'],
      publicUrl: 'https://public.example/egoi',
    };
    const { port } = await start(answering('OK'), options);
    for (const host of [
      'gateway.example:80',
      'GATEWAY.example.',
      '[2001:DB8:0::1]:1',
      'public.example',
      'localhost',
    ]) {
      expect(await callWith(port, [`host: ${host}`])).toMatch(taken);
    }
    expect(await callWith(port, ['host: sub.gateway.example'])).toMatch(refused);
  });

  test('is any at another address, unless some are allowed', async () => {
    const everywhere = { host: '0.0.0.0' };
    const open = await start(answering('OK'), { publicUrl: 'http://public.example' }, everywhere);
    expect(await callWith(open.port, ['host: any.example'])).toMatch(taken);
    const closed = await start(answering('OK'), { allowedHosts: ['own.example'] }, everywhere);
    expect(await callWith(closed.port, ['host: any.example'])).toMatch(refused);
    expect(await callWith(closed.port, ['host: own.example'])).toMatch(taken);
    expect(await callWith(closed.port, [local])).toMatch(taken);
  });
});

test('a page of an origin that is allowed may send', async () => {
  const options = {
    allowedOrigins: ['http://app.localhost:3000'],
    publicUrl: 'https://public.example/egoi',
  };
  const { port } = await start(answering('OK'), options);
  for (const origin of ['http://app.localhost:3000', 'https://public.example']) {
    const headers = [local, `origin: ${origin}`, 'sec-fetch-site: cross-site'];
    const answer = await callWith(port, headers);
    expect(answer).toMatch(taken);
    expect(answer).not.toMatch(/access-control/i);
  }
  expect(await callWith(port, [local, 'origin: http://app.localhost:3001'])).toMatch(refused);
});

describe('a refusal says how to allow what was refused', () => {
  test.each([...endpoints])('in the words of $id', async ({ id, path, write }) => {
    const { port } = await start(answering('OK'));
    const headers = [local, 'origin: http://evil.example:81', 'content-type: text/plain'];
    const sent = await callWith(port, headers, path, write('createList'));
    const answer = sent.replaceAll('\\/', '/');
    expect(answer).toMatch(refused);
    expect(answer).toContain('http://evil.example:81');
    expect(answer).toContain('allowedOrigins');
    expect(answer).toContain('--allow-origin');
    expect(answer).toContain(id === 'rest' ? 'application/json' : '<fault');
  });

  test('in plain text where nothing else is spoken', async () => {
    const { port } = await start(answering('OK'));
    const answer = await getWith(port, ['host: evil.example'], '/');
    expect(answer).toMatch(/^HTTP\/1.1 403 [^]*text\/plain[^]*allowedHosts/);
  });
});
