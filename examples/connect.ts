import { attemptTimeout, EgoiClient, type Interceptor, log, retry } from '@egoi-client/core';
import { quota } from '@egoi-client/quota';
import { xmlrpcTransport } from '@egoi-client/transport-xmlrpc';

/**
 * The client of all examples: the key and the address come from the environment, and what goes wrong
 * on the way is repeated where that can do no harm.
 */
export function connect(): EgoiClient {
  const base = process.env['EGOI_BASE'] ?? 'https://api.e-goi.com';
  const interceptors: Interceptor[] = [
    retry({ maxTries: 4 }),
    quota({ mode: 'wait' }),
    attemptTimeout(30_000),
  ];
  if (process.env['EGOI_LOG'] !== undefined) interceptors.push(log({ logger: console }));
  return new EgoiClient({
    apiKey: process.env['EGOI_API_KEY'] ?? '',
    transport: xmlrpcTransport({ endpoint: `${base}/v2/xmlrpc.php` }),
    interceptors,
  });
}
