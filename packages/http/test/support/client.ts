import { EgoiError } from '@egoi-client/core';
import { resolveOptions } from '@egoi-client/core/wire';
import {
  createHttpClient,
  type HttpClient,
  type HttpExchange,
  type HttpOptions,
  httpOptions,
} from '../../src/index.ts';

const open: HttpClient[] = [];

/** A client with some options; the others have their defaults. */
export function clientWith(options: HttpOptions = {}): HttpClient {
  const client = createHttpClient(resolveOptions('test', httpOptions, options));
  open.push(client);
  return client;
}

/** To be called after each test. */
export async function closeClients(): Promise<void> {
  await Promise.all(open.splice(0).map((client) => client.close()));
}

/** A POST to a port of the loopback interface. */
export function postTo(port: number, changes: Partial<HttpExchange> = {}): HttpExchange {
  return {
    url: `http://127.0.0.1:${port}/v2/rest.php`,
    method: 'POST',
    headers: { 'Content-Type': 'text/plain' },
    body: 'hello',
    signal: new AbortController().signal,
    context: { method: 'getLists', transport: 'rest' },
    ...changes,
  };
}

/** What a promise rejects with; it must be one of the library's errors. */
export async function rejectionOf(promise: Promise<unknown>): Promise<EgoiError> {
  try {
    await promise;
  } catch (error) {
    if (error instanceof EgoiError) return error;
    throw error;
  }
  throw new Error('expected a rejection');
}
