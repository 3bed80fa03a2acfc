import { batchParameters } from '@egoi-client/bulk';
import {
  type EgoiError,
  EgoiConnectionError,
  EgoiQuotaError,
  EgoiTimeoutError,
} from '@egoi-client/core';
import { type ScriptStep, scriptedTransport } from '@egoi-client/core/testing';
import { type RedisProcess, whereRedisIs } from '@egoi-client/redis-process';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { BatchRecord, UnknownRecord } from '../src/batch-record.ts';
import { carryOut, type NextMove, type Turn } from '../src/carry-out.ts';
import { type OpenImport, openImport } from '../src/open-import.ts';
import { clientOver, contacts, redisForTests } from './start.ts';

const receipt = { id: '7', result: 'Your request is being processed', count: 5 };
const reset = () => new EgoiConnectionError('the connection broke', { delivery: 'unknown' });
const refused = () => new EgoiConnectionError('no one listens', { delivery: 'not_sent' });

whereRedisIs(describe)('one turn with a batch', () => {
  let redis: RedisProcess;
  let opened: OpenImport;
  let batches = 0;

  beforeAll(async () => {
    const started = await redisForTests();
    redis = started.redis;
    opened = openImport(started.place(), 'keep trying');
  }, 60_000);

  afterAll(async () => {
    await opened.close();
    await redis.stop();
  });

  /** A batch of its own, with what the journal says about it, and a service that follows a script. */
  const batchWith = async (present: BatchRecord | undefined, steps: readonly ScriptStep[]) => {
    const { journal } = opened;
    const index = batches;
    batches += 1;
    if (present !== undefined) await journal.write(index, present);
    const transport = scriptedTransport(steps);
    const turns = (changes: Partial<Turn> = {}): Promise<NextMove> =>
      carryOut({
        client: clientOver(transport),
        journal,
        job: { index, parameters: batchParameters({ listID: 1 }), contacts: contacts(5) },
        by: `turn ${Math.random()}`,
        probes: 3,
        settleMs: 1000,
        callTimeoutMs: 5000,
        unverifiable: 'stop',
        call: (make) => make(),
        insist: (write) => write(),
        ...changes,
      });
    return { turns, transport, record: () => journal.read(index) };
  };

  const unknown = (changes: Partial<UnknownRecord> = {}): UnknownRecord => ({
    state: 'unknown',
    sentAt: Date.now() - 10_000,
    repeats: false,
    askFrom: Date.now() - 1000,
    looked: 0,
    ...changes,
  });
  const holds = (email: string): ScriptStep => ({
    value: { subscriber: { EMAIL: email, UID: 'abcdef1234' } },
  });

  test('sends a batch that was never sent, and never again once it is answered', async () => {
    const { turns, transport, record } = await batchWith(undefined, [{ value: receipt }]);
    expect(await turns()).toEqual({ move: 'done' });
    expect(await turns()).toEqual({ move: 'done' });
    expect(transport.calls.map(({ method }) => method)).toEqual(['addSubscriberBulk']);
    expect(await record()).toEqual({
      state: 'answered',
      contacts: 5,
      taken: 5,
      knownFrom: 'answer',
      repeats: false,
    });
  });

  test('writes down that it sends before it does', async () => {
    const seen: (BatchRecord | undefined)[] = [];
    const batch = await batchWith(undefined, [
      async () => {
        seen.push(await batch.record());
        return receipt;
      },
    ]);
    await batch.turns();
    expect(seen).toMatchObject([{ state: 'sending' }]);
  });

  test('lets one of two workers send that both believe a batch to be theirs', async () => {
    const { turns, transport } = await batchWith(undefined, [{ value: receipt }]);
    const moves = await Promise.all([turns(), turns(), turns()]);
    expect(moves.filter(({ move }) => move === 'done')).toHaveLength(1);
    expect(moves.filter(({ move }) => move === 'lost')).toHaveLength(2);
    expect(transport.calls).toHaveLength(1);
  });

  test('leaves a batch alone that another began to send, as long as its call may last', async () => {
    const { turns, transport, record } = await batchWith(
      { state: 'sending', by: 'one that died', sentAt: Date.now(), repeats: false },
      [],
    );
    const before = Date.now();
    const next = await turns();
    expect(next).toEqual({ move: 'later', from: expect.any(Number) });
    expect(next.move === 'later' && next.from - before).toBeGreaterThanOrEqual(6000);
    expect(await record()).toMatchObject({ state: 'unknown', looked: 0 });
    expect(await turns()).toEqual(next);
    expect(transport.calls).toEqual([]);
  });

  test('lets the answer of a call stand that another worker had given up', async () => {
    const other = await batchWith(undefined, [
      async () => {
        await other.turns();
        return receipt;
      },
    ]);
    expect(await other.turns()).toEqual({ move: 'done' });
    expect(await other.turns()).toEqual({ move: 'done' });
    expect(await other.record()).toMatchObject({ state: 'answered', knownFrom: 'answer' });
  });

  test('looks contacts of an unknown batch up, one call a turn, until all probes are found', async () => {
    const emails = ['0@example.com', '2@example.com', '4@example.com'];
    const { turns, transport, record } = await batchWith(unknown(), emails.map(holds));
    const moves = [await turns(), await turns(), await turns()];
    expect(moves).toEqual([{ move: 'again' }, { move: 'again' }, { move: 'done' }]);
    expect(transport.calls.map(({ params }) => params['subscriber'])).toEqual(emails);
    expect(await record()).toMatchObject({ state: 'answered', knownFrom: 'account' });
  });

  test('sends an unknown batch again when the account does not have it', async () => {
    const missing: ScriptStep = { value: { ERROR: 'SUBSCRIBER_NOT_FOUND' } };
    const { turns, transport, record } = await batchWith(unknown(), [missing, { value: receipt }]);
    expect([await turns(), await turns()]).toEqual([{ move: 'again' }, { move: 'done' }]);
    expect(transport.calls.map(({ method }) => method)).toEqual([
      'subscriberData',
      'addSubscriberBulk',
    ]);
    expect(await record()).toMatchObject({ state: 'answered', repeats: true });
  });

  test('goes on with a lookup whose call failed', async () => {
    const { turns, record } = await batchWith(unknown({ looked: 2 }), [
      { error: reset() },
      holds('4@example.com'),
    ]);
    expect(await turns()).toEqual({ move: 'retry', reason: 'the connection broke' });
    expect(await record()).toMatchObject({ state: 'unknown', looked: 2 });
    expect(await turns()).toEqual({ move: 'done' });
  });

  test.each([
    ['stop', 'fail', { state: 'failed' }],
    ['repeat', 'again', { state: 'unsent', repeats: true }],
    ['skip', 'done', { state: 'answered', knownFrom: 'nobody' }],
  ] as const)(
    'does as it is told (%s) when no contact of an unknown batch can be looked up',
    async (unverifiable, move, record) => {
      const batch = await batchWith(unknown(), []);
      const job = {
        index: batches - 1,
        parameters: batchParameters({ listID: 1, compareField: 'cellphone' }),
        contacts: [{ cellphone: '351-912345678' }],
      };
      expect(await batch.turns({ unverifiable, job })).toMatchObject({ move });
      expect(await batch.record()).toMatchObject(record);
      expect(batch.transport.calls).toEqual([]);
    },
  );

  const failures: [string, () => EgoiError, NextMove['move'], Partial<BatchRecord>][] = [
    ['broke after sending', reset, 'later', { state: 'unknown' }],
    [
      'ran out of time',
      () => new EgoiTimeoutError('late', { timeoutMs: 1 }),
      'later',
      { state: 'unknown' },
    ],
    ['was never sent', refused, 'retry', { state: 'unsent', repeats: false }],
    [
      'found the budget spent',
      () => new EgoiQuotaError('150 calls were made', { retryAfterMs: 9000 }),
      'rest',
      { state: 'unsent' },
    ],
  ];
  test.each(failures)('a call that %s', async (_what, error, move, record) => {
    const batch = await batchWith(undefined, [{ error: error() }]);
    expect(await batch.turns()).toMatchObject({ move });
    expect(await batch.record()).toMatchObject(record);
  });

  test('does not repeat what the API refused, and keeps its code', async () => {
    const { turns, record } = await batchWith(undefined, [{ value: { ERROR: 'LIST_NOT_FOUND' } }]);
    expect(await turns()).toMatchObject({ move: 'fail' });
    expect(await record()).toMatchObject({ state: 'failed', code: 'LIST_NOT_FOUND' });
  });

  test('does not send when Redis took the time of the call to note it', async () => {
    const { turns, transport, record } = await batchWith(undefined, []);
    expect(await turns({ callTimeoutMs: 0 })).toMatchObject({ move: 'retry' });
    expect(transport.calls).toEqual([]);
    expect(await record()).toMatchObject({ state: 'unsent' });
  });

  test('a record that was written by a command that is sent again counts as written', async () => {
    const { journal } = opened;
    const sending: BatchRecord = { state: 'sending', by: 'me', sentAt: 1, repeats: false };
    expect(await journal.replace(9999, undefined, sending)).toBe(true);
    expect(await journal.replace(9999, undefined, sending)).toBe(true);
    expect(await journal.replace(9999, undefined, { ...sending, by: 'another' })).toBe(false);
    expect(await journal.read(9999)).toEqual(sending);
  });
});
