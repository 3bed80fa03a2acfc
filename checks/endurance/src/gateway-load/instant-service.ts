import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

/** A service that answers each REST call at once, whatever it is. */
export interface InstantService {
  readonly endpoint: string;
  close(): void;
}

/** Answers calls about 404 with an error of the API, breaks down at 500, and has a list for all others. */
export async function startInstantService(): Promise<InstantService> {
  const server = createServer((request, response) => {
    let form = '';
    request.setEncoding('latin1').on('data', (text: string) => {
      form += text;
    });
    request.on('end', () => {
      const [, method = ''] = /(?:^|&)method=(\w+)/.exec(form) ?? [];
      const isError = form.includes('=404');
      const result = isError
        ? { ERROR: 'NO_DATA' }
        : { key_0: { listnum: '1', title: 'Contacts' } };
      const answer = { Egoi_Api: { [method]: { ...result, status: 'success' } } };
      if (form.includes('=500')) response.statusCode = 500;
      response.setHeader('content-type', 'application/json');
      response.end(JSON.stringify(answer));
    });
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  return {
    endpoint: `http://127.0.0.1:${port}/v2/rest.php`,
    close() {
      server.close();
      server.closeAllConnections();
    },
  };
}
