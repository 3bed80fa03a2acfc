import { createServer } from 'node:http';
import { Session } from 'node:inspector/promises';
import type { AddressInfo } from 'node:net';
import { EgoiClient } from '@egoi-client/core';
import { restTransport } from '@egoi-client/transport-rest';

/**
 * Prints the files of this workspace of which something ran during the first call over REST of a
 * process, one a line: what a reader of that call has to open. The engine counts them.
 */
async function printFilesOfCall(): Promise<void> {
  const server = createServer((request, response) => {
    request.resume();
    request.once('end', () => {
      response.setHeader('Content-Type', 'application/json');
      response.end('{"Egoi_Api":{"getClientData":{"CLIENT_ID":"1","status":"success"}}}');
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  const endpoint = `http://127.0.0.1:${port}/v2/rest.php`;
  const client = new EgoiClient({ apiKey: 'a'.repeat(40), transport: restTransport({ endpoint }) });

  const session = new Session();
  session.connect();
  await session.post('Profiler.enable');
  await session.post('Profiler.startPreciseCoverage', { callCount: true, detailed: false });
  await client.getClientData();
  const { result } = await session.post('Profiler.takePreciseCoverage');
  session.disconnect();
  await client.close();
  server.close();

  for (const { url, functions } of result) {
    const [, path] = /\/(packages\/(?!.*node_modules).*\.ts)/.exec(url) ?? [];
    const ran = functions.some(({ ranges }) => ranges.some(({ count }) => count > 0));
    if (path !== undefined && ran) console.log(path);
  }
}

await printFilesOfCall();
