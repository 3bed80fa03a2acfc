import { EgoiPartialError, type Loss } from '@egoi-client/core';
import { describe, expect, test } from '@jest/globals';
import { failureOf, scriptedClients } from './support/scripted-clients.ts';
import {
  type CameRequest,
  problemAnswer,
  type ScriptedAnswer,
} from './support/scripted-service.ts';

const scripted = scriptedClients();

describe('a call of several requests that is cut', () => {
  const contact = { listID: 9, email: 'ana@example.com', tags: [5, 6] };
  /** @param times requests that are cut, the first of them at `cut` */
  const cutAt =
    (
      cut: number,
      times = Infinity,
    ): ((request: CameRequest, index: number) => ScriptedAnswer | undefined) =>
    (_, index) => {
      if (index >= cut && index < cut + times) return undefined;
      return index === 0
        ? { status: 201, body: { contact_id: '34b7624024' } }
        : { status: 202, body: { result: 'success' } };
    };

  test('at the write that decides it, is not known to be done', async () => {
    const asking = await scripted.clientOf(cutAt(0));
    await expect(asking.addSubscriber(contact)).rejects.toMatchObject({
      kind: 'connection',
      delivery: 'unknown',
    });
  });

  test.each([
    [1, ['contact 34b7624024'], ['attachTag 5'], ['attachTag 6']],
    [2, ['contact 34b7624024', 'attachTag 5'], ['attachTag 6'], []],
  ])(
    'at request %i after it, says what is done, what may be, and what is missing',
    async (cut, done, unknown, missing) => {
      const asking = await scripted.clientOf(cutAt(cut), { stepDelayMs: 1 });
      const error = await failureOf(asking.addSubscriber(contact));
      expect(error).toBeInstanceOf(EgoiPartialError);
      expect(error).toMatchObject({
        done,
        unknown,
        missing,
        retryable: false,
        // Attaching a tag is tried three times: it does no harm twice.
        requests: cut + 3,
        answer: { UID: '34b7624024', EMAIL: 'ana@example.com', LIST: 9 },
      });
      expect(JSON.stringify(error)).not.toContain('ana@example.com');
    },
  );

  test('answers with a loss for each thing that was not done where the caller wants that', async () => {
    const told: Loss[] = [];
    const asking = await scripted.clientOf(cutAt(1), {
      stepTries: 1,
      whenPartly: 'report',
      onLoss: (loss) => void told.push(loss),
    });
    expect(await asking.addSubscriber(contact)).toMatchObject({ UID: '34b7624024' });
    expect(told.map(({ reason }) => reason.split(':')[0])).toEqual(
      expect.arrayContaining(['not known to be done', 'not done']),
    );
  });

  test('goes on where a further try of what does no harm twice is answered', async () => {
    const asking = await scripted.clientOf(cutAt(1, 2), { stepDelayMs: 1 });
    expect(await asking.addSubscriber(contact)).toMatchObject({ UID: '34b7624024' });
    expect(scripted.requests).toHaveLength(5);
  });

  test.each([
    [1, 4],
    [11, 2],
  ])(
    'waits %i seconds where the service asks for it, or ends as partial',
    async (seconds, requests) => {
      const busy = { ...problemAnswer(429, 'x', 'y'), headers: { 'Retry-After': String(seconds) } };
      const asking = await scripted.clientOf((request, index) =>
        index === 1 ? busy : cutAt(Infinity)(request, index),
      );
      const ended = await asking.addSubscriber(contact).catch((error: unknown) => error);
      expect(scripted.requests).toHaveLength(requests);
      expect(ended).toMatchObject(
        requests === 4
          ? { UID: '34b7624024' }
          : {
              kind: 'partial',
              unknown: [],
              missing: ['attachTag 5', 'attachTag 6'],
              retryAfterMs: 11_000,
            },
      );
    },
  );

  test('a tag that is refused does not keep the next from being attached', async () => {
    const asking = await scripted.clientOf((request, index) =>
      index === 1 ? problemAnswer(404, 'NotFound', 'no such tag') : cutAt(Infinity)(request, index),
    );
    const error = await failureOf(asking.addSubscriber(contact));
    expect(error).toMatchObject({
      kind: 'partial',
      done: ['contact 34b7624024', 'attachTag 6'],
      missing: ['attachTag 5'],
    });
  });
});

describe('pages', () => {
  const tags = Array.from({ length: 2345 }, (_, index) => ({
    tag_id: index + 1,
    name: `t${index}`,
  }));
  const page = ({ url }: CameRequest, mostItems: number): ScriptedAnswer => {
    const query = new URL(url, 'http://localhost').searchParams;
    const offset = Number(query.get('offset'));
    const limit = Number(query.get('limit') ?? 10);
    if (limit > mostItems) {
      return problemAnswer(422, 'Unprocessable Entity', 'no', { limit: ['too large'] });
    }
    return {
      status: 200,
      body: { total_items: tags.length, items: tags.slice(offset, offset + limit) },
    };
  };

  test('are read to the end', async () => {
    const asking = await scripted.clientOf((request) => page(request, 1000));
    expect((await asking.getTags()).TAG_LIST).toHaveLength(2345);
    expect(scripted.requests).toHaveLength(3);
  });

  test('are smaller where the service refuses large ones', async () => {
    const asking = await scripted.clientOf((request) => page(request, 100));
    expect((await asking.getTags()).TAG_LIST).toHaveLength(2345);
    expect(scripted.requests).toHaveLength(25);
  });

  test('an item that moved back is given once', async () => {
    const asking = await scripted.clientOf(
      (_, index) => ({
        status: 200,
        body: { total_items: 4, items: tags.slice(index, index + 2) },
      }),
      { pageSize: 2 },
    );
    const { TAG_LIST } = await asking.getTags();
    expect(TAG_LIST.map(({ ID }) => ID)).toEqual([1, 2, 3]);
  });
});

test('many calls that need the same fact ask for it once', async () => {
  const asking = await scripted.clientOf(({ method }) =>
    method === 'GET'
      ? { status: 200, body: { total_items: 1, items: [{ tag_id: 5, name: 'vip' }] } }
      : { status: 202, body: { result: 'success', contact_id: '34b7624024' } },
  );
  const names = ['a', 'b', 'c'];
  await Promise.all(
    names.map((name) =>
      asking.addSubscriber({ listID: 9, email: `${name}@example.com`, tags: ['vip'] }),
    ),
  );
  const asked = scripted.came;
  expect(asked.filter((text) => text === 'GET /tags')).toHaveLength(1);
  expect(asked.filter((text) => text.endsWith('attach-tag'))).toHaveLength(3);
});
