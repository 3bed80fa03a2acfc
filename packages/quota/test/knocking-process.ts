import { once } from 'node:events';
import { EgoiClient, EgoiConnectionError, type Transport } from '@egoi-client/core';
import { errorContext } from '@egoi-client/core/wire';
import { quota } from '@egoi-client/quota';
import { Redis } from 'ioredis';
import { passing } from './counted-client.ts';

// Started by many-processes.test.ts. Makes its calls all at once when it is told to, each of them one
// request to the server that counts.
const [redisUrl = '', serverUrl = '', apiKey = '', calls = '0', reserve = '0'] =
  process.argv.slice(2);

const transport: Transport = {
  id: 'counting-server',
  async call(request) {
    const response = await fetch(serverUrl, { method: 'POST', signal: request.signal }).catch(
      () => {
        throw new EgoiConnectionError('no server', {
          ...errorContext(request, 'counting-server'),
          delivery: 'unknown',
        });
      },
    );
    const value = await response.text();
    return { value, transport: 'counting-server', durationMs: 0 };
  },
};

const redis = new Redis(redisUrl);
const budget = quota({ redis, mode: 'fail', reserve: Number(reserve) });
const client = new EgoiClient({ apiKey, transport, interceptors: [budget] });
await budget.left({ apiKey });

process.send?.('ready');
await once(process, 'message');
process.send?.({ passed: await passing(client, Number(calls)) });
process.disconnect();
redis.disconnect();
