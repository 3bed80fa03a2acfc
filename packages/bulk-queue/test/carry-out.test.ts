import { batchParameters, type ImportTarget } from '@egoi-client/bulk';
import {
  type EgoiError,
  EgoiConnectionError,
  EgoiPartialError,
  EgoiQuotaError,
  EgoiTimeoutError,
  type WireObject,
} from '@egoi-client/core';
import { type ScriptStep, scriptedTransport } from '@egoi-client/core/testing';
import { type RedisProcess, whereRedisIs } from '@egoi-client/redis-process';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { BatchRecord, DoubtfulRecord } from '../src/batch-record.ts';
import { carryOut } from '../src/carry-out.ts';
import type { NextMove, Turn } from '../src/turn.ts';
import { type BatchJob, type OpenImport, openImport } from '../src/open-import.ts';
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
  });

  afterAll(async () => {
    await opened.close();
    await redis.stop();
  });

  const jobOf = (
    index: number,
    rows: WireObject[],
    target: Partial<ImportTarget> = {},
  ): BatchJob => ({
    index,
    parameters: batchParameters({ listID: 1, ...target }),
    contacts: rows,
    rows: [...rows.keys()],
    witnesses: [...rows.keys()],
    repeats: 0,
    known: 0,
    after: [],
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
        job: jobOf(index, contacts(5)),
        by: `turn ${Math.random()}`,
        probes: 300,
        settleMs: 1000,
        callTimeoutMs: 5000,
        unverifiable: 'stop',
        call: (make) => make(),
        insist: (write) => write(),
        ...changes,
      });
    return { turns, transport, record: () => journal.read(index) };
  };

  const unknown = (changes: Partial<DoubtfulRecord> = {}): DoubtfulRecord => ({
    state: 'doubtful',
    sentAt: Date.now() - 10_000,
    repeats: false,
    askFrom: Date.now() - 1000,
    left: [],
    ...changes,
  });

  test('sends a batch that was never sent, and never again once it is answered', async () => {
    const { turns, transport, record } = await batchWith(undefined, [{ value: receipt }]);
    expect(await turns()).toEqual({ move: 'done' });
    expect(await turns()).toEqual({ move: 'done' });
    expect(transport.calls.map(({ method }) => method)).toEqual(['addSubscriberBulk']);
    expect(await record()).toEqual({
      state: 'answered',
      count: 5,
      repeats: false,
      sentAt: expect.any(Number),
      left: [],
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
      { state: 'sending', by: 'one that died', sentAt: Date.now(), repeats: false, left: [] },
      [],
    );
    const before = Date.now();
    const next = await turns();
    expect(next).toEqual({ move: 'later', from: expect.any(Number) });
    expect(next.move === 'later' && next.from - before).toBeGreaterThanOrEqual(6000);
    expect(await record()).toMatchObject({ state: 'doubtful' });
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
    expect(await other.record()).toMatchObject({ state: 'answered' });
  });

  test('looks for the contacts of a doubtful batch, one call a turn, until all are seen', async () => {
    const records = contacts(5).map(({ email }) => ({ EMAIL: email, UID: email }));
    const pages: ScriptStep[] = [{ value: { subscriber: records } }, { value: { subscriber: [] } }];
    const { turns, transport, record } = await batchWith(unknown(), pages);
    expect([await turns(), await turns()]).toEqual([{ move: 'again' }, { move: 'done' }]);
    expect(transport.calls.map(({ params }) => params['start'])).toEqual([0, 5]);
    expect(await record()).toMatchObject({ state: 'found' });
  });

  test('sends a doubtful batch again when the account does not have all of it', async () => {
    const { turns, transport, record } = await batchWith(unknown(), [
      { value: { subscriber: [{ EMAIL: '0@example.com', UID: 'abcdef1234' }] } },
      { value: { subscriber: [] } },
      { value: receipt },
    ]);
    const moves = [await turns(), await turns(), await turns()];
    expect(moves).toEqual([{ move: 'again' }, { move: 'again' }, { move: 'done' }]);
    expect(transport.calls.map(({ method }) => method)).toEqual([
      'subscriberData',
      'subscriberData',
      'addSubscriberBulk',
    ]);
    expect(await record()).toMatchObject({ state: 'answered', repeats: true });
  });

  test('goes on with a look whose call failed', async () => {
    const records = contacts(5).map(({ email }) => ({ EMAIL: email, UID: email }));
    const { turns, record } = await batchWith(unknown(), [
      { value: { subscriber: records } },
      { error: reset() },
      { value: { subscriber: [] } },
    ]);
    await turns();
    expect(await turns()).toEqual({ move: 'retry', reason: 'the connection broke' });
    expect(await record()).toMatchObject({ state: 'doubtful', survey: { next: 5 } });
    expect(await turns()).toEqual({ move: 'done' });
  });

  test.each([
    ['stop', 'fail', { state: 'doubtful' }],
    ['repeat', 'again', { state: 'unsent', repeats: true }],
    ['skip', 'done', { state: 'skipped', rows: [0] }],
  ] as const)(
    'does as it is told (%s) when no contact of an unknown batch can be looked up',
    async (unverifiable, move, record) => {
      const batch = await batchWith(unknown(), []);
      const numbers = [{ cellphone: '351-912345678' }];
      const job = jobOf(batches - 1, numbers, { compareField: 'cellphone' });
      expect(await batch.turns({ unverifiable, job })).toMatchObject({ move });
      expect(await batch.record()).toMatchObject(record);
      expect(batch.transport.calls).toEqual([]);
    },
  );

  const failures: [string, () => EgoiError, NextMove['move'], Partial<BatchRecord>][] = [
    ['broke after sending', reset, 'later', { state: 'doubtful' }],
    [
      'ran out of time',
      () => new EgoiTimeoutError('late', { timeoutMs: 1 }),
      'later',
      { state: 'doubtful' },
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

  describe('where the account works imports off after its answers', () => {
    const sizeOf = () => ({ bytes: 1, fields: 0 });
    const limits = { maxBytes: 1000, maxFields: 1000, sizeOf, isQueued: true };
    const waiting = { value: [{ ID: '7', OPERATION: 'import_contacts', STATUS: 'queued' }] };
    const others = { value: [{ ID: '9', OPERATION: 'export_contacts', STATUS: 'queued' }] };

    test('a doubtful batch is looked for once what was in the queue has left it', async () => {
      const records = contacts(5).map(({ email }) => ({ EMAIL: email, UID: email }));
      const batch = await batchWith(unknown(), [
        waiting,
        others,
        { value: { subscriber: records } },
        { value: { subscriber: [] } },
      ]);
      const client = clientOver({ ...batch.transport, limits });
      const before = Date.now();
      const first = await batch.turns({ client });
      expect(first.move === 'later' && first.from - before).toBeGreaterThanOrEqual(2000);
      expect(await batch.record()).toMatchObject({ state: 'doubtful', survey: { way: 'queue' } });
      const moves = [1, 2, 3].map(() => () => batch.turns({ client }));
      const seen: NextMove[] = [];
      for (const turn of moves) seen.push(await turn());
      expect(seen).toEqual([{ move: 'again' }, { move: 'again' }, { move: 'done' }]);
      expect(await batch.record()).toMatchObject({ state: 'found' });
    });

    test('a batch is sent behind those that hold the same contacts, and not before they are worked off', async () => {
      const first = await batchWith(undefined, [{ value: receipt }]);
      await first.turns();
      const job = { ...jobOf(batches, contacts(5)), after: [batches - 1] };
      const second = await batchWith(undefined, [waiting, others, { value: receipt }]);
      const client = clientOver({ ...second.transport, limits });
      const before = Date.now();
      const next = await second.turns({ client, job });
      expect(next.move === 'later' && next.from - before).toBeGreaterThanOrEqual(1000);
      expect(await second.record()).toBeUndefined();
      expect(await second.turns({ client, job })).toEqual({ move: 'done' });
      expect(second.transport.calls.map(({ method }) => method)).toEqual([
        'getOperationsQueue',
        'getOperationsQueue',
        'addSubscriberBulk',
      ]);
    });
  });

  test.each([
    ['stop', 'fail', { state: 'partly' }],
    ['repeat', 'again', { state: 'unsent', repeats: true }],
    ['skip', 'done', { state: 'skipped' }],
  ] as const)(
    'does not begin anew what was done in part, and does as it is told (%s) once it is put back',
    async (unverifiable, move, record) => {
      const partly = { done: ['the contacts'], missing: ['tag 5'], answer: {} };
      const batch = await batchWith(undefined, [{ error: new EgoiPartialError(partly, {}) }]);
      expect(await batch.turns({ unverifiable })).toMatchObject({ move: 'fail' });
      expect(await batch.record()).toMatchObject({ state: 'partly' });
      expect(await batch.turns({ unverifiable })).toMatchObject({ move });
      expect(await batch.record()).toMatchObject(record);
      expect(batch.transport.calls).toHaveLength(1);
    },
  );

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
    const sending: BatchRecord = {
      state: 'sending',
      by: 'me',
      sentAt: 1,
      repeats: false,
      left: [],
    };
    expect(await journal.replace(9999, undefined, sending)).toBe(true);
    expect(await journal.replace(9999, undefined, sending)).toBe(true);
    expect(await journal.replace(9999, undefined, { ...sending, by: 'another' })).toBe(false);
    expect(await journal.read(9999)).toEqual(sending);
  });
});
