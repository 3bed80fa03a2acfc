import { readFile } from 'node:fs/promises';
import { EgoiClient } from '@egoi-client/core';
import axios from 'axios';
import { SaxesParser } from 'saxes';
import { createClientAsync } from 'soap';
import { measuredTransport, type V2WireName } from '../wires.ts';
import { pageParams } from './page-params.ts';
import { mustHold, type SetUp, timed } from './program.ts';
import { loadXmlrpc } from './xmlrpc-library.ts';

/** A page of contacts that a server holds ready. */
export interface PageSettings {
  readonly url: string;
  readonly count: number;
  /** Calls in one run, one after another; small pages need several to be measured. */
  readonly calls: number;
}

/** The whole call through the typed client. */
export const ourPage: SetUp<PageSettings & { readonly wire: V2WireName }> = async ({
  wire,
  url,
  count,
  calls,
}) => {
  const transport = await measuredTransport(wire, { endpoint: url });
  const client = new EgoiClient({ apiKey: 'key', timeoutMs: 600_000, transport });
  return repeated(calls, async () => {
    const { subscriber } = await client.subscriberData({ ...pageParams });
    mustHold(subscriber.length, count);
  });
};

/** The `soap` package's client; it has the WSDL before the clock starts. */
export const soapPage: SetUp<PageSettings & { readonly wsdl: string }> = async ({
  url,
  calls,
  wsdl,
}) => {
  const client = await createClientAsync(wsdl, { endpoint: url });
  const call = (client as unknown as SoapMethods)['subscriberDataAsync'];
  return repeated(calls, async () => {
    const [answer] = await call({ functionOptions: { apikey: 'key', ...pageParams } }, keepAlive);
    if (answer === undefined) throw new Error('nothing came');
  });
};

/** The methods that the `soap` package makes of a WSDL. */
export type SoapMethods = Record<
  `${'subscriberData' | 'getUserData' | 'addSubscriberBulk'}Async`,
  (params: unknown, options?: unknown) => Promise<readonly unknown[]>
>;

/** Lets the `soap` package keep its connections, which it does not by itself. */
export const keepAlive = { forever: true };

/** The `xmlrpc` package's client. */
export const xmlrpcPage: SetUp<PageSettings> = ({ url, count, calls }) => {
  const client = loadXmlrpc().createClient(url);
  return repeated(
    calls,
    () =>
      new Promise<void>((resolve, reject) => {
        client.methodCall('subscriberData', [{ apikey: 'key', ...pageParams }], (error, value) => {
          if (error !== null && error !== undefined) return reject(error);
          mustHold((value as { readonly subscriber: unknown[] }).subscriber.length, count);
          resolve();
        });
      }),
  );
};

/** Axios and `JSON.parse`, which know nothing of what they read: the floor of the REST call. */
export const axiosJsonPage: SetUp<PageSettings> = ({ url, calls }) => {
  const form = new URLSearchParams({ method: 'subscriberData', type: 'json' }).toString();
  return repeated(calls, async () => {
    const { data } = await axios.post<string>(url, form, {
      responseType: 'text',
      transformResponse: [],
      proxy: false,
    });
    const parsed = JSON.parse(data) as { readonly Egoi_Api: unknown };
    if (parsed.Egoi_Api === undefined) throw new Error('nothing came');
  });
};

/** The tokenizer alone over text in memory, building no values: a limit for whoever uses it. */
export const tokenizer: SetUp<{ readonly file: string; readonly calls: number }> = async ({
  file,
  calls,
}) => {
  const text = await readFile(file, 'utf8');
  return repeated(calls, () => {
    let elements = 0;
    const parser = new SaxesParser();
    parser.on('opentag', () => {
      elements += 1;
    });
    parser.on('text', () => {});
    parser.on('closetag', () => {});
    parser.write(text).close();
    if (elements === 0) throw new Error('nothing was read');
  });
};

/** `JSON.parse` alone over text in memory. */
export const jsonParse: SetUp<{ readonly file: string; readonly calls: number }> = async ({
  file,
  calls,
}) => {
  const text = await readFile(file, 'utf8');
  return repeated(calls, () => {
    if (JSON.parse(text) === null) throw new Error('nothing was read');
  });
};

function repeated(calls: number, call: () => unknown): () => Promise<number> {
  return () =>
    timed(async () => {
      for (let left = calls; left > 0; left -= 1) await call();
    });
}
