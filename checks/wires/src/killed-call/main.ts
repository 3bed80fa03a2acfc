import { EgoiClient } from '@egoi-client/core';
import { v3Transport, type V3TransportOptions } from '@egoi-client/transport-v3';

/** One call over API v3, for a process that is killed meanwhile. */
interface Call {
  readonly method: string;
  readonly params: Readonly<Record<string, unknown>>;
  readonly options: V3TransportOptions;
  readonly apiKey: string;
}

const { method, params, options, apiKey } = JSON.parse(process.argv[2] ?? '') as Call;
const client = new EgoiClient({ apiKey, transport: v3Transport(options) });
await client.call(method, params);
await client.close();
