import { EgoiAbortError, EgoiClient, EgoiProtocolError, type WireValue } from '@egoi-client/core';
import { type ScriptStep, scriptedTransport } from '@egoi-client/core/testing';
import { describe, expect, test } from '@jest/globals';

interface Window {
  readonly start: number;
  readonly limit: number;
}

/** A service that holds contacts by their numbers and answers pages of them. */
function serving(answer: (window: Window, call: number) => WireValue, calls = 50) {
  const steps: ScriptStep[] = Array.from({ length: calls }, (_step, index) => ({ params }) => {
    const { start, limit } = params;
    return answer({ start: Number(start), limit: Number(limit) }, index);
  });
  const transport = scriptedTransport(steps);
  return { transport, client: new EgoiClient({ apiKey: 'k', transport }) };
}

const contact = (number: number) => ({ UID: `u${number}`, EMAIL: `${number}@example.com` });
const contacts = (from: number, to: number) =>
  Array.from({ length: Math.max(0, to - from) }, (_item, index) => contact(from + index));
const page = (all: readonly WireValue[], { start, limit }: Window) => ({
  subscriber: all.slice(start, start + limit),
});

async function uidsOf(pages: AsyncIterable<{ readonly UID: string }>): Promise<string[]> {
  const uids: string[] = [];
  for await (const { UID } of pages) uids.push(UID);
  return uids;
}

const uids = (from: number, to: number) => contacts(from, to).map(({ UID }) => UID);

describe('paging', () => {
  test('gives every contact once, in order, and stops after a short page', async () => {
    const { client, transport } = serving((window) => page(contacts(0, 25), window));
    const found = await uidsOf(client.paginate('subscriberData', { listID: 1 }, { pageSize: 10 }));
    expect(found).toEqual(uids(0, 25));
    expect(transport.calls.map(({ params }) => params)).toEqual(
      [0, 10, 20].map((start) => ({ listID: 1, subscriber: 'all_subscribers', start, limit: 10 })),
    );
  });

  test('asks again after a first page that is short: the service may give fewer at a time', async () => {
    const { client, transport } = serving(({ start }) => ({
      subscriber: contacts(start, Math.min(start + 4, 11)),
    }));
    const found = await uidsOf(client.paginate('subscriberData', { listID: 1 }, { pageSize: 10 }));
    expect(found).toEqual(uids(0, 11));
    expect(transport.calls.map(({ params }) => params['start'])).toEqual([0, 4, 8, 11]);
  });

  test('gives contacts that have no UID, each for what else it says', async () => {
    const nameless = Array.from({ length: 14 }, (_item, index) => ({ UID: '', CELLPHONE: index }));
    const { client } = serving((window) => page(nameless, window));
    const found: unknown[] = [];
    const pages = client.paginate('subscriberData', { listID: 1 }, { pageSize: 10 });
    for await (const { CELLPHONE } of pages) found.push(CELLPHONE);
    expect(found).toEqual(nameless.map(({ CELLPHONE }) => String(CELLPHONE)));
  });

  test('asks for nothing before the loop, and for no more pages once it is left', async () => {
    const { client, transport } = serving((window) => page(contacts(0, 100), window));
    const pages = client.paginate('subscriberData', { listID: 1 }, { pageSize: 10 });
    expect(transport.calls).toHaveLength(0);
    for await (const { UID } of pages) if (UID === 'u12') break;
    expect(transport.calls).toHaveLength(2);
  });

  test('starts where it is told, and says with each page where the next one starts', async () => {
    const { client } = serving((window) => page(contacts(0, 25), window));
    const pages = client.paginate('subscriberData', { listID: 1 }, { from: 7, pageSize: 10 });
    const seen: [number, number, number][] = [];
    for await (const { start, items, next } of pages.pages())
      seen.push([start, items.length, next]);
    expect(seen).toEqual([
      [7, 10, 17],
      [17, 8, 25],
    ]);
  });

  test('stops with EgoiAbortError when its signal fires between two contacts', async () => {
    const { client, transport } = serving((window) => page(contacts(0, 100), window));
    const controller = new AbortController();
    const options = { pageSize: 10, signal: controller.signal };
    const found: string[] = [];
    await expect(async () => {
      for await (const { UID } of client.paginate('subscriberData', { listID: 1 }, options)) {
        found.push(UID);
        if (UID === 'u4') controller.abort();
      }
    }).rejects.toBeInstanceOf(EgoiAbortError);
    expect(found).toEqual(uids(0, 5));
    expect(transport.calls).toHaveLength(1);
  });

  test('gives a contact once when newcomers push it onto the next page', async () => {
    const { client } = serving((window, call) => page(contacts(call === 0 ? 0 : -3, 25), window));
    const found = await uidsOf(client.paginate('subscriberData', { listID: 1 }, { pageSize: 10 }));
    expect(found).toEqual(uids(0, 25));
  });

  test('goes on when as many newcomers came as a page holds', async () => {
    const { client } = serving((window, call) => page(contacts(call === 0 ? 0 : -10, 25), window));
    const found = await uidsOf(client.paginate('subscriberData', { listID: 1 }, { pageSize: 10 }));
    expect(found).toEqual(uids(0, 25));
  });

  test('comes to its end when contacts go away while it reads', async () => {
    const { client } = serving((window, call) => page(contacts(call * 4, 25), window));
    const found = await uidsOf(client.paginate('subscriberData', { listID: 1 }, { pageSize: 10 }));
    expect(found).toEqual([...uids(0, 10), ...uids(14, 24)]);
  });

  test('takes a service that knows neither start nor limit at its word: that is all', async () => {
    const { client, transport } = serving(() => ({ subscriber: contacts(0, 3) }));
    expect(await uidsOf(client.paginate('subscriberData', { listID: 1 }))).toEqual(uids(0, 3));
    expect(transport.calls).toHaveLength(2);
  });

  test('refuses to run for ever against a service that repeats a full page', async () => {
    const { client, transport } = serving(({ limit }) => ({ subscriber: contacts(0, limit) }));
    const pages = client.paginate('subscriberData', { listID: 1 }, { pageSize: 5 });
    await expect(uidsOf(pages)).rejects.toBeInstanceOf(EgoiProtocolError);
    expect(transport.calls).toHaveLength(3);
  });

  test('takes the code for "there are none" past the last item for the end, and at the first for an error', async () => {
    const lists = (from: number, to: number) =>
      contacts(from, to).map((_list, index) => ({ listnum: from + index + 1 }));
    const { client } = serving(({ start }) =>
      start < 4 ? lists(start, start + 2) : { ERROR: 'LIST_NOT_FOUND' },
    );
    const found: (number | undefined)[] = [];
    for await (const { listnum } of client.paginate('getLists', {}, { pageSize: 2 })) {
      found.push(listnum);
    }
    expect(found).toEqual([1, 2, 3, 4]);
    const { client: empty } = serving(() => ({ ERROR: 'LIST_NOT_FOUND' }));
    await expect(empty.paginate('getLists')[Symbol.asyncIterator]().next()).rejects.toMatchObject({
      code: 'LIST_NOT_FOUND',
    });
  });

  test('refuses wrong wishes at once and sends nothing', () => {
    const { client, transport } = serving(() => []);
    const wishes: (() => unknown)[] = [
      // @ts-expect-error the method has no pages
      () => client.paginate('getCredits'),
      // @ts-expect-error the number of the list is missing
      () => client.paginate('subscriberData'),
      // @ts-expect-error pages begin where the option from says
      () => client.paginate('getCampaigns', { start: 5 }),
      () => client.paginate('getCampaigns', {}, { pageSize: 1001 }),
      () => client.paginate('getCampaigns', {}, { from: -1 }),
    ];
    const refusals = wishes.map((wish) => {
      try {
        wish();
        return undefined;
      } catch (error) {
        return String(error);
      }
    });
    expect(refusals).toEqual([
      expect.stringContaining('has no pages; these do: '),
      undefined,
      expect.stringContaining('use the options from and pageSize'),
      expect.stringContaining('must be 1 to 1000'),
      expect.stringContaining('must be a whole number, 0 or more'),
    ]);
    expect(transport.calls).toHaveLength(0);
  });
});
