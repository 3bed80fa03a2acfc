import { afterAll, afterEach, describe, expect, test } from '@jest/globals';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  EgoiClient,
  EgoiConnectionError,
  type Transport,
  type WireObject,
} from '@egoi-client/core';
import { type SandboxTransport, sandboxApiKey, sandboxTransport } from '@egoi-client/sandbox';
import { type ImportOptions, type ImportProgress, importSubscribers } from '@egoi-client/bulk';

const folder = mkdtempSync(join(tmpdir(), 'egoi-doubt-'));
let journals = 0;
const freshJournal = () => join(folder, `journal-${(journals += 1)}`);
const lost = () => new EgoiConnectionError('the connection broke', { delivery: 'unknown' });
const hourMs = 3_600_000;

/** What happens to a call of addSubscriberBulk: it is performed, its answer is lost, or it never arrives. */
type Fate = 'goes well' | 'answer lost' | 'call lost';

const accounts: SandboxTransport[] = [];
afterEach(async () => {
  for (const account of accounts.splice(0)) await account.close();
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** A list of an embedded account, and a way to it on which calls get lost. */
async function listWith(fateOf: (call: number) => Fate, now = () => new Date()) {
  const sandbox = sandboxTransport({ now, contactRules: { unique: ['cellphone'] } });
  accounts.push(sandbox);
  const inside = new EgoiClient({ apiKey: sandboxApiKey, transport: sandbox });
  const { LIST_ID: listID } = await inside.createList({ nome: 'import' });
  const sent: WireObject[][] = [];
  let calls = 0;
  const transport: Transport = {
    id: 'sandbox',
    async call(request) {
      if (request.method !== 'addSubscriberBulk') return await sandbox.call(request);
      calls += 1;
      sent.push([...(request.params['subscribers'] as WireObject[])]);
      const fate = fateOf(calls);
      if (fate === 'call lost') throw lost();
      const reply = await sandbox.call(request);
      if (fate === 'answer lost') throw lost();
      return reply;
    },
  };
  const client = new EgoiClient({ apiKey: sandboxApiKey, transport });
  const contactOf = async (subscriber: string) =>
    (await inside.subscriberData({ listID, subscriber })).subscriber;
  const importRows = (rows: Iterable<unknown>, options: Partial<ImportOptions> = {}) =>
    importSubscribers(client, rows, {
      listID,
      journal: freshJournal(),
      maxBatchContacts: 10,
      settleMs: 0,
      ...options,
    });
  return { inside, listID, sent, importRows, contactOf };
}

const people = (name: string, count: number, first_name = name) =>
  Array.from({ length: count }, (_, index) => ({ email: `${name}${index}@x.pt`, first_name }));
const lines = (path: string) =>
  readFileSync(path, 'utf8')
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line) as { row: number; problems: { problem: string }[] });
const addUp = ({ rows, taken, rejected, unknown }: ImportProgress) =>
  expect(taken + rejected + unknown).toBe(rows);
const secondOf = (fate: Fate) => (call: number) => (call === 2 ? fate : 'goes well');

describe.each([1, 2] as const)('with operation %i, a lost batch', (operation) => {
  const spellings: [string, (row: { email: string; first_name: string }) => WireObject][] = [
    ['as it was', (row) => row],
    ['in other letters', (row) => ({ ...row, email: row.email.toUpperCase() })],
    ['with blanks', (row) => ({ ...row, email: ` ${row.email}\t` })],
  ];
  test.each(spellings)(
    'is sent again when its rows repeat earlier ones %s',
    async (_how, spell) => {
      const { importRows, contactOf } = await listWith(secondOf('call lost'));
      const old = people('old', 10);
      const second: WireObject[] = people('new', 10);
      for (const place of [0, 4, 5, 9])
        second[place] = spell(old[place] ?? { email: '', first_name: '' });
      const summary = await importRows([...old, ...second], { operation });
      expect(summary).toMatchObject({ taken: 20, unknown: 0, found: 0, repeated: 1 });
      for (const place of [1, 2, 3, 6, 7, 8])
        expect(await contactOf(`new${place}@x.pt`)).toBeDefined();
    },
  );

  test('is sent again when all its rows repeat earlier ones', async () => {
    const { importRows } = await listWith(secondOf('call lost'));
    const old = people('old', 10);
    expect(await importRows([...old, ...old], { operation })).toMatchObject({
      taken: 20,
      found: 0,
      repeated: 1,
    });
  });

  test('is sent again when others signed up meanwhile whom it holds', async () => {
    const { importRows, inside, listID, contactOf } = await listWith(secondOf('call lost'));
    const second = people('new', 10);
    for (const place of [0, 4, 5, 9]) await inside.addSubscriber({ listID, ...second[place] });
    const summary = await importRows([...people('old', 10), ...second], { operation });
    expect(summary).toMatchObject({ taken: 20, found: 0, repeated: 1 });
    expect(await contactOf('new1@x.pt')).toBeDefined();
  });

  test('is sent again when its contacts were in the list long before', async () => {
    let time = Date.now() - 48 * hourMs;
    const list = await listWith(secondOf('call lost'), () => new Date(time));
    const second = people('new', 10);
    await list.inside.addSubscriberBulk({
      listID: list.listID,
      compareField: 'email',
      subscribers: second,
    });
    time = Date.now();
    const summary = await list.importRows([...people('old', 10), ...second], { operation });
    expect(summary).toMatchObject({ taken: 20, found: 0, repeated: 1 });
  });

  test('is found when it arrived, and not sent again', async () => {
    const { importRows, sent } = await listWith(secondOf('answer lost'));
    const rows = [...people('old', 10), ...people('old', 5), ...people('new', 5)];
    expect(await importRows(rows, { operation })).toMatchObject({
      taken: 20,
      found: 1,
      repeated: 0,
    });
    expect(sent).toHaveLength(2);
  });

  test('never brings back somebody who left the list meanwhile', async () => {
    for (const fate of ['answer lost', 'call lost'] as const) {
      const { importRows, inside, listID, contactOf } = await listWith(secondOf(fate));
      const journal = freshJournal();
      let isGone = false;
      const summary = await importRows(
        [...people('old', 10), ...people('old', 3), ...people('new', 7)],
        {
          operation,
          journal,
          settleMs: 1000,
          async wait() {
            isGone = true;
            await inside.removeSubscriber({ listID, subscriber: 'old1@x.pt' });
          },
        },
      );
      addUp(summary);
      expect(isGone).toBe(true);
      expect(await contactOf('old1@x.pt')).toMatchObject({ STATUS: 2 });
      expect(await contactOf('new6@x.pt')).toMatchObject({ STATUS: 1 });
      if (fate === 'answer lost') continue;
      expect(summary).toMatchObject({ taken: 19, unknown: 1, repeated: 1 });
      expect(lines(`${journal}.rejects.ndjson`)).toMatchObject([
        { row: 12, problems: [{ problem: expect.stringContaining('left the list') }] },
      ]);
    }
  });
});

describe('a batch whose outcome is unknown', () => {
  test('is found by its values, which only it can have brought', async () => {
    const rows = [...people('old', 10, 'Old'), ...people('old', 5, 'New'), ...people('new', 5)];
    const lostCall = await listWith(secondOf('call lost'));
    expect(await lostCall.importRows(rows)).toMatchObject({ found: 0, repeated: 1 });
    expect(await lostCall.contactOf('old3@x.pt')).toMatchObject({ FIRST_NAME: 'New' });
  });

  test.each<[string, Partial<ImportOptions>, WireObject]>([
    ['automatic replies', { parameters: { autoresponder: 1 } }, {}],
    ['notifications', { parameters: { notification: '1' } }, {}],
    ['a confirmation of all', { parameters: { defaultStatus: 0 } }, {}],
    ['a confirmation of one', {}, { status: '0' }],
    ['a welcome mail', {}, { formID: 3 }],
  ])('stops the import when it asks for %s and cannot be proved', async (_what, options, row) => {
    const { importRows, sent } = await listWith(secondOf('call lost'));
    const old = people('old', 10).map((contact) => ({ ...contact, ...row }));
    const seen: ImportProgress[] = [];
    const journal = freshJournal();
    const rows = [...old, ...old];
    const all = { ...options, journal, onProgress: (at: ImportProgress) => seen.push(at) };
    await expect(importRows(rows, all)).rejects.toThrow('batch 1 (rows 11 to 20)');
    expect(sent).toHaveLength(2);
    expect(seen.at(-1)).toMatchObject({ rows: 20, taken: 10, rejected: 0, unknown: 10 });
    const summary = await importRows(rows, { ...all, unverifiable: 'skip' });
    expect(summary).toMatchObject({ rows: 20, taken: 10, rejected: 0, unknown: 10 });
    expect(lines(`${journal}.rejects.ndjson`).map((line) => line.row)).toEqual(
      Array.from({ length: 10 }, (_, index) => 11 + index),
    );
    expect(sent).toHaveLength(2);
  });

  test('is sent, although it asks for automatic replies, when nobody of it can have got one', async () => {
    const { importRows } = await listWith(secondOf('call lost'));
    const rows = [...people('old', 10), ...people('new', 10)];
    const summary = await importRows(rows, { parameters: { autoresponder: 1 } });
    expect(summary).toMatchObject({ taken: 20, repeated: 1 });
  });

  test('is unknown when looking for all of it takes more calls than allowed', async () => {
    const { importRows, inside, listID } = await listWith(secondOf('answer lost'));
    await inside.addSubscriberBulk({
      listID,
      compareField: 'email',
      subscribers: people('other', 2500),
    });
    const rows = [...people('old', 10), ...people('new', 10)];
    const going = importRows(rows, { probes: 4 });
    await expect(going).rejects.toThrow('a larger `probes` allows them');
  });

  test('is sent again when a sample shows that it never arrived, however long the list is', async () => {
    const { importRows, inside, listID } = await listWith(secondOf('call lost'));
    await inside.addSubscriberBulk({
      listID,
      compareField: 'email',
      subscribers: people('other', 2500),
    });
    const rows = [...people('old', 10), ...people('new', 10)];
    const summary = await importRows(rows, { probes: 8 });
    expect(summary).toMatchObject({ taken: 20, repeated: 1 });
    expect(summary.calls).toBeLessThanOrEqual(3 + 8);
  });

  test('keeps the newest row of a contact, whatever is sent again', async () => {
    for (const fate of ['answer lost', 'call lost'] as const) {
      const { importRows, contactOf } = await listWith(secondOf(fate));
      const rows = ['1', '2', '3', '4'].flatMap((name) => people('c', 10, name));
      addUp(await importRows(rows));
      expect(await contactOf('c5@x.pt')).toMatchObject({ FIRST_NAME: '4' });
    }
  });
});

describe('contacts that the service does not count', () => {
  const refused = { email: 'nobody@x.invalid', validate_email: 1 };

  test('are found out, named in the reject file, and counted as rejected', async () => {
    const { importRows } = await listWith(() => 'goes well');
    const journal = freshJournal();
    const rows = [...people('a', 4), refused, ...people('b', 4), { email: 'no address' }];
    const summary = await importRows(rows, { journal });
    expect(summary).toMatchObject({ rows: 10, taken: 8, rejected: 2, unknown: 0, counted: 8 });
    expect(lines(`${journal}.rejects.ndjson`)).toMatchObject([
      { row: 10 },
      { row: 5, problems: [{ problem: expect.stringContaining('not in the list') }] },
    ]);
  });

  test('are told once, however often the import goes on', async () => {
    const { importRows } = await listWith(() => 'goes well');
    const journal = freshJournal();
    const rows = [...people('a', 4), refused, ...people('b', 15)];
    const first = await importRows(rows, { journal });
    const told = readFileSync(`${journal}.rejects.ndjson`, 'utf8');
    const second = await importRows(rows, { journal });
    expect(second).toEqual({ ...first, calls: 0 });
    expect(readFileSync(`${journal}.rejects.ndjson`, 'utf8')).toBe(told);
  });

  test('are known when the service left a contact as it was', async () => {
    const { importRows, inside, listID } = await listWith(() => 'goes well');
    const cellphone = '351-910000001';
    await inside.addSubscriber({ listID, email: 'owner@x.pt', cellphone });
    await inside.addSubscriber({ listID, email: 'a1@x.pt', first_name: 'Before' });
    const journal = freshJournal();
    const rows = people('a', 3).map((row, place) => (place === 1 ? { ...row, cellphone } : row));
    expect(await importRows(rows, { journal })).toMatchObject({
      taken: 2,
      rejected: 1,
      unknown: 0,
    });
    expect(lines(`${journal}.rejects.ndjson`)).toMatchObject([{ row: 2 }]);
  });

  test('are none where a contact has several rows, or was there and is not updated', async () => {
    const { importRows, inside, listID, sent } = await listWith(() => 'goes well');
    await inside.addSubscriber({ listID, email: 'a0@x.pt' });
    const rows = [...people('a', 5), ...people('a', 5), ...people('b', 10)];
    for (const operation of [1, 2] as const) {
      const summary = await importRows(rows, { operation });
      expect(summary).toMatchObject({ rows: 20, taken: 20, rejected: 0, unknown: 0 });
    }
    expect(sent).toHaveLength(4);
  });

  test('are unknown when looking for them takes more calls than allowed', async () => {
    const { importRows, inside, listID } = await listWith(() => 'goes well');
    await inside.addSubscriberBulk({
      listID,
      compareField: 'email',
      subscribers: people('other', 2500),
    });
    const summary = await importRows([...people('a', 8), refused], { probes: 3 });
    expect(summary).toMatchObject({ rows: 9, taken: 8, rejected: 0, unknown: 1 });
  });
});
