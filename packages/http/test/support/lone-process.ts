/**
 * A process of its own: sends to the addresses in each of its arguments at once, one argument after the
 * other, through the proxy in PROXY where there is one, and prints what came of it. Does not close its
 * client.
 */
import { readFileSync } from 'node:fs';
import { setImmediate } from 'node:timers/promises';
import { inspect } from 'node:util';
import { EgoiError } from '@egoi-client/core';
import { resolveOptions } from '@egoi-client/core/wire';
import { createHttpClient, httpOptions } from '../../src/index.ts';

const { PROXY: proxy, CA_FILE: caFile, KEY: key = '' } = process.env;
const options = {
  ...(proxy === undefined ? {} : { proxy }),
  ...(caFile === undefined ? {} : { ca: readFileSync(caFile, 'utf8') }),
};
const client = createHttpClient(resolveOptions('test', httpOptions, options));

async function outcomeOf(url: string): Promise<unknown> {
  try {
    const { text, retryAfterMs } = await client.send({
      url,
      method: 'POST',
      headers: { Authorization: key },
      body: key,
      signal: new AbortController().signal,
      context: {},
    });
    return { text, retryAfterMs };
  } catch (error) {
    const shown = inspect(error, { depth: 12, showHidden: true });
    return { error: error instanceof EgoiError ? error : 'foreign', shown };
  }
}

const outcomes: unknown[] = [];
for (const urls of process.argv.slice(2)) {
  outcomes.push(...(await Promise.all(urls.split(' ').map(outcomeOf))));
}
await setImmediate();
const awake = process.getActiveResourcesInfo().filter((name) => /TCP|TLS/.test(name));
console.log(JSON.stringify({ outcomes, awake }));
