import { describe, expect, test } from '@jest/globals';
import { readFileSync, statSync, writeFileSync } from 'node:fs';
import { join, dirname } from 'node:path';
import { EgoiApiError, EgoiConnectionError, EgoiProtocolError } from '@egoi-client/core';
import { type ImportOptions, type ImportProgress, importSubscribers } from '../src/index.ts';
import { type Account, makeAccount } from './support/account.ts';
import { freshPaths } from './support/folder.ts';

const fresh = freshPaths();
const contactsOf = (count: number) =>
  Array.from({ length: count }, (_, index) => ({
    email: `c${index}@x.pt`,
    first_name: `N${index}`,
  }));
/** What a file of one's own is readable as; Windows knows no such bits. */
const ownerOnly = process.platform === 'win32' ? 0o666 : 0o600;
const bad = { first_name: 'nobody' };

const lost = () => new EgoiConnectionError('the connection broke', { delivery: 'unknown' });
const notSent = () => new EgoiConnectionError('refused', { delivery: 'not_sent' });

/** An import of batches of two, that neither waits nor asks the real clock. */
function importInto(
  account: Account,
  source: Iterable<unknown>,
  options: Partial<ImportOptions> & { journal: string },
) {
  return importSubscribers(account.client, source, {
    listID: 1,
    maxBatchContacts: 2,
    wait: () => Promise.resolve(),
    ...options,
  });
}

const recordsOf = (path: string) =>
  readFileSync(path, 'utf8')
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line) as Record<string, unknown>);

describe('an import', () => {
  test('sends every contact once and tells what became of the rows', async () => {
    const account = makeAccount();
    const journal = fresh('journal');
    const seen: ImportProgress[] = [];
    const summary = await importInto(account, [...contactsOf(5), bad], {
      journal,
      onProgress: (progress) => seen.push(progress),
    });
    expect(summary).toEqual({
      rows: 6,
      contacts: 5,
      rejected: 1,
      cleaned: 0,
      noise: {},
      batches: 3,
      calls: 3,
      taken: 5,
      unknown: 0,
      counted: 5,
      found: 0,
      repeated: 0,
    });
    expect(seen.map(({ contacts }) => contacts)).toEqual([2, 4, 5, 5]);
    expect(account.batches).toEqual([2, 2, 1]);
    expect(recordsOf(`${journal}.rejects.ndjson`)).toEqual([
      { row: 6, problems: [{ path: 'email', problem: expect.any(String) }], contact: bad },
    ]);
  });

  test('writes no contact into its journal, and both files for their owner only', async () => {
    const journal = fresh('journal');
    await importInto(makeAccount(), [...contactsOf(3), bad], { journal });
    expect(readFileSync(journal, 'utf8')).not.toMatch(/@x\.pt|N0/);
    expect(statSync(journal).mode & 0o777).toBe(ownerOnly);
    expect(statSync(`${journal}.rejects.ndjson`).mode & 0o777).toBe(ownerOnly);
  });

  test('has written what it is about to send before it sends it', async () => {
    const account = makeAccount();
    const journal = fresh('journal');
    const last: unknown[] = [];
    account.onImport = () => {
      last.push(recordsOf(journal).at(-1));
      return undefined;
    };
    await importInto(account, contactsOf(4), { journal });
    expect(last).toMatchObject([
      { type: 'sending', index: 0 },
      { type: 'sending', index: 1 },
    ]);
  });

  test('does nothing when it is done already, and takes rows that were added since', async () => {
    const account = makeAccount();
    const journal = fresh('journal');
    await importInto(account, contactsOf(3), { journal });
    expect(await importInto(account, contactsOf(3), { journal })).toMatchObject({
      calls: 0,
      contacts: 3,
    });
    expect(await importInto(account, contactsOf(5), { journal })).toMatchObject({
      calls: 1,
      contacts: 5,
    });
    expect([...account.applied.values()]).toEqual([1, 1, 1, 1, 1]);
  });

  test('stops at a refusal of the API, and tries that batch again when it goes on', async () => {
    const account = makeAccount();
    const journal = fresh('journal');
    const error = new EgoiApiError('EXTRA_FIELD_9_DOES_NOT_EXIST', {});
    account.onImport = (call) => (call === 2 ? { error, performed: false } : undefined);
    await expect(importInto(account, contactsOf(6), { journal })).rejects.toMatchObject({
      fieldId: 9,
    });
    expect(recordsOf(journal).at(-1)).toEqual({
      type: 'refused',
      index: 1,
      code: 'EXTRA_FIELD_9_DOES_NOT_EXIST',
    });
    expect(await importInto(account, contactsOf(6), { journal })).toMatchObject({
      contacts: 6,
      found: 0,
    });
    expect(account.lookups).toEqual([]);
    expect([...account.applied.values()]).toEqual([1, 1, 1, 1, 1, 1]);
  });

  test('does not look for a batch whose call was never sent', async () => {
    const account = makeAccount();
    const journal = fresh('journal');
    account.onImport = (call) => (call === 1 ? { error: notSent(), performed: false } : undefined);
    await expect(importInto(account, contactsOf(2), { journal })).rejects.toThrow('refused');
    await importInto(account, contactsOf(2), { journal });
    expect(account.lookups).toEqual([]);
    expect([...account.applied.values()]).toEqual([1, 1]);
  });

  test.each([
    ['a string', 'contacts.csv'],
    ['nothing', null],
  ])('refuses %s for a source', async (_name, source) => {
    const options = { listID: 1, journal: fresh('journal') };
    const going = importSubscribers(makeAccount().client, source as never, options);
    await expect(going).rejects.toThrow('readContacts');
  });

  test.each([
    [{ listID: 'x' }, 'listID must be the number of a list'],
    [{ probes: 0 }, 'importSubscribers: probes '],
    [{ journal: '' }, 'journal must not be empty'],
    [{ parameters: { subscribers: [] } }, 'parameters must be an object of further parameters'],
    [{ jurnal: 'x' }, "unknown option 'jurnal'"],
    [{ operation: 3 }, 'operation must be 1 or 2'],
  ])('refuses the options %j', async (wrong, message) => {
    const options = { journal: fresh('journal'), ...wrong } as never;
    await expect(importInto(makeAccount(), [], options)).rejects.toThrow(message);
  });

  test('ends with EgoiAbortError when its signal fires, and goes on later', async () => {
    const account = makeAccount();
    const journal = fresh('journal');
    const abort = new AbortController();
    const onProgress = ({ batches }: ImportProgress) => {
      if (batches === 1) abort.abort();
    };
    const going = importInto(account, contactsOf(6), { journal, signal: abort.signal, onProgress });
    await expect(going).rejects.toMatchObject({ kind: 'aborted' });
    expect(account.batches).toEqual([2]);
    await importInto(account, contactsOf(6), { journal });
    expect(account.batches).toEqual([2, 2, 2]);
  });

  test('says which file cannot be used', async () => {
    const journal = join(dirname(fresh('x')), 'no-folder', 'journal');
    await expect(importInto(makeAccount(), [], { journal })).rejects.toMatchObject({
      kind: 'config',
      message: expect.stringContaining("no-folder/journal' cannot be used (ENOENT)"),
    });
  });
});

describe('a batch whose outcome is unknown', () => {
  test('is found in the account and not sent again', async () => {
    const account = makeAccount();
    account.onImport = (call) => (call === 2 ? { error: lost(), performed: true } : undefined);
    const summary = await importInto(account, contactsOf(6), { journal: fresh('journal') });
    expect(summary).toMatchObject({
      contacts: 6,
      batches: 3,
      calls: 5,
      found: 1,
      repeated: 0,
      taken: 6,
      counted: 4,
    });
    expect(account.lookups).toEqual(['c2@x.pt', 'c3@x.pt']);
    expect([...account.applied.values()]).toEqual([1, 1, 1, 1, 1, 1]);
  });

  test('is sent again when it is not in the account', async () => {
    const account = makeAccount();
    const error = new EgoiProtocolError('a proxy answered', { delivery: 'answered' });
    account.onImport = (call) => (call === 2 ? { error, performed: false } : undefined);
    const summary = await importInto(account, contactsOf(6), { journal: fresh('journal') });
    expect(summary).toMatchObject({ contacts: 6, found: 0, repeated: 1, taken: 6 });
    expect(account.lookups).toEqual(['c2@x.pt', 'c3@x.pt']);
    expect([...account.applied.values()]).toEqual([1, 1, 1, 1, 1, 1]);
  });

  test('is looked up once the service has had its time', async () => {
    const account = makeAccount();
    const waits: number[] = [];
    let time = 1_800_000_000_000;
    account.onImport = (call) => {
      if (call > 1) return undefined;
      time += 5000;
      return { error: lost(), performed: true };
    };
    await importInto(account, contactsOf(2), {
      journal: fresh('journal'),
      settleMs: 30_000,
      now: () => time,
      wait: async (ms) => {
        expect(account.lookups).toEqual([]);
        waits.push(ms);
        return Promise.resolve();
      },
    });
    expect(waits).toEqual([30_000]);
  });

  test('is given up for this run after three times, and looked up when the import goes on', async () => {
    const account = makeAccount();
    const journal = fresh('journal');
    account.onImport = (call) => ({ error: lost(), performed: call === 3 });
    await expect(importInto(account, contactsOf(2), { journal })).rejects.toThrow('broke');
    account.onImport = () => undefined;
    expect(await importInto(account, contactsOf(2), { journal })).toMatchObject({
      calls: 2,
      found: 1,
    });
    expect([...account.applied.values()]).toEqual([1, 1]);
  });

  test('is missing when its contacts have other values than were sent, unless nothing is updated', async () => {
    const values = { first_name: 'Old' };
    for (const [operation, applied] of [
      [2, 1],
      [1, undefined],
    ] as const) {
      const account = makeAccount();
      for (const { email } of contactsOf(2)) account.contacts.set(email, { email, ...values });
      account.onImport = (call) => (call === 1 ? { error: lost(), performed: false } : undefined);
      await importInto(account, contactsOf(2), { journal: fresh('journal'), operation });
      expect(account.applied.get('c0@x.pt')).toBe(applied);
    }
  });

  test('is missing when its contacts were last touched long before it was sent', async () => {
    const account = makeAccount();
    for (const contact of contactsOf(2)) {
      account.contacts.set(contact.email, { ...contact, add_date: '2020-02-02' });
    }
    account.onImport = (call) => (call === 1 ? { error: lost(), performed: false } : undefined);
    await importInto(account, contactsOf(2), { journal: fresh('journal') });
    expect([...account.applied.values()]).toEqual([1, 1]);
  });

  test.each(['stop', 'repeat', 'skip'] as const)(
    'without any e-mail address: %s',
    async (unverifiable) => {
      const account = makeAccount();
      const source = [{ telephone: '351-210000001' }, { telephone: '351-210000002' }];
      const options = { journal: fresh('journal'), compareField: 'telephone', unverifiable };
      account.onImport = (call) => (call === 1 ? { error: lost(), performed: false } : undefined);
      const going = importInto(account, source, options);
      if (unverifiable === 'stop') {
        await expect(going).rejects.toThrow("unverifiable: 'repeat'");
        await importInto(account, source, { ...options, unverifiable: 'repeat' });
      } else await going;
      expect(account.batches).toEqual(unverifiable === 'skip' ? [] : [2]);
      if (unverifiable !== 'skip') return;
      expect(await going).toMatchObject({ rows: 2, taken: 0, rejected: 0, unknown: 2 });
      expect(recordsOf(`${options.journal}.rejects.ndjson`)).toMatchObject([
        { row: 1, contact: source[0], problems: [{ problem: expect.stringMatching('unknown') }] },
        { row: 2, contact: source[1] },
      ]);
    },
  );
});

describe('the journal', () => {
  test('belongs to one import: other options are refused, and nothing is sent', async () => {
    const account = makeAccount();
    const journal = fresh('journal');
    await importInto(account, contactsOf(2), { journal });
    const other = importInto(account, contactsOf(4), {
      journal,
      listID: 2,
      parameters: { tags: [3] },
    });
    await expect(other).rejects.toThrow(
      'list was "1" and is "2"; parameters was {} and is {"tags":[3]}',
    );
    expect(account.batches).toEqual([2]);
  });

  test('tells a source that changed, and nothing is sent', async () => {
    const account = makeAccount();
    const journal = fresh('journal');
    await importInto(account, contactsOf(2), { journal });
    const other = importInto(account, contactsOf(6).slice(2), { journal });
    await expect(other).rejects.toMatchObject({ kind: 'input' });
    expect(account.batches).toEqual([2]);
  });

  test.each([
    ['{"type":"export","version":1}\n', 'is not the journal of an import'],
    ['{"type":"import","version":9}\n', 'has format 9'],
    ['{"type":"import"\n{}\n', 'damaged in line 1'],
    ['email,first_name\na@b.c,Ana\n', 'damaged in line 1'],
  ])('that is none is refused: %j', async (text, message) => {
    const journal = fresh('journal');
    writeFileSync(journal, text);
    await expect(importInto(makeAccount(), [], { journal })).rejects.toThrow(message);
    expect(readFileSync(journal, 'utf8')).toBe(text);
  });

  test('with a line that makes no sense is refused', async () => {
    const journal = fresh('journal');
    await importInto(makeAccount(), contactsOf(2), { journal });
    writeFileSync(journal, `${readFileSync(journal, 'utf8')}{"type":"answered","index":7}\n`);
    await expect(importInto(makeAccount(), contactsOf(2), { journal })).rejects.toThrow(
      'damaged in line 4',
    );
  });
});
