import {
  cacheReads,
  EgoiClient,
  EgoiConnectionError,
  fieldsOf,
  type Interceptor,
  retry,
  type TransportRequest,
  type WireObject,
  type WireValue,
} from '@egoi-client/core';
import { arrivingItems, errorContext } from '@egoi-client/core/wire';
import { type ScriptStep, scriptedTransport } from '@egoi-client/core/testing';
import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { listenersOn } from './support/listeners-on.ts';

const contact = (number: number) => ({ UID: `u${number}`, EMAIL: `${number}@example.com` });
const contacts = (from: number, to: number) =>
  Array.from({ length: Math.max(0, to - from) }, (_item, index) => contact(from + index));
const uids = (from: number, to: number) => contacts(from, to).map(({ UID }) => UID);

/** Tells of items, as a transport does while they arrive. */
function tell({ onItem }: TransportRequest, items: readonly WireValue[]): void {
  for (const [index, item] of items.entries()) onItem?.(item, index);
}

/** Tells of the first items, and lets go of those that are taken, as a decoder does. @returns the list of the reply */
function tellAndLetGo(
  request: TransportRequest,
  items: readonly WireValue[],
  count = items.length,
): WireValue[] {
  const list = items.slice(0, count);
  arrivingItems(request)?.grew(list);
  list.push(...items.slice(count));
  return list;
}

function broken(request: TransportRequest): EgoiConnectionError {
  const context = { ...errorContext(request, 'scripted'), delivery: 'unknown' } as const;
  return new EgoiConnectionError('the connection broke', { ...context, retryable: true });
}

function clientOf(steps: readonly ScriptStep[], interceptors: readonly Interceptor[] = []) {
  const transport = scriptedTransport(steps);
  return { transport, client: new EgoiClient({ apiKey: 'k', transport, interceptors }) };
}

const again = retry({ wait: async () => {} });

async function uidsOf(client: EgoiClient, found: string[] = [], pageSize = 10): Promise<string[]> {
  const pages = client.paginate('subscriberData', { listID: 1 }, { pageSize });
  for await (const { UID } of pages) found.push(UID);
  return found;
}

describe('a page whose items arrive one by one', () => {
  test('gives each while the call is under way, and the rest when it has ended', async () => {
    const told: string[] = [];
    const { client } = clientOf([
      async (request) => {
        tell(request, contacts(0, 3));
        await seen;
        return { subscriber: contacts(0, 5) };
      },
      () => ({ subscriber: [] }),
    ]);
    let onSeen = () => {};
    const seen = new Promise<void>((resolve) => {
      onSeen = resolve;
    });
    for await (const { UID } of client.paginate('subscriberData', { listID: 1 })) {
      told.push(UID);
      if (UID === 'u2') onSeen();
    }
    expect(told).toEqual(uids(0, 5));
  });

  test('leaves out those that the page before held too', async () => {
    const { client } = clientOf([
      (request) => {
        tell(request, contacts(0, 10));
        return { subscriber: contacts(0, 10) };
      },
      (request) => {
        tell(request, contacts(7, 11));
        return { subscriber: contacts(7, 14) };
      },
    ]);
    expect(await uidsOf(client)).toEqual(uids(0, 14));
  });

  test('gives what came before its error, whatever the loop has taken so far', async () => {
    const { client } = clientOf([
      (request) => {
        tell(request, contacts(0, 4));
        throw broken(request);
      },
    ]);
    const found: string[] = [];
    await expect(uidsOf(client, found)).rejects.toBeInstanceOf(EgoiConnectionError);
    expect(found).toEqual(uids(0, 4));
  });

  test('goes on behind its items when a repeated call tells of them again', async () => {
    const { client, transport } = clientOf(
      [
        (request) => {
          tell(request, contacts(0, 4));
          throw broken(request);
        },
        (request) => {
          tell(request, contacts(0, 2));
          throw broken(request);
        },
        (request) => {
          tell(request, contacts(0, 6));
          return { subscriber: contacts(0, 8) };
        },
        () => ({ subscriber: [] }),
      ],
      [again],
    );
    expect(await uidsOf(client)).toEqual(uids(0, 8));
    expect(transport.calls.map(({ attempt }) => attempt)).toEqual([1, 2, 3, 1]);
  });

  test('knows its items again when the call is repeated over a wire that has only text', async () => {
    const lists = [1, 2, 3, 4].map((listnum) => ({ listnum, title: `list ${listnum}` }));
    const { client } = clientOf(
      [
        (request) => {
          tell(request, lists.slice(0, 2));
          throw broken(request);
        },
        () => lists.map((list) => ({ ...list, listnum: String(list.listnum) })),
        () => [],
      ],
      [again],
    );
    const found: unknown[] = [];
    for await (const { listnum } of client.paginate('getLists')) found.push(listnum);
    expect(found).toEqual([1, 2, 3, 4]);
  });

  test('gives none twice when contacts came or went before the call was repeated', async () => {
    for (const second of [contacts(-2, 8), contacts(2, 12), contacts(20, 30)]) {
      const { client } = clientOf(
        [
          (request) => {
            tell(request, contacts(0, 4));
            throw broken(request);
          },
          (request) => {
            tell(request, second);
            return { subscriber: second };
          },
          () => ({ subscriber: [] }),
        ],
        [again],
      );
      const expected = new Set([...uids(0, 4), ...second.map(({ UID }) => UID)]);
      expect(await uidsOf(client)).toEqual([...expected]);
    }
  });

  test('lets the transport go of the items that are taken, and gives all', async () => {
    const lists: WireValue[][] = [];
    const { client } = clientOf([
      (request) => {
        const list = tellAndLetGo(request, contacts(0, 10), 8);
        lists.push([...list]);
        return { subscriber: list };
      },
      (request) => {
        const list = tellAndLetGo(request, contacts(7, 14), 4);
        lists.push([...list]);
        return { subscriber: list };
      },
    ]);
    expect(await uidsOf(client)).toEqual(uids(0, 14));
    expect(lists).toEqual([
      [...Array.from({ length: 8 }, () => null), ...contacts(8, 10)],
      [...Array.from({ length: 4 }, () => null), ...contacts(11, 14)],
    ]);
  });

  test('gives none twice and loses none when a call is repeated whose items were let go', async () => {
    for (const second of [contacts(0, 10), contacts(-2, 8), contacts(2, 12), contacts(20, 30)]) {
      const { client } = clientOf(
        [
          (request) => {
            tellAndLetGo(request, contacts(0, 4));
            throw broken(request);
          },
          (request) => ({ subscriber: tellAndLetGo(request, second) }),
          () => ({ subscriber: [] }),
        ],
        [again],
      );
      const expected = new Set([...uids(0, 4), ...second.map(({ UID }) => UID)]);
      expect(await uidsOf(client)).toEqual([...expected]);
    }
  });

  test('stays whole where answers are kept for later', async () => {
    const { client, transport } = clientOf(
      [
        (request) => ({ subscriber: tellAndLetGo(request, contacts(0, 10), 8) }),
        (request) => ({ subscriber: tellAndLetGo(request, contacts(10, 13)) }),
      ],
      [cacheReads()],
    );
    expect(await uidsOf(client)).toEqual(uids(0, 13));
    expect(await uidsOf(client)).toEqual(uids(0, 13));
    expect(transport.calls).toHaveLength(2);
  });

  test('does not take an item whose predecessor it was not told of', async () => {
    const { client } = clientOf([
      ({ onItem }) => {
        onItem?.(contact(1), 1);
        onItem?.(contact(0), 0);
        onItem?.(contact(0), 0);
        return { subscriber: contacts(0, 3) };
      },
      () => ({ subscriber: [] }),
    ]);
    expect(await uidsOf(client)).toEqual(uids(0, 3));
  });

  test('is whole in pages(), which tells no transport of a wish for items', async () => {
    const asked: boolean[] = [];
    const { client } = clientOf([
      ({ onItem }) => {
        asked.push(onItem !== undefined);
        return { subscriber: contacts(0, 3) };
      },
      () => ({ subscriber: [] }),
    ]);
    const found: number[] = [];
    const pages = client.paginate('subscriberData', { listID: 1 }).pages();
    for await (const { items } of pages) found.push(items.length);
    expect([asked, found]).toEqual([[false], [3]]);
  });

  test('leaves no listener on the signal of its caller, and ends its call when it is left', async () => {
    const controller = new AbortController();
    const listeners = listenersOn(controller.signal);
    let onEnded = (_reason: unknown) => {};
    const ended = new Promise<unknown>((resolve) => {
      onEnded = resolve;
    });
    const { client } = clientOf([
      (request) =>
        new Promise((_resolve, reject) => {
          tell(request, contacts(0, 2));
          request.signal.addEventListener('abort', () => {
            reject(broken(request));
            onEnded(request.signal.reason);
          });
        }),
    ]);
    const options = { signal: controller.signal };
    for await (const { UID } of client.paginate('subscriberData', { listID: 1 }, options)) {
      if (UID === 'u0') break;
    }
    expect(await ended).toMatchObject({ message: 'the loop over the items was left' });
    expect(listeners()).toBe(0);
  });

  test('keeps the answer as it came when the loop changes its items', async () => {
    const items: WireObject[] = [{ UID: 'u0', NEW_FIELD: { tags: ['a'] } }];
    const { client } = clientOf([
      async (request) => {
        tell(request, items);
        await changed;
        return { subscriber: items };
      },
      () => ({ subscriber: [] }),
    ]);
    let onChanged = () => {};
    const changed = new Promise<void>((resolve) => {
      onChanged = resolve;
    });
    for await (const found of client.paginate('subscriberData', { listID: 1 })) {
      (fieldsOf(found)['NEW_FIELD'] as { tags: string[] }).tags.push('b');
      onChanged();
    }
    expect(items).toEqual([{ UID: 'u0', NEW_FIELD: { tags: ['a'] } }]);
  });
});

const wireValue = fc.oneof(
  fc.constantFrom<WireValue>('', '0', '1', 0, 1, null, true, false, '2024-01-02', ' 7 ', [], {}),
  fc.string(),
  fc.jsonValue({ maxDepth: 2 }).map((value) => value as WireValue),
);
const names = ['UID', 'EMAIL', 'FIRST_NAME', 'STATUS', 'LIST', 'SUBS_DATE', 'TAGS', 'EXTRA_1', 'x'];
const wireItem: fc.Arbitrary<WireValue> = fc.oneof(
  {
    weight: 5,
    arbitrary: fc.dictionary(fc.constantFrom(...names), wireValue) as fc.Arbitrary<WireObject>,
  },
  { weight: 1, arbitrary: wireValue },
);

test('an item that is given early is strictly equal to the one of the whole page', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.constantFrom('subscriberData', 'getLists', 'getCampaigns'),
      fc.array(wireItem, { maxLength: 6 }),
      fc.nat(6),
      fc.boolean(),
      async (method, items, early, letsGo) => {
        const steps: ScriptStep[] = [
          (request) => {
            const own = structuredClone(items);
            if (!letsGo) tell(request, own.slice(0, early));
            const list = letsGo ? tellAndLetGo(request, own, early) : own;
            return method === 'subscriberData' ? { subscriber: list } : list;
          },
          () => (method === 'subscriberData' ? { subscriber: [] } : []),
        ];
        const pagesBy = () => {
          const { client } = clientOf(steps);
          return client.paginate(
            method as 'subscriberData',
            (method === 'subscriberData' ? { listID: 1 } : {}) as never,
          );
        };
        const whole: unknown[] = [];
        for await (const page of pagesBy().pages()) whole.push(...page.items);
        const streamed: unknown[] = [];
        for await (const item of pagesBy()) streamed.push(item);
        expect(streamed).toStrictEqual(whole);
      },
    ),
    { seed: 20251202, numRuns: 300 },
  );
});
