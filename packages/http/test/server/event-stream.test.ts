import { get, type IncomingMessage } from 'node:http';
import { once } from 'node:events';
import {
  EventStream,
  type HttpServer,
  plainReply,
  resolveServerLimits,
  serverOptions,
  startServer,
} from '@egoi-client/http/server';
import { resolveOptions } from '@egoi-client/core/wire';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';

let events: EventStream<{ readonly at: number; readonly text?: string }>;
let server: HttpServer;

beforeEach(async () => {
  events = new EventStream({ mostKept: 5, mostFollowers: 2 });
  const limits = resolveServerLimits('a test', resolveOptions('a test', serverOptions, {}));
  const service = {
    admit: (head: Parameters<typeof events.reply>[0]) => ({
      answer: () => Promise.resolve(events.reply(head)),
    }),
    refuse: () => plainReply(400, 'refused'),
    onDefect: () => undefined,
  };
  server = await startServer(service, limits);
});

afterEach(async () => {
  events.close();
  await server.close();
});

/** A connection that follows, and what it has read. */
async function follow(query = '', lastEventId?: string) {
  const headers = lastEventId === undefined ? {} : { 'last-event-id': lastEventId };
  const [response] = (await once(get(`${server.origin}/${query}`, { headers }), 'response')) as [
    IncomingMessage,
  ];
  let text = '';
  response.setEncoding('utf8').on('data', (piece: string) => {
    text += piece;
  });
  response.on('error', () => undefined);
  const says = async (pattern: RegExp) => {
    while (!pattern.test(text)) await once(response, 'data');
    return text;
  };
  const ids = () => [...text.matchAll(/^id: (\S+)$/gm)].map(([, id = '']) => id);
  return { response, says, ids };
}

const publish = (from: number, to: number) => {
  for (let at = from; at <= to; at += 1) events.publish({ at });
};
const numbers = (ids: readonly string[]) => ids.map((id) => Number(id.split('-')[1]));

describe('an event stream', () => {
  test('brings what was published since a place, which an address may name', async () => {
    publish(1, 2);
    const { place } = events;
    publish(3, 4);
    const { says, ids } = await follow(`?after=${place}`);
    await says(/"at":4/);
    expect(numbers(ids())).toEqual([2, 3, 4]);
  });

  test('brings events from now on, and as many of those before as are asked for', async () => {
    publish(1, 3);
    const [fresh, late] = [await follow(), await follow('?last=2')];
    publish(4, 4);
    await Promise.all([fresh, late].map(({ says }) => says(/"at":4/)));
    expect(numbers(fresh.ids())).toEqual([3, 4]);
    expect(numbers(late.ids())).toEqual([1, 2, 3, 4]);
  });

  test('goes on for whoever comes back, with a number that shows what is no longer kept', async () => {
    publish(1, 1);
    const first = await follow();
    await first.says(/start/);
    const [id = ''] = first.ids();
    first.response.destroy();
    publish(2, 3);
    const second = await follow('', id);
    await second.says(/"at":3/);
    expect(numbers(second.ids())).toEqual([1, 2, 3]);
    second.response.destroy();
    publish(4, 30);
    const third = await follow('', id);
    await third.says(/"at":30/);
    const [before = 0, ...seen] = numbers(third.ids());
    expect(before).toBeGreaterThan(1);
    expect(seen[0]).toBe(before + 1);
    expect(seen.length).toBeLessThanOrEqual(10);
  });

  test('brings all that it keeps to whoever followed an earlier run', async () => {
    publish(1, 3);
    const follower = await follow('', 'ffffffff-900');
    await follower.says(/"at":3/);
    expect(numbers(follower.ids())).toEqual([0, 1, 2, 3]);
  });

  test('takes no more than it has room for, until somebody goes', async () => {
    const [first, second] = [await follow(), await follow()];
    const third = await follow();
    expect([first, second, third].map(({ response }) => response.statusCode)).toEqual([
      200, 200, 503,
    ]);
    first.response.destroy();
    let status: number | undefined;
    while (status !== 200) status = (await follow()).response.statusCode;
  });

  test('lets go of whoever does not read', async () => {
    const follower = await follow();
    await follower.says(/start/);
    follower.response.pause();
    const text = 'x'.repeat(100_000);
    const closed = once(follower.response, 'close');
    // Far more than the system keeps for a reader.
    for (let at = 0; at < 200; at += 1) {
      events.publish({ at, text });
      await (await fetch(`${server.origin}/?last=0`)).body?.cancel();
    }
    follower.response.resume();
    await expect(closed).rejects.toThrow('aborted');
  });
});
