/**
 * A process of its own: sends to each address in its arguments, through the proxy in PROXY where there
 * is one, and prints what came of it. Does not close its client.
 */
import { readFileSync } from 'node:fs';
import { setImmediate } from 'node:timers/promises';
import { inspect } from 'node:util';
import { EgoiError, resolveOptions } from '@egoi-client/core';
import { createHttpClient, httpOptions } from '../../src/index.ts';

const { PROXY: proxy, CA_FILE: caFile, KEY: key = '' } = process.env;
const options = {
  ...(proxy === undefined ? {} : { proxy }),
  ...(caFile === undefined ? {} : { ca: readFileSync(caFile, 'utf8') }),
};
const client = createHttpClient(resolveOptions('test', httpOptions, options));
const outcomes: unknown[] = [];
for (const url of process.argv.slice(2)) {
  try {
    const { text } = await client.send({
      url,
      method: 'POST',
      headers: { Authorization: key },
      body: key,
      signal: new AbortController().signal,
      context: {},
    });
    outcomes.push({ text });
  } catch (error) {
    const shown = inspect(error, { depth: 12, showHidden: true });
    outcomes.push({ error: error instanceof EgoiError ? error : 'foreign', shown });
  }
}
await setImmediate();
const awake = process.getActiveResourcesInfo().filter((name) => /TCP|TLS/.test(name));
console.log(JSON.stringify({ outcomes, awake }));
