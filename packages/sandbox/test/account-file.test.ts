import { execFileSync } from 'node:child_process';
import {
  chmodSync,
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { EgoiConfigError } from '@egoi-client/core';
import { extraFieldTypes } from '@egoi-client/core/wire';
import { afterAll, describe, expect, test } from '@jest/globals';
import Libsql from 'libsql';
import { ana, openAccount, openFilledAccount } from './account.ts';

const folder = mkdtempSync(join(tmpdir(), 'sandbox-'));
let files = 0;
const newFile = () => join(folder, `a b#ção%20 ${(files += 1)}.db`);
/** Of the file and what lies beside it. */
const namesOf = (file: string) =>
  readdirSync(folder).filter((name) => join(folder, name).startsWith(file));

afterAll(() => rmSync(folder, { recursive: true, force: true }));

function database(file: string, ...statements: readonly string[]): void {
  const client = new Libsql(file);
  for (const statement of statements) client.exec(statement);
  client.close();
}

/** Windows has neither bits for who may read a file, nor named pipes beside files. */
const isWindows = process.platform === 'win32';
const posixTest = isWindows ? test.skip : test;
const posixDescribe = isWindows ? describe.skip : describe;

describe('the file of an account', () => {
  const modeOf = (path: string) => statSync(path).mode & 0o777;

  posixDescribe('by the bits of who may read it', () => {
    test.each([0o000, 0o022])(
      'is for its owner alone, with all that lies beside it: umask %i',
      async (mask) => {
        const file = newFile();
        const before = process.umask(mask);
        const { ask, sandbox } = openAccount({ file });
        await ask('createList', { nome: 'x' }).finally(() => process.umask(before));
        const names = namesOf(file);
        expect(names.length).toBeGreaterThanOrEqual(3);
        expect(names.map((name) => modeOf(join(folder, name)))).toEqual(names.map(() => 0o600));
        await sandbox.close();
      },
    );

    test.each(['an empty one', 'one that others could read', 'one behind a link'])(
      'becomes that where it was there before: %s',
      async (kind) => {
        const [file, link] = [newFile(), newFile()];
        if (kind === 'an empty one') writeFileSync(file, '');
        else {
          const first = openAccount({ file });
          await first.ask('createList', { nome: 'x' });
          await first.sandbox.close();
        }
        chmodSync(file, 0o644);
        symlinkSync(file, link);
        const { ask, sandbox } = openAccount({ file: kind === 'one behind a link' ? link : file });
        expect(await ask('createList', { nome: 'y' })).toHaveProperty('LIST_ID');
        expect(modeOf(file)).toBe(0o600);
        await sandbox.close();
      },
    );
  });

  test('keeps the words that files of every release have', async () => {
    const file = newFile();
    const { ask, sandbox } = await openFilledAccount({ file });
    const pdf = Buffer.from('%PDF-1.4 of an example').toString('base64');
    for (const type of extraFieldTypes) await ask('addExtraField', { listID: 2, name: 'x', type });
    await ask('createCampaignSMS', { listID: 1, subject: 'News', message: 'Hello', from: 2 });
    await ask('createCampaignFAX', { listID: 1, subject: 'News', file: pdf });
    await ask('generateAdvancedReport', { template: 1, lists: [2] });
    await ask('addSubscriberBulk', {
      listID: 2,
      compareField: 'email',
      subscribers: [{ email: ana }],
    });
    await sandbox.close();
    const client = new Libsql(file);
    const column = (sql: string) => client.prepare(sql).pluck().all([]);
    expect(column('PRAGMA user_version')).toEqual([3]);
    expect(column('SELECT channel FROM sender')).toEqual(['email', 'telemovel']);
    expect(column('SELECT channel FROM campaign')).toEqual(['sms_premium', 'fax']);
    expect(column('SELECT base64 FROM campaign_file')).toEqual([pdf]);
    expect(column('SELECT type FROM extra_field WHERE list = 2')).toEqual([...extraFieldTypes]);
    expect(column('SELECT lines FROM advanced_report')).toEqual([
      '[{"LISTNUM":"2","SUBSCRIBERS":"0","SENT":"0"}]',
    ]);
    expect(column('SELECT method FROM operation')).toEqual(['addSubscriberBulk']);
    client.close();
  });
});

describe('a file that is no account', () => {
  async function rejection(file: string): Promise<unknown> {
    const { ask, sandbox } = openAccount({ file });
    const outcome = await ask('getLists').catch((error: unknown) => error);
    await sandbox.close();
    return outcome;
  }

  test('is refused before anybody calls, where it is opened', async () => {
    const file = newFile();
    writeFileSync(file, 'a text of somebody else');
    const { sandbox } = openAccount({ file });
    await expect(sandbox.open()).rejects.toBeInstanceOf(EgoiConfigError);
    await sandbox.close();
    const account = openAccount({ file: newFile() });
    await account.sandbox.open();
    expect(await account.ask('createList', { nome: 'x' })).toHaveProperty('LIST_ID');
    await account.sandbox.close();
  });

  test('is refused when it is no database', async () => {
    const file = newFile();
    writeFileSync(file, 'a text, and a long one at that\n'.repeat(100));
    expect(await rejection(file)).toBeInstanceOf(EgoiConfigError);
  });

  test.each([
    ['a text', (file: string) => writeFileSync(file, 'just a text, longer than sixteen bytes')],
    ['a short text', (file: string) => writeFileSync(file, 'x')],
    ['bytes', (file: string) => writeFileSync(file, Buffer.alloc(5000, 0))],
    [
      'a database of something else',
      (file: string) => database(file, 'CREATE TABLE photo (id INTEGER)'),
    ],
    [
      'a database with tables of our names',
      (file: string) =>
        database(file, 'CREATE TABLE contact (id INTEGER)', 'CREATE TABLE account (seed INTEGER)'),
    ],
    [
      "another program's database",
      (file: string) => database(file, 'PRAGMA application_id = 7', 'CREATE TABLE account (id)'),
    ],
    [
      'an account of a newer release',
      (file: string) =>
        database(
          file,
          'PRAGMA application_id = 0x65676f69',
          'PRAGMA user_version = 99',
          'CREATE TABLE account (id)',
        ),
    ],
    ['an empty database', (file: string) => database(file, 'PRAGMA user_version = 0', 'VACUUM')],
  ])(
    'is left byte for byte as it is: %s',
    async (_, make: (file: string) => void | Promise<void>) => {
      const file = newFile();
      await make(file);
      chmodSync(file, 0o644);
      const { mode } = statSync(file);
      const before = readFileSync(file);
      const names = namesOf(file);
      expect(await rejection(file)).toBeInstanceOf(EgoiConfigError);
      expect(readFileSync(file).equals(before)).toBe(true);
      expect(statSync(file).mode).toBe(mode);
      expect(namesOf(file)).toEqual(names);
    },
  );

  posixTest(
    'is refused when it is a folder, a pipe, or a link that leads nowhere or to any of these',
    async () => {
      const pipe = newFile();
      execFileSync('mkfifo', [pipe]);
      const foreign = newFile();
      writeFileSync(foreign, 'a text of somebody else');
      const targets = [folder, pipe, foreign, join(folder, 'nothing here')];
      for (const target of targets) {
        const link = newFile();
        symlinkSync(target, link);
        expect(await rejection(link)).toBeInstanceOf(EgoiConfigError);
      }
      expect(await rejection(folder)).toBeInstanceOf(EgoiConfigError);
      expect(await rejection(pipe)).toBeInstanceOf(EgoiConfigError);
      expect(readFileSync(foreign, 'utf8')).toBe('a text of somebody else');
      expect(existsSync(join(folder, 'nothing here'))).toBe(false);
    },
  );

  test('is refused when its folder does not exist', async () => {
    expect(await rejection(join(folder, 'nowhere', 'account.db'))).toBeInstanceOf(EgoiConfigError);
  });

  test('is refused, and left alone, when it is a database of something else', async () => {
    const file = newFile();
    const other = new Libsql(file);
    other.exec('CREATE TABLE other (x)');
    const outcome = await rejection(file);
    expect(outcome).toBeInstanceOf(EgoiConfigError);
    expect(outcome).toHaveProperty('message', expect.stringMatching(/something else/));
    expect(other.prepare('SELECT name FROM sqlite_master').all([])).toHaveLength(1);
    other.close();
  });

  test('is refused when another release wrote it in another version', async () => {
    const file = newFile();
    const account = openAccount({ file });
    await account.ask('createList', { nome: 'x' });
    await account.sandbox.close();
    const other = new Libsql(file);
    other.exec('PRAGMA user_version = 99');
    other.close();
    expect(await rejection(file)).toHaveProperty('message', expect.stringMatching(/version 99/));
  });
});
