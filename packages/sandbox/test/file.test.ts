import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { compiledProgram } from '@egoi-client/compiled-programs';
import type { WireObject, WireValue } from '@egoi-client/core';
import { afterAll, describe, expect, test } from '@jest/globals';
import Libsql from 'libsql';
import {
  ana,
  eva,
  openAccount,
  openFilledAccount,
  rui,
  type TestAccount,
  textOf,
} from './account.ts';

const folder = mkdtempSync(join(tmpdir(), 'sandbox-'));
let files = 0;
const newFile = () => join(folder, `a b#ção%20 ${(files += 1)}.db`);

afterAll(() => rmSync(folder, { recursive: true, force: true }));

async function changeThings({ ask }: TestAccount): Promise<WireValue[]> {
  const subscribers = Array.from({ length: 50 }, (_none, index) => ({
    email: `n${index}@example.com`,
    extra_1: index,
  }));
  return [
    await ask('addSubscriberBulk', { listID: 1, compareField: 'email', subscribers, tags: [2] }),
    await ask('addSubscriber', { listID: 1, email: eva }),
    await ask('addSubscriber', { listID: 1, email: eva }),
    await ask('editSubscriber', { listID: 1, subscriber: ana, extra_2: 'M' }),
    await ask('subscriberData', { listID: 1, subscriber: 'all_subscribers', start: 10 }),
    await ask('getLists'),
  ];
}

describe('an account in a file', () => {
  test('answers as one in memory does', async () => {
    const memory = await openFilledAccount();
    const file = await openFilledAccount({ file: newFile() });
    expect(await changeThings(file)).toEqual(await changeThings(memory));
    expect(await file.sandbox.snapshot()).toEqual(await memory.sandbox.snapshot());
    await file.sandbox.close();
  });

  test('is there when it is opened again, and goes on where it was', async () => {
    const file = newFile();
    const first = await openFilledAccount({ file });
    const before = await first.sandbox.snapshot();
    await first.sandbox.close();
    const second = openAccount({ file, seed: 99, contacts: 5 });
    expect(await second.sandbox.snapshot()).toEqual(before);
    const memory = await openFilledAccount();
    expect(await changeThings(second)).toEqual(await changeThings(memory));
    await second.sandbox.close();
  });

  test('may be shared by two transports', async () => {
    const file = newFile();
    const one = openAccount({ file });
    const two = openAccount({ file });
    await one.ask('createList', { nome: 'Shared' });
    const answers = await Promise.all(
      Array.from({ length: 40 }, (_none, index) =>
        (index % 2 === 0 ? one : two).struct('addSubscriber', {
          listID: 1,
          email: `n${index}@example.com`,
        }),
      ),
    );
    expect(new Set(answers.map((answer) => answer['UID'])).size).toBe(40);
    const { subscriber } = await two.struct('subscriberData', {
      listID: 1,
      subscriber: 'all_subscribers',
    });
    expect(subscriber).toHaveLength(40);
    expect(await one.ask('getLists')).toMatchObject([{ subs_total: '40' }]);
    await one.sandbox.close();
    await two.sandbox.close();
  });
});

function oldAccount(version: number, file = newFile()): TestAccount {
  const database = new Libsql(file);
  database.exec(readFileSync(join(__dirname, 'golden', `account-version-${version}.sql`), 'utf8'));
  database.close();
  return openAccount({ file });
}

/** The columns of every table, whatever their order. */
function columnsOf(file: string): string[] {
  const database = new Libsql(file);
  const lines = database
    .prepare(
      `SELECT t.name || '.' || c.name || ' ' || c.type || c."notnull" AS line
      FROM sqlite_master AS t, pragma_table_info(t.name) AS c WHERE t.type = 'table'
      UNION SELECT type || ' ' || name FROM sqlite_master
      WHERE type <> 'table' AND name NOT LIKE 'sqlite_%' ORDER BY line`,
    )
    .pluck()
    .all([]);
  database.close();
  return lines as string[];
}

describe('a file of version 2', () => {
  test('has the tables of a new one, once it was opened', async () => {
    const [renewed, made] = [newFile(), newFile()];
    for (const account of [oldAccount(2, renewed), openAccount({ file: made })]) {
      await account.sandbox.open();
      await account.sandbox.close();
    }
    expect(columnsOf(renewed)).toEqual(columnsOf(made));
  });

  test('keeps what it holds, and goes on', async () => {
    const { ask, sandbox } = oldAccount(2);
    const { lists, cnames, autobots } = await sandbox.snapshot();
    expect(lists).toMatchObject([
      { name: 'Empty', total: 2, active: 0, unconfirmed: 1, inactive: 1, created: '' },
      {
        name: 'Newsletter',
        internal_name: 'Newsletter',
        total: 3,
        removed: 1,
        extraFields: [
          { options: [] },
          { options: [{ label: 'S' }, { label: 'M' }, { label: 'L' }] },
        ],
      },
    ]);
    expect(cnames).toEqual(['news.example.com']);
    expect(autobots).toHaveLength(2);
    expect(await ask('getLists')).toMatchObject([
      {},
      { extra_fields: [{ opcoes: '' }, { opcoes: 'S, M, L' }] },
    ]);
    const shirt = { listID: 1, subscriber: ana };
    expect(await ask('subscriberData', shirt)).toMatchObject({
      subscriber: { EXTRA_FIELD_2: 'M' },
    });
    expect(await ask('editSubscriber', { ...shirt, extra_2: 'L', status: 4 })).toMatchObject({
      EXTRA_FIELD_2: 'L',
    });
    expect((await sandbox.snapshot()).lists[1]).toMatchObject({ active: 1, inactive: 1 });
    await sandbox.close();
  });
});

describe('a file of version 1', () => {
  test('is given the form of this release, and goes on', async () => {
    const { ask, sandbox } = oldAccount(1);
    expect((await sandbox.snapshot()).lists[2]).toMatchObject({
      contacts: [
        { record: { EMAIL: ana, ADD_DATE: '2025-03-04 00:00:00', EXTRA_FIELD_1: '38' } },
        { record: { EMAIL: rui, ADD_DATE: '2025-03-04 00:00:00', REMOVE_METHOD: 'web' } },
      ],
      // Whoever was added on that day.
      segments: [{ members: ['6c66c8cc9d'] }],
    });
    expect((await sandbox.snapshot()).lists.map(({ callback }) => callback?.switches)).toEqual([
      // None that is on, one that is, and no choice at all.
      '[]',
      '[1,9]',
      JSON.stringify(Array.from({ length: 16 }, (_none, index) => index + 1)),
    ]);
    const phone = { telephone: '351-222222222' };
    expect(await ask('addSubscriber', { listID: 1, email: eva, ...phone })).toMatchObject({
      ADD_DATE: '2025-03-04 05:06:07',
    });
    const removal = { listID: 1, subscriber: eva, removeReason: 1, removeObs: 'No time' };
    expect(await ask('removeSubscriber', removal)).toBe('OK');
    expect(await ask('createList', { nome: 'Next', canal_voz: 1 })).toEqual({ LIST_ID: '4' });
    expect(await ask('getCampaigns')).toMatchObject([{ SUBJECT: 'News' }]);
    const [campaign] = (await sandbox.snapshot()).campaigns;
    const send = { listID: 1, campaign: campaign?.hash ?? '', segment: 'ALL' };
    expect(await ask('sendEmail', send)).toHaveProperty('ID');
    await sandbox.close();
  });
});

describe('a file that another process writes to', () => {
  test('is waited for by writes, and read meanwhile', async () => {
    const file = newFile();
    const [writer, reader] = [openAccount({ file }), openAccount({ file })];
    await writer.ask('createList', { nome: 'x' });
    expect(await reader.ask('getTags')).toEqual({ ERROR: 'NO_TAGS_FOUND' });
    const other = new Libsql(file);
    other.exec('BEGIN IMMEDIATE');
    let isHeld = true;
    const write = writer.ask('createList', { nome: 'y' }).then((answer) => ({ answer, isHeld }));
    expect(await reader.ask('getLists')).toHaveLength(1);
    other.exec('COMMIT');
    isHeld = false;
    expect(await write).toEqual({ answer: { LIST_ID: '2' }, isHeld: false });
    expect(await reader.ask('getLists')).toHaveLength(2);
    other.close();
    await writer.sandbox.close();
    await reader.sandbox.close();
  });

  test('is given up in the end, with nothing written', async () => {
    const file = newFile();
    const { ask, sandbox } = openAccount({ file });
    await ask('createList', { nome: 'x' });
    const other = new Libsql(file);
    other.exec('BEGIN IMMEDIATE');
    await expect(ask('createList', { nome: 'y' })).rejects.toMatchObject({
      kind: 'connection',
      delivery: 'not_sent',
      retryable: true,
    });
    other.exec('COMMIT');
    expect((await sandbox.snapshot()).lists).toHaveLength(1);
    other.close();
    await sandbox.close();
  });
});

/** Runs a writer, kills it after some acknowledgements, and gives all that came. */
async function acknowledgedUntilKilled(
  file: string,
  round: number,
  count: number,
): Promise<string[]> {
  const writer = spawn(
    process.execPath,
    [compiledProgram('packages/sandbox/test/fixtures/writer.ts'), file, String(round)],
    { stdio: ['ignore', 'pipe', 'inherit'] },
  );
  const acknowledged: string[] = [];
  for await (const line of createInterface({ input: writer.stdout })) {
    acknowledged.push(line);
    if (acknowledged.length === count) writer.kill('SIGKILL');
  }
  return acknowledged;
}

test('a process that is killed loses nothing that it acknowledged, and leaves nothing half done', async () => {
  const file = newFile();
  const acknowledged: string[] = [];
  for (const [round, count] of [20, 37, 90, 151].entries()) {
    acknowledged.push(...(await acknowledgedUntilKilled(file, round, count)));
  }
  expect(acknowledged.length).toBeGreaterThanOrEqual(20 + 37 + 90 + 151);
  const { sandbox, struct, ask } = openAccount({ file });
  const { subscriber } = await struct('subscriberData', {
    listID: 1,
    subscriber: 'all_subscribers',
  });
  const kept = (subscriber as WireObject[]).map((record) => textOf(record, 'EMAIL'));
  expect(acknowledged.filter((email) => !kept.includes(email))).toEqual([]);
  expect(await ask('getLists')).toMatchObject([{ subs_total: String(kept.length) }]);
  const imported = kept.filter((email) => /^r\db/.test(email));
  expect(imported.filter((email) => !kept.includes(`second-${email}`))).toEqual([]);
  await sandbox.close();
});
