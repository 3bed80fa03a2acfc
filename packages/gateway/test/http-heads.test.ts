import { describe, expect, test } from '@jest/globals';
import { callWith } from './support/head-exchange.ts';
import { heldTransport } from './support/held-transport.ts';
import { rawConnection } from '../../http/test/support/raw-connection.ts';
import { restCall } from './support/requests.ts';
import { answering, startingGateways } from './support/serving.ts';

const start = startingGateways();
const host = 'host: localhost';
const form = 'content-type: application/x-www-form-urlencoded';

describe('a head that two readers could read in two ways is refused', () => {
  test.each([
    ['two hosts', [host, 'host: 127.0.0.1'], 'the header Host came more than once'],
    ['the same host twice', [host, 'HOST: localhost'], 'the header Host came more than once'],
    ['two types', [host, form, 'content-type: text/xml'], 'Content-Type came more than once'],
    ['an empty host', ['host: '], 'is not a host and a port'],
    ['a host with a user', ['host: user@localhost'], 'is not a host and a port'],
    ['a host with a path', ['host: localhost/x'], 'is not a host and a port'],
    ['a list of hosts', ['host: localhost, localhost'], 'is not a host and a port'],
    ['a host whose port is none', ['host: localhost:http'], 'is not a host and a port'],
    ['a host with a port beyond all ports', ['host: localhost:65536'], 'is not a host and a port'],
    ['a host with a blank', ['host: local host'], 'is not a host and a port'],
    ['an address with five numbers', ['host: 127.0.0.0.1'], 'is not a host and a port'],
  ])('%s', async (_name, headers, text) => {
    const transport = heldTransport();
    const { port } = await start(transport);
    const answer = await callWith(port, headers);
    expect(answer).toMatch(/^HTTP\/1.1 400 [^]*connection: close/i);
    expect(answer).toContain(text);
    expect(transport.count).toBe(0);
  });
});

test('a connection whose head was refused is given up, also where no body was to come', async () => {
  const { port } = await start(answering('OK'));
  const { socket, heard } = await rawConnection(port);
  const head = ['POST /v2/rest.php HTTP/1.1', host, form, 'content-type: text/xml'];
  socket.write(`${head.join('\r\n')}\r\ncontent-length: 0\r\n\r\n`);
  expect(await heard).toMatch(/^HTTP\/1.1 400 [^]*connection: close/i);
});

test.each([
  ['gzip, chunked', '501'],
  ['identity, chunked', '501'],
  ['GZIP,chunked', '501'],
  ['chunked, chunked', '(?:501|400)'],
])('a body in the transfer coding %s is refused', async (coding, status) => {
  const transport = heldTransport();
  const { port } = await start(transport);
  const { socket, heard } = await rawConnection(port);
  socket.write(
    `POST /v2/soap.php HTTP/1.1\r\n${host}\r\ntransfer-encoding: ${coding}\r\n\r\n0\r\n\r\n`,
  );
  expect(await heard).toMatch(new RegExp(`^HTTP/1.1 ${status} `));
  expect(transport.count).toBe(0);
});

test('another transfer coding is refused in the words of the protocol', async () => {
  const { port } = await start(answering('OK'));
  const { socket, heard } = await rawConnection(port);
  socket.write(
    `POST /v2/soap.php HTTP/1.1\r\n${host}\r\ntransfer-encoding: gzip, chunked\r\n\r\n0\r\n\r\n`,
  );
  expect(await heard).toMatch(/<faultstring>.*no other transfer coding than chunked is taken/);
});

test('a body in chunks is taken, however the coding is spelt', async () => {
  const { port } = await start(answering('OK'));
  const { socket, heard } = await rawConnection(port);
  const body = restCall('getLists');
  socket.write(
    `POST /v2/rest.php HTTP/1.1\r\n${host}\r\nconnection: close\r\ntransfer-encoding: Chunked\r\n\r\n${body.length.toString(16)}\r\n${body}\r\n0\r\n\r\n`,
  );
  expect(await heard).toMatch(/^HTTP\/1.1 200 OK/);
});

test.each([
  ['the same type twice', [host, form, form]],
  ['a host with an empty port', ['host: localhost:']],
])('%s is taken', async (_name, headers) => {
  const { port } = await start(answering('OK'));
  expect(await callWith(port, headers)).toMatch(/^HTTP\/1.1 200 OK/);
});
