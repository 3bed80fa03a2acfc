import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  exportSubscribers,
  type ImportOptions,
  importSubscribers,
  readContacts,
  UndecidedBatchError,
} from '@egoi-client/bulk';
import { EgoiClient, EgoiPartialError, retry } from '@egoi-client/core';
import { createV3Server } from '@egoi-client/gateway';
import { type SandboxOptions, sandboxApiKey, sandboxTransport } from '@egoi-client/sandbox';
import { transportNamed } from '@egoi-client/transports';
import { afterAll, afterEach, expect, test } from '@jest/globals';

const folder = mkdtempSync(join(tmpdir(), 'egoi-v3-import-'));
let journals = 0;
const freshJournal = () => join(folder, `journal-${(journals += 1)}`);

const ends: (() => Promise<unknown>)[] = [];
afterEach(async () => {
  for (const end of ends.splice(0)) await end();
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** A list of an account that is served over API v3, and the requests that its server took. */
async function servedList(options: SandboxOptions = {}) {
  const account = sandboxTransport({ queueDelayMs: 3_600_000, ...options });
  const requests: string[] = [];
  const server = await createV3Server({
    madeFile: (name) => account.madeFile(name),
    answerV3(request) {
      requests.push(`${request.method} ${request.path.replace(/\?.*/s, '')}`);
      return account.answerV3(request);
    },
  }).listen();
  const inside = new EgoiClient({ apiKey: sandboxApiKey, transport: account });
  const transport = await transportNamed('v3', { endpoint: server.url });
  const client = new EgoiClient({ apiKey: sandboxApiKey, transport, interceptors: [retry()] });
  ends.push(
    () => client.close(),
    () => server.close(),
    () => inside.close(),
  );
  const { LIST_ID: listID } = await inside.createList({ nome: 'Import' });
  let waits = 0;
  const importRows = (rows: Iterable<unknown>, more: Partial<ImportOptions> = {}) =>
    importSubscribers(client, rows, {
      listID,
      journal: freshJournal(),
      settleMs: 0,
      // The account works while the import waits.
      async wait() {
        waits += 1;
        await account.workOff();
      },
      ...more,
    });
  const contacts = async () => {
    const all: Record<string, string | undefined> = {};
    for await (const { EMAIL, FIRST_NAME } of inside.paginate('subscriberData', { listID })) {
      all[EMAIL ?? ''] = FIRST_NAME;
    }
    return all;
  };
  return {
    account,
    inside,
    client,
    listID,
    importRows,
    contacts,
    waits: () => waits,
    /** Imports that the server took. */
    imports: () => requests.filter((line) => line.endsWith('/import-bulk')).length,
    requests,
  };
}

const people = (name: string, count: number, first_name = name) =>
  Array.from({ length: count }, (_, index) => ({ email: `${name}${index}@x.pt`, first_name }));

const asTable = (rows: readonly { readonly email: string; readonly first_name: string }[]) =>
  Object.fromEntries(rows.map(({ email, first_name }) => [email, first_name]));

test('an import takes one request for each 10,000 contacts, and all are there once they are worked off', async () => {
  const { account, importRows, contacts, imports, requests } = await servedList({
    maxSubscribers: 1_000_000,
  });
  const rows = [...people('ana', 20_500), { first_name: 'nobody' }];
  const summary = await importRows(rows);
  expect(summary).toMatchObject({ rows: 20_501, taken: 20_500, rejected: 1, unknown: 0, calls: 3 });
  expect(summary.counted).toBeUndefined();
  expect({ imports: imports(), all: requests.length }).toEqual({ imports: 3, all: 3 });
  await account.workOff();
  expect(await contacts()).toEqual(asTable(people('ana', 20_500)));
});

test('large contacts fill bodies of 20 MB and no more', async () => {
  const { account, importRows, contacts, imports } = await servedList();
  const rows = people('large', 30, 'ã'.repeat(500_000));
  const summary = await importRows(rows);
  expect(summary).toMatchObject({ taken: 30, rejected: 0, calls: 2 });
  expect(imports()).toBe(2);
  await account.workOff();
  expect(Object.keys(await contacts())).toHaveLength(30);
});

test('with confirm, contacts that the account passes over are rejected, and looked for once', async () => {
  const { account, importRows, contacts, imports, requests } = await servedList();
  account.failV3('actionImportBulk', { work: 'lost' });
  const journal = freshJournal();
  const options = { journal, confirm: true, maxBatchContacts: 10 };
  const rows = [...people('lost', 10), ...people('ana', 10)];
  const summary = await importRows(rows, options);
  expect(summary).toMatchObject({ rows: 20, taken: 10, rejected: 10, unknown: 0 });
  expect(await contacts()).toEqual(asTable(people('ana', 10)));
  const lines = readFileSync(`${journal}.rejects.ndjson`, 'utf8').trimEnd().split('\n');
  const rejected = lines.map((line) => JSON.parse(line) as { contact: { email: string } });
  expect(rejected.map(({ contact }) => contact.email)).toEqual(
    people('lost', 10).map(({ email }) => email),
  );
  expect(lines[0]).toContain('it is not in the list');

  const before = requests.length;
  expect(await importRows(rows, options)).toMatchObject({ rows: 20, taken: 10, rejected: 10 });
  expect({ imports: imports(), more: requests.length - before }).toEqual({ imports: 2, more: 0 });
});

test('with confirm, rows are unknown as long as the account does not come to them, or there are too many', async () => {
  const { account, importRows } = await servedList();
  const idle = await importRows(people('ana', 20), {
    confirm: true,
    probes: 8,
    wait: async () => undefined,
  });
  expect(idle).toMatchObject({ rows: 20, taken: 0, rejected: 0, unknown: 20 });
  await account.workOff();
  const many = await importRows(people('rui', 20_000), { confirm: true, probes: 8 });
  expect(many).toMatchObject({ rows: 20_000, rejected: 0 });
  expect(many.taken + many.unknown).toBe(20_000);
  expect(many.unknown).toBeGreaterThan(0);
});

test('what was imported is exported again', async () => {
  const { account, client, listID, importRows, requests } = await servedList();
  const rows = people('ana', 2500);
  await importRows(rows);
  await account.workOff();
  const before = requests.length;
  const file = join(folder, 'contacts.csv');
  const summary = await exportSubscribers(client, {
    listID,
    file,
    columns: ['EMAIL', 'FIRST_NAME'],
  });
  expect(summary).toMatchObject({ contacts: 2500, pages: 3 });
  expect(requests.slice(before)).toHaveLength(3);
  const again: Record<string, unknown>[] = [];
  for await (const row of readContacts(file)) again.push(row.contact as Record<string, unknown>);
  expect(again.map((row) => row['EMAIL'] ?? row['email'])).toEqual(rows.map(({ email }) => email));
});

test('a lost answer is no second import: its contacts are looked for once the account has worked it off', async () => {
  const { account, importRows, contacts, imports, waits } = await servedList();
  account.failV3('actionImportBulk', { connection: 'cut' }, { when: 'after' });
  const summary = await importRows(people('ana', 20));
  expect(summary).toMatchObject({ taken: 20, found: 1, repeated: 0, unknown: 0 });
  expect({ imports: imports(), hasWaited: waits() > 0 }).toEqual({ imports: 1, hasWaited: true });
  expect(await contacts()).toEqual(asTable(people('ana', 20)));
});

test('a lost request is sent again, for nothing of it is there', async () => {
  const { account, importRows, contacts, imports } = await servedList();
  account.failV3('actionImportBulk', { connection: 'cut' });
  const summary = await importRows(people('ana', 20));
  expect(summary).toMatchObject({ taken: 20, found: 0, repeated: 1, unknown: 0 });
  expect(imports()).toBe(2);
  await account.workOff();
  expect(await contacts()).toEqual(asTable(people('ana', 20)));
});

test('contacts of before prove nothing', async () => {
  const { account, inside, listID, importRows, contacts, imports } = await servedList();
  await inside.addSubscriberBulk({
    listID,
    compareField: 'email',
    subscribers: people('ana', 20, 'before'),
  });
  account.failV3('actionImportBulk', { connection: 'cut' });
  const summary = await importRows(people('ana', 20, 'now'));
  await account.workOff();
  expect(summary).toMatchObject({ taken: 20, found: 0, repeated: 1 });
  expect(imports()).toBe(2);
  expect(await contacts()).toEqual(asTable(people('ana', 20, 'now')));
});

test('who has left since is not brought back', async () => {
  const { account, inside, listID, importRows, contacts } = await servedList();
  await inside.addSubscriberBulk({
    listID,
    compareField: 'email',
    subscribers: people('ana', 20, 'before'),
  });
  account.failV3('actionImportBulk', { connection: 'cut' });
  let hasLeft = false;
  const summary = await importRows(people('ana', 20, 'now'), {
    settleMs: 1,
    async wait() {
      if (hasLeft) return;
      hasLeft = true;
      await inside.removeSubscriber({ listID, subscriber: 'ana3@x.pt' });
    },
  });
  await account.workOff();
  expect(summary).toMatchObject({ taken: 19, unknown: 1, repeated: 1 });
  const { subscriber } = await inside.subscriberData({ listID, subscriber: 'ana3@x.pt' });
  expect(subscriber).toMatchObject({ STATUS: 2, FIRST_NAME: 'before' });
  expect(await contacts()).toMatchObject({ 'ana4@x.pt': 'now' });
});

test('as long as imports wait in the queue nothing is proved and nothing sent again', async () => {
  const { account, importRows, contacts, imports, requests } = await servedList();
  account.failV3('actionImportBulk', { connection: 'cut' }, { when: 'after' });
  const journal = freshJournal();
  const stopped = { journal, probes: 8, wait: async () => undefined };
  await expect(importRows(people('ana', 20), stopped)).rejects.toThrow(UndecidedBatchError);
  expect(requests.filter((line) => line.endsWith('/operations'))).toHaveLength(4);
  await expect(importRows(people('ana', 20), stopped)).rejects.toThrow(
    "imports are still waiting in the account's queue",
  );
  expect(imports()).toBe(1);
  const summary = await importRows(people('ana', 20), { journal });
  expect(summary).toMatchObject({ taken: 20, found: 1, repeated: 0 });
  expect(await contacts()).toEqual(asTable(people('ana', 20)));
});

test('what cannot be proved is told as unknown where that is wished', async () => {
  const { account, importRows, imports } = await servedList();
  account.failV3('actionImportBulk', { connection: 'cut' }, { when: 'after' });
  const summary = await importRows([...people('ana', 20), ...people('rui', 5)], {
    maxBatchContacts: 20,
    probes: 8,
    wait: async () => undefined,
    unverifiable: 'skip',
  });
  expect(summary).toMatchObject({ rows: 25, taken: 5, unknown: 20, rejected: 0 });
  expect(imports()).toBe(2);
});

test('a newer row waits until the account has worked off the older one', async () => {
  const { account, importRows, contacts, imports } = await servedList();
  const seen: number[] = [];
  const rows = [...people('ana', 10, 'older'), ...people('ana', 10, 'newer')];
  const summary = await importRows(rows, {
    maxBatchContacts: 10,
    async wait() {
      seen.push(imports());
      await account.workOff();
    },
  });
  expect(summary).toMatchObject({ taken: 20, unknown: 0 });
  expect(seen).toEqual([1]);
  await account.workOff();
  expect(await contacts()).toEqual(asTable(people('ana', 10, 'newer')));
});

test('a newer row waits as well where the older one cannot be looked for', async () => {
  const rules = { unique: ['cellphone'] } as const;
  const { account, importRows, imports } = await servedList({ contactRules: rules });
  const seen: number[] = [];
  const numbers = (first_name: string) =>
    Array.from({ length: 10 }, (_, index) => ({
      cellphone: `351-91000000${index}`,
      first_name,
    }));
  const summary = await importRows([...numbers('older'), ...numbers('newer')], {
    compareField: 'cellphone',
    confirm: true,
    maxBatchContacts: 10,
    async wait() {
      seen.push(imports());
      await account.workOff();
    },
  });
  expect(summary).toMatchObject({ rows: 20, taken: 0, rejected: 0, unknown: 20 });
  expect(seen).toEqual([1]);
});

test('a call that was done in part is not begun anew, and its rows are told as unknown', async () => {
  const { account, inside, importRows, imports } = await servedList({ queueDelayMs: 0 });
  await inside.addTag({ name: 'Fair' });
  account.failV3('actionAttachTag', 409, { times: Number.POSITIVE_INFINITY });
  const journal = freshJournal();
  const options = { journal, parameters: { tags: ['Fair'] } };
  const failed = await importRows(people('ana', 20), options).catch((error: unknown) => error);
  expect(failed).toBeInstanceOf(EgoiPartialError);
  expect(imports()).toBe(1);
  await expect(importRows(people('ana', 20), options)).rejects.toThrow('done in part');
  const skipped = await importRows(people('ana', 20), { ...options, unverifiable: 'skip' });
  expect(skipped).toMatchObject({ rows: 20, taken: 0, unknown: 20 });
  expect(imports()).toBe(1);
  const lines = readFileSync(`${journal}.rejects.ndjson`, 'utf8').trimEnd().split('\n');
  expect(lines).toHaveLength(20);
});
