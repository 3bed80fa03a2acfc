import { describe, expect, test } from '@jest/globals';
import { appendFileSync, existsSync, readFileSync, statSync } from 'node:fs';
import { type ExportOptions, exportSubscribers, readContacts } from '../src/index.ts';
import { type Account, makeAccount } from './support/account.ts';
import { freshPaths } from './support/folder.ts';

const fresh = freshPaths();

/** What a file of one's own is readable as; Windows knows no such bits. */
const ownerOnly = process.platform === 'win32' ? 0o666 : 0o600;

function accountOf(count: number): Account {
  const account = makeAccount();
  for (let index = 0; index < count; index += 1) {
    const email = `c${index}@x.pt`;
    account.contacts.set(email, { email, first_name: `=N${index}`, extra_7: '42' });
  }
  return account;
}

const run = (account: Account, options: Partial<ExportOptions> & { file: string }) =>
  exportSubscribers(account.client, { listID: 1, pageSize: 2, ...options });

describe('an export', () => {
  test('writes all contacts as NDJSON, readable by their owner only', async () => {
    const file = fresh('a.ndjson');
    expect(await run(accountOf(5), { file })).toMatchObject({ contacts: 5, pages: 3 });
    const lines = readFileSync(file, 'utf8').trimEnd().split('\n');
    expect(lines.map((line) => (JSON.parse(line) as { UID: string }).UID)).toEqual(
      [0, 1, 2, 3, 4].map((index) => `c${index}@x.pt`),
    );
    expect(statSync(file).mode & 0o777).toBe(ownerOnly);
  });

  test('writes the fields of the catalogue and the extra fields of the list as CSV', async () => {
    const file = fresh('a.csv');
    await run(accountOf(1), { file });
    const [header, row] = readFileSync(file, 'utf8').split('\r\n');
    expect(header).toMatch(/^UID,ADD_DATE,SUBSCRIPTION_METHOD,LIST,FIRST_NAME,.*,EXTRA_FIELD_7$/);
    expect(row).toMatch(/^c0@x\.pt,,,,'=N0,,c0@x\.pt,.*,42$/);
  });

  test('writes the columns that are wanted, formulas as they are where that is wanted', async () => {
    const file = fresh('a.csv');
    await run(accountOf(1), {
      file,
      columns: ['EMAIL', 'FIRST_NAME', 'NONE'],
      unknownColumns: 'write',
      escapeFormulas: false,
    });
    expect(readFileSync(file, 'utf8')).toBe('EMAIL,FIRST_NAME,NONE\r\nc0@x.pt,=N0,\r\n');
    const lines = fresh('a.jsonl');
    await run(accountOf(1), { file: lines, columns: ['EMAIL'] });
    expect(readFileSync(lines, 'utf8')).toBe('{"EMAIL":"c0@x.pt"}\n');
  });

  test('can be read again by readContacts', async () => {
    const file = fresh('a.csv');
    await run(accountOf(2), { file, columns: ['EMAIL', 'EXTRA_FIELD_7'] });
    const contacts = [];
    for await (const { contact } of readContacts(file)) contacts.push(contact);
    expect(contacts[1]).toEqual({ email: 'c1@x.pt', extra_7: '42' });
  });

  test('goes on after its last whole page, whatever was written after it', async () => {
    const account = accountOf(5);
    const whole = fresh('a.csv');
    await run(account, { file: whole });
    for (const format of ['csv', 'ndjson'] as const) {
      const file = fresh(`b.${format}`);
      const journal = fresh('journal');
      const abort = new AbortController();
      const onProgress = () => abort.abort();
      await expect(
        run(account, { file, journal, signal: abort.signal, onProgress }),
      ).rejects.toMatchObject({ kind: 'aborted' });
      appendFileSync(file, 'half a pa');
      expect(await run(account, { file, journal })).toMatchObject({ contacts: 5, pages: 2 });
      expect(existsSync(journal)).toBe(false);
      const text = readFileSync(file, 'utf8');
      if (format === 'csv') expect(text).toBe(readFileSync(whole, 'utf8'));
      else expect(text.trimEnd().split('\n')).toHaveLength(5);
      expect(text).not.toContain('half');
    }
  });

  test('refuses the journal of another export, and a file that lost what the journal knows', async () => {
    const account = accountOf(5);
    const file = fresh('a.csv');
    const journal = fresh('journal');
    const abort = new AbortController();
    const stop = { signal: abort.signal, onProgress: () => abort.abort() };
    await expect(run(account, { file, journal, ...stop })).rejects.toMatchObject({
      kind: 'aborted',
    });
    await expect(run(account, { file, journal, listID: 2 })).rejects.toThrow('of list 1 as csv');
    await expect(run(account, { file: fresh('b.csv'), journal })).rejects.toThrow('shorter');
  });

  test('begins anew without a journal', async () => {
    const file = fresh('a.ndjson');
    await run(accountOf(5), { file });
    await run(accountOf(1), { file });
    expect(readFileSync(file, 'utf8').split('\n')).toHaveLength(2);
  });

  test('refuses a name that tells no format, and wrong options', async () => {
    await expect(run(accountOf(0), { file: 'a.txt' })).rejects.toThrow('tells no format');
    await expect(run(accountOf(0), { file: 'a.csv', columns: [] })).rejects.toThrow('columns must');
  });
});
