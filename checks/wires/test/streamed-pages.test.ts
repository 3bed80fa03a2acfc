import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo, Socket } from 'node:net';
import { EgoiAbortError, EgoiClient, EgoiProtocolError, retry } from '@egoi-client/core';
import type { Interceptor } from '@egoi-client/core';
import { createGateway } from '@egoi-client/gateway';
import { sandboxTransport } from '@egoi-client/sandbox';
import { afterEach, describe, expect, test } from '@jest/globals';
import { connectInMemory, wires } from '@egoi-client/conformance/support/targets';

const apiKey = 'a'.repeat(40);
const count = 40;
const cleanUps: (() => Promise<void> | void)[] = [];

afterEach(async () => {
  for (const cleanUp of cleanUps.splice(0).toReversed()) await cleanUp();
});

const streaming = wires.filter(({ name }) => name !== 'rest json');

/** How one answer to `subscriberData` goes out; the first has number 0. */
type Delivery = (response: ServerResponse, body: Buffer, answer: number) => void;

/** An account of 40 contacts behind a server that sends their pages as a test says. */
async function servedContacts(deliver: Delivery) {
  const account = sandboxTransport({ apiKey, contacts: count });
  const gateway = createGateway(account);
  const sockets: Socket[] = [];
  let answers = 0;
  const answerTo = async (request: IncomingMessage, response: ServerResponse) => {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk as Buffer);
    const { method = '', url = '' } = request;
    const reply = await gateway.handle({
      method,
      url,
      headers: {
        host: request.headers.host ?? '',
        'content-type': request.headers['content-type'] ?? '',
        soapaction: String(request.headers['soapaction'] ?? ''),
      },
      body: Buffer.concat(chunks),
      signal: new AbortController().signal,
      origin: `http://${request.headers.host}`,
    });
    const body = Buffer.from(reply.body as string);
    response.writeHead(reply.status, {
      'Content-Type': reply.headers['content-type'] ?? '',
      'Content-Length': body.length,
    });
    if (body.includes('contact') && method === 'POST') {
      answers += 1;
      deliver(response, body, answers - 1);
    } else response.end(body);
  };
  const server = createServer((request, response) => void answerTo(request, response));
  server.on('connection', (socket) => sockets.push(socket));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  cleanUps.push(async () => {
    for (const socket of sockets) socket.destroy();
    await new Promise((resolve) => server.close(resolve));
    await account.close?.();
  });
  return { baseUrl: `http://127.0.0.1:${(server.address() as AddressInfo).port}` };
}

async function clientOf(
  wire: (typeof wires)[number],
  baseUrl: string,
  interceptors: readonly Interceptor[] = [],
) {
  const client = new EgoiClient({
    apiKey,
    transport: await wire.makeTransport(baseUrl),
    interceptors,
  });
  cleanUps.push(() => client.close());
  return client;
}

async function uidsOf(contacts: AsyncIterable<{ readonly UID: string }>): Promise<string[]> {
  const uids: string[] = [];
  for await (const { UID } of contacts) uids.push(UID);
  return uids;
}

/** The contacts as whole pages have them. */
async function wholeUids(client: EgoiClient): Promise<string[]> {
  const { subscriber } = await client.subscriberData({ listID: 1, subscriber: 'all_subscribers' });
  return subscriber.map(({ UID }) => UID);
}

const half = (body: Buffer) => Math.floor(body.length / 2);

describe('paginate over', () => {
  test.each(streaming)(
    '$name gives contacts before the server has sent the rest of their page',
    async (wire) => {
      let sendRest = () => {};
      const { baseUrl } = await servedContacts((response, body, answer) => {
        if (answer !== 0) {
          response.end(body);
          return;
        }
        response.write(body.subarray(0, half(body)));
        sendRest = () => response.end(body.subarray(half(body)));
      });
      const client = await clientOf(wire, baseUrl);
      const uids: string[] = [];
      for await (const { UID } of client.paginate('subscriberData', { listID: 1 })) {
        uids.push(UID);
        // Without an early contact the rest would never be sent.
        if (uids.length === 10) sendRest();
      }
      expect(uids).toHaveLength(count);
      expect(uids).toEqual(await wholeUids(client));
    },
  );

  test('rest json gives contacts when all of their page is there', async () => {
    const [json] = wires.filter(({ name }) => name === 'rest json');
    const events: string[] = [];
    const { baseUrl } = await servedContacts((response, body) => {
      response.write(body.subarray(0, half(body)), () => {
        events.push('rest');
        response.end(body.subarray(half(body)));
      });
    });
    const client = await clientOf(json as never, baseUrl);
    const pages = client.paginate('subscriberData', { listID: 1 });
    for await (const { UID } of pages) {
      if (events.length < 2) events.push(UID);
    }
    expect(events[0]).toBe('rest');
  });

  test.each(streaming)(
    '$name gives what came of a page that breaks off, and then its error',
    async (wire) => {
      const { baseUrl } = await servedContacts((response, body) => {
        response.write(body.subarray(0, half(body)), () => response.destroy());
      });
      const uids: string[] = [];
      const loop = async () => {
        const client = await clientOf(wire, baseUrl);
        for await (const { UID } of client.paginate('subscriberData', { listID: 1 })) {
          uids.push(UID);
        }
      };
      await expect(loop()).rejects.toBeInstanceOf(EgoiProtocolError);
      expect(uids.length).toBeGreaterThan(10);
      expect(uids.length).toBeLessThan(count);
      expect(new Set(uids).size).toBe(uids.length);
    },
  );

  test.each(wires)(
    '$name completes a page that broke off, with retry, and gives none twice',
    async (wire) => {
      let answers = 0;
      const { baseUrl } = await servedContacts((response, body, answer) => {
        answers = answer + 1;
        if (answer > 1) response.end(body);
        // The second breaks off before the place where the first did.
        else {
          const cut = Math.floor(body.length / (answer + 2));
          response.write(body.subarray(0, cut), () => response.destroy());
        }
      });
      const client = await clientOf(wire, baseUrl, [retry({ wait: async () => {} })]);
      const uids = await uidsOf(client.paginate('subscriberData', { listID: 1 }));
      expect(answers).toBe(3);
      expect(uids).toEqual(await wholeUids(client));
    },
  );

  test.each(streaming)('$name closes its connection when the loop is left', async (wire) => {
    let onClosed = () => {};
    const closed = new Promise<string>((resolve) => {
      onClosed = () => resolve('closed');
    });
    const { baseUrl } = await servedContacts((response, body) => {
      response.on('close', onClosed);
      response.write(body.subarray(0, half(body)));
    });
    const client = await clientOf(wire, baseUrl);
    for await (const { UID } of client.paginate('subscriberData', { listID: 1 })) {
      if (UID !== '') break;
    }
    expect(await closed).toBe('closed');
  });

  test('soap-universal ends a wait for the next contact when the loop is returned from', async () => {
    const [wire] = wires.filter(({ name }) => name === 'soap-universal');
    let onHalf = () => {};
    const halfSent = new Promise<void>((resolve) => {
      onHalf = resolve;
    });
    const { baseUrl } = await servedContacts((response, body) => {
      response.write(body.subarray(0, half(body)), onHalf);
    });
    const client = await clientOf(wire as never, baseUrl);
    const contacts = client.paginate('subscriberData', { listID: 1 })[Symbol.asyncIterator]();
    await contacts.next();
    await halfSent;
    const waiting = Array.from({ length: count }, () => contacts.next());
    await contacts.return?.();
    const outcomes = await Promise.all(waiting);
    expect(outcomes.at(-1)).toEqual({ done: true, value: undefined });
    expect(await contacts.next()).toEqual({ done: true, value: undefined });
  });

  test.each(streaming)(
    '$name stops at once when its signal fires while a page arrives',
    async (wire) => {
      const { baseUrl } = await servedContacts((response, body) => {
        response.write(body.subarray(0, half(body)));
      });
      const controller = new AbortController();
      const uids: string[] = [];
      const loop = async () => {
        const client = await clientOf(wire, baseUrl);
        const options = { signal: controller.signal };
        for await (const { UID } of client.paginate('subscriberData', { listID: 1 }, options)) {
          uids.push(UID);
          if (uids.length === 5) controller.abort();
        }
      };
      await expect(loop()).rejects.toBeInstanceOf(EgoiAbortError);
      expect(uids).toHaveLength(5);
    },
  );
});

describe('items that are given early are those of whole pages:', () => {
  test.each(wires)('$name, all paged methods', async (wire) => {
    const target = await connectInMemory(wire, sandboxTransport({ apiKey, contacts: 23 }));
    cleanUps.push(() => target.close());
    let early = 0;
    const counting: Interceptor = (next) => (request) => {
      const { onItem } = request;
      if (onItem === undefined) return next(request);
      return next({
        ...request,
        onItem(item, index) {
          early += 1;
          onItem(item, index);
        },
      });
    };
    const client = new EgoiClient({
      apiKey,
      transport: target.transport,
      interceptors: [counting],
    });
    const { NEW_ID } = await client.addExtraField({ listID: 1, name: 'Town', type: 'texto' });
    const { ID } = await client.addTag({ name: 'vip & <more>' });
    const fields = { first_name: 'Zoë & <Co>', [`extra_${NEW_ID}`]: ' a&b ', tags: [ID] };
    await client.addSubscriber({ listID: 1, email: 'zoe@example.com', ...fields });
    for (const title of ['One', 'Two & <three>', 'Four']) {
      await client.createList({ nome: title });
      await client.createCampaignSMS({ listID: 1, subject: title, from: '2', message: 'Hello' });
    }
    const options = { pageSize: 7 };
    for (const iterate of [
      () => client.paginate('subscriberData', { listID: 1 }, options),
      () => client.paginate('getLists', {}, options),
      () => client.paginate('getCampaigns', {}, options),
    ]) {
      early = 0;
      const whole: unknown[] = [];
      for await (const { items } of iterate().pages()) whole.push(...items);
      expect(early).toBe(0);
      const streamed: unknown[] = [];
      for await (const item of iterate()) streamed.push(item);
      expect(whole.length).toBeGreaterThan(2);
      expect(streamed).toStrictEqual(whole);
      expect(early).toBe(wire.name === 'rest json' ? 0 : whole.length);
    }
  });
});
