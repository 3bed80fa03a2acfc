import { createServer } from 'node:http';
import { expect, test } from '@jest/globals';
import { resolveOptions } from '@egoi-client/core';
import { createHttpClient, httpOptions } from '../src/index.ts';

test('brings an answer', async () => {
  const server = createServer((request, response) => {
    request.resume();
    response.writeHead(200, { 'content-type': 'Text/XML; charset=utf-8' });
    response.end(JSON.stringify(request.headers));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as { port: number };
  const http = createHttpClient(resolveOptions('x', httpOptions, {}));
  const answer = await http.send({ url: `http://127.0.0.1:${port}/a?b=c`, method: 'POST', headers: {}, body: 'x', signal: new AbortController().signal, context: {} });
  console.log(answer);
  expect(answer.status).toBe(200);
  await http.close();
  server.close();
});
