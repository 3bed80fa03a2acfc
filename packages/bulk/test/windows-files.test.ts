import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { appendFileSync, existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createHash } from 'node:crypto';
import { hostname } from 'node:os';
import { basename, dirname } from 'node:path';
import { exportSubscribers, importSubscribers } from '../src/index.ts';
import { takeLock } from '../src/journal/lock.ts';
import { makeAccount } from './support/account.ts';
import { deadPid } from './support/dead-pid.ts';
import { freshPaths } from './support/folder.ts';
import { behaveAsOnWindows } from './support/windows-files.ts';

const fresh = freshPaths();
const emails = Array.from({ length: 5 }, (_, index) => `c${index}@x.pt`);

/** Ends a run after its first step. */
function stopEarly() {
  const abort = new AbortController();
  return { signal: abort.signal, onProgress: () => abort.abort() };
}

describe('with files as Windows has them', () => {
  let endWindows: ReturnType<typeof behaveAsOnWindows>;
  beforeAll(() => {
    endWindows = behaveAsOnWindows();
  });
  afterAll(() => void endWindows());

  test('an import goes on behind a journal that was torn, and writes each reject once', async () => {
    const journal = fresh('journal');
    const rejects = `${journal}.rejects.ndjson`;
    const account = makeAccount();
    const source = emails.flatMap((email) => [{ email }, { first_name: 'nobody' }]);
    const run = (stop = {}) =>
      importSubscribers(account.client, source, {
        listID: 1,
        journal,
        maxBatchContacts: 2,
        ...stop,
      });
    await expect(run(stopEarly())).rejects.toMatchObject({ kind: 'aborted' });
    appendFileSync(journal, '{"type":"send');
    appendFileSync(rejects, '{"row":99,');
    expect(await run()).toMatchObject({ contacts: 5, rejected: 5 });
    expect([...account.applied]).toEqual(emails.map((email) => [email, 1]));
    const lines = readFileSync(rejects, 'utf8').trimEnd().split('\n');
    expect(lines.map((line) => (JSON.parse(line) as { row: number }).row)).toEqual([
      2, 4, 6, 8, 10,
    ]);
  });

  test('an export replaces the file, goes on after its last whole page and removes its journal', async () => {
    const file = fresh('a.ndjson');
    const journal = fresh('journal');
    writeFileSync(file, 'of an earlier export\n');
    const account = makeAccount();
    for (const email of emails) account.contacts.set(email, { email });
    const run = (stop = {}) =>
      exportSubscribers(account.client, { listID: 1, file, journal, pageSize: 2, ...stop });
    await expect(run(stopEarly())).rejects.toMatchObject({ kind: 'aborted' });
    appendFileSync(file, 'half a pa');
    expect(await run()).toMatchObject({ contacts: 5 });
    const lines = readFileSync(file, 'utf8').trimEnd().split('\n');
    expect(lines.map((line) => (JSON.parse(line) as { EMAIL: string }).EMAIL)).toEqual(emails);
    expect(existsSync(journal)).toBe(false);
  });

  test('a lock is taken over from a dead process, and keeps others out', async () => {
    const path = fresh('journal');
    const holder = { host: hostname(), pid: await deadPid(), token: 'gone' };
    writeFileSync(`${path}.lock`, JSON.stringify(holder));
    const lock = await takeLock(path);
    await expect(takeLock(path)).rejects.toThrow('is at work on this journal');
    await lock.release();
    expect(readdirSync(dirname(path))).toEqual([]);
  });

  test('a claim of the same file in another spelling is seen', async () => {
    const path = fresh('journal');
    const host = createHash('sha256').update(hostname()).digest('hex').slice(0, 8);
    writeFileSync(`${dirname(path)}/JOURNAL.lock.${await deadPid()}--${host}-0123abcd`, '');
    const lock = await takeLock(path);
    // That of a dead process is removed, which shows that it was looked at.
    expect(readdirSync(dirname(path))).toEqual([`${basename(path)}.lock`]);
    await lock.release();
  });

  test('all that may be refused for a while was refused, and nothing else was asked for', () => {
    expect(Object.keys(endWindows()).toSorted()).toEqual(
      ['/proc', 'read', 'rename', 'rm', 'sync of a folder'].toSorted(),
    );
  });
});
