import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { PassThrough, Writable } from 'node:stream';
import { EgoiClient } from '@egoi-client/core';
import { type ExportOptions, exportSubscribers, readContacts } from '../src/index.ts';
import { type Account, makeAccount } from './support/account.ts';
import { freshPaths } from './support/folder.ts';

const fresh = freshPaths();

function accountOf(...contacts: Record<string, string>[]): Account {
  const account = makeAccount();
  contacts.forEach((contact, index) => {
    account.contacts.set(`${index}`, { email: `c${index}@x.pt`, ...contact });
  });
  return account;
}

const run = (account: Account, options: Partial<ExportOptions> = {}) =>
  exportSubscribers(account.client, { listID: 1, file: fresh('a.csv'), ...options });

/** The text of an export. */
async function textOf(account: Account, options: Partial<ExportOptions> = {}): Promise<string> {
  const file = fresh('a.csv');
  await run(account, { file, columns: ['EMAIL', 'FIRST_NAME'], ...options });
  return readFileSync(file, 'utf8');
}

/** A client that counts its calls. */
function counting(account: Account): { readonly client: EgoiClient; readonly methods: string[] } {
  const methods: string[] = [];
  const client = new EgoiClient({
    apiKey: 'a'.repeat(40),
    transport: {
      id: 'counting',
      call: async ({ method, params, signal }) => {
        methods.push(method);
        const value = await account.client.call(method, params, { signal });
        return { value, transport: 'counting', durationMs: 0 };
      },
    },
  });
  return { client, methods };
}

describe('the form of CSV', () => {
  const jose = () => accountOf({ first_name: 'José;' });
  test('is what the options say', async () => {
    expect(await textOf(jose())).toBe('EMAIL,FIRST_NAME\r\nc0@x.pt,José;\r\n');
    expect(await textOf(jose(), { byteOrderMark: true, delimiter: ';', lineEnds: 'lf' })).toBe(
      '\ufeffEMAIL;FIRST_NAME\nc0@x.pt;"José;"\n',
    );
  });

  test.each([
    { delimiter: '' },
    { delimiter: '"' },
    { delimiter: 'ab' },
    { lineEnds: 'cr' as 'lf' },
  ])('is refused: %j', async (form) => {
    await expect(textOf(jose(), form)).rejects.toMatchObject({ kind: 'config' });
  });

  test('is none of NDJSON', async () => {
    const file = fresh('a.ndjson');
    await expect(run(jose(), { file, byteOrderMark: true, delimiter: ';' })).rejects.toThrow(
      'leave byteOrderMark, delimiter away',
    );
  });

  test('is kept by an export that goes on', async () => {
    const journal = fresh('journal');
    const file = fresh('a.csv');
    const account = accountOf({}, {}, {});
    const abort = new AbortController();
    const form = { file, journal, pageSize: 1, byteOrderMark: true, columns: ['EMAIL'] };
    await expect(
      run(account, { ...form, signal: abort.signal, onProgress: () => abort.abort() }),
    ).rejects.toMatchObject({ kind: 'aborted' });
    await expect(run(account, { ...form, byteOrderMark: false })).rejects.toThrow('another export');
    await run(account, form);
    expect(readFileSync(file, 'utf8')).toBe('\ufeffEMAIL\r\nc0@x.pt\r\nc1@x.pt\r\nc2@x.pt\r\n');
  });
});

describe('the guard against formulas', () => {
  const guarded = async (first_name: string) => {
    const text = await textOf(accountOf({ first_name }), { delimiter: '\t' });
    return text
      .slice(text.indexOf('\r\n') + 2)
      .replace(/^c0@x\.pt\t"?/, '')
      .startsWith("'");
  };

  test.each([
    '-5',
    '-12.50',
    '+351 912 345 678',
    '-1,5',
    '-1.5e3',
    '+5%',
    '- 5',
    'Ana',
    '5-3',
    'a=b',
    'ana@x.pt',
    "O'Neil",
    ' Ana',
  ])('is not before %j', async (value) => expect(await guarded(value)).toBe(false));

  test.each([
    '=1+1',
    ' =1+1',
    '\t=1+1',
    '\r=1',
    '\n=1',
    '\u00a0=1+1',
    '\u200b=1+1',
    '＝1+1',
    '＠SUM(1)',
    '+1+1',
    '-2+3',
    '+351-912345678',
    '@ana',
    "=cmd|' /C calc'!A0",
    '-',
    '\tAna',
    "'=1+1",
    "''-5",
  ])('is before %j', async (value) => expect(await guarded(value)).toBe(true));

  test('is taken off by the reader, also those that other programs write', async () => {
    const path = fresh('a.csv');
    writeFileSync(path, "email,extra_1,extra_2,extra_3\na@x.pt,'=1+1,'-5,'Ana\n");
    const read = async (unescapeFormulas: boolean) => {
      const contacts: unknown[] = [];
      for await (const { contact } of readContacts(path, { unescapeFormulas }))
        contacts.push(contact);
      return contacts;
    };
    const email = 'a@x.pt';
    expect(await read(true)).toEqual([{ email, extra_1: '=1+1', extra_2: '-5', extra_3: "'Ana" }]);
    expect(await read(false)).toEqual([
      { email, extra_1: "'=1+1", extra_2: "'-5", extra_3: "'Ana" },
    ]);
  });

  test('leaves every value as it was, in every form of CSV', async () => {
    const signs = '\'=+-@ \t\r\n",;15.e%\\|é＝＠\u200b\u00a0\ufeff\u2212';
    const piece = fc.constantFrom('Ana', '🎉', ...Array.from(signs));
    const value = fc.array(piece, { minLength: 1, maxLength: 6 }).map((pieces) => pieces.join(''));
    await fc.assert(
      fc.asyncProperty(
        fc.array(value, { minLength: 1, maxLength: 8 }),
        fc.constantFrom(',', ';', '\t', '|'),
        fc.constantFrom('crlf' as const, 'lf' as const),
        fc.boolean(),
        async (values, delimiter, lineEnds, byteOrderMark) => {
          const file = fresh('a.csv');
          const account = accountOf(...values.map((first_name) => ({ first_name })));
          const form = { delimiter, lineEnds, byteOrderMark };
          await run(account, { file, columns: ['EMAIL', 'FIRST_NAME'], ...form });
          const back: unknown[] = [];
          for await (const { contact } of readContacts(file)) {
            back.push((contact as { first_name: string }).first_name);
          }
          expect(back).toEqual(values);
        },
      ),
      { seed: 11, numRuns: 150 },
    );
  });
});

describe('columns', () => {
  test('that no contact has are refused before any call, with what may have been meant', async () => {
    const { client, methods } = counting(accountOf({}));
    const file = fresh('a.csv');
    const going = exportSubscribers(client, { listID: 1, file, columns: ['EMIAL', 'UID'] });
    await expect(going).rejects.toMatchObject({
      kind: 'config',
      message: expect.stringMatching(
        /'EMIAL'; did you mean EMAIL\? These are: UID, .*EXTRA_FIELD_/,
      ),
    });
    expect(methods).toEqual([]);
    expect(existsSync(file)).toBe(false);
  });

  test.each([[['EMAIL', 'email']], [['EMAIL', '']], [['EXTRA_FIELD_x']], [['__proto__']]])(
    'are refused: %j',
    async (columns) => {
      await expect(run(accountOf({}), { columns })).rejects.toThrow('the export was not begun');
    },
  );

  test('may be written in any case, and extra fields as they are imported', async () => {
    const account = accountOf({ extra_7: '42' });
    const columns = [' email', 'extra_7'];
    expect(await textOf(account, { columns })).toBe('EMAIL,EXTRA_FIELD_7\r\nc0@x.pt,42\r\n');
  });

  test('of extra fields are held against those of the list, for one call and nothing else', async () => {
    const { client, methods } = counting(accountOf({}));
    const file = fresh('a.csv');
    const going = exportSubscribers(client, { listID: 1, file, columns: ['EXTRA_FIELD_9'] });
    await expect(going).rejects.toThrow('does not have: EXTRA_FIELD_9; it has EXTRA_FIELD_7');
    expect(methods).toEqual(['getExtraFields']);
    expect(existsSync(file)).toBe(false);
  });

  test('that the catalogue does not know and contacts have are told, where all are meant', async () => {
    const account = accountOf({ novelty: 'x' });
    expect(await run(account)).toMatchObject({ contacts: 1, leftOut: ['NOVELTY'] });
    expect(await run(account, { columns: ['EMAIL'] })).toMatchObject({ leftOut: [] });
    const columns = ['EMAIL', 'NOVELTY'];
    expect(await textOf(account, { columns, unknownColumns: 'write' })).toContain('c0@x.pt,x');
  });
});

describe('a file', () => {
  test('is left as it was by an export that gets no page, and is not there if it was not', async () => {
    const account = accountOf({});
    const abort = AbortSignal.abort();
    const file = fresh('a.csv');
    await expect(run(account, { file, columns: ['EMAIL'], signal: abort })).rejects.toThrow(
      'aborted',
    );
    expect(existsSync(file)).toBe(false);
    writeFileSync(file, 'mine');
    await expect(run(account, { file, columns: ['EMAIL'], signal: abort })).rejects.toThrow(
      'aborted',
    );
    expect(readFileSync(file, 'utf8')).toBe('mine');
  });

  test('of a list without contacts has its header', async () => {
    expect(await textOf(accountOf())).toBe('EMAIL,FIRST_NAME\r\n');
  });
});

describe('a stream', () => {
  test('gets what a file would, and is not ended', async () => {
    const stream = new PassThrough();
    const pieces: Buffer[] = [];
    stream.on('data', (piece: Buffer) => pieces.push(piece));
    const options = { file: stream, format: 'csv' as const, columns: ['EMAIL'], pageSize: 1 };
    const summary = await run(accountOf({}, {}), options);
    const text = Buffer.concat(pieces).toString();
    expect(text).toBe('EMAIL\r\nc0@x.pt\r\nc1@x.pt\r\n');
    expect(summary).toMatchObject({ contacts: 2, bytes: text.length });
    expect(stream.writableEnded).toBe(false);
  });

  test('that takes no more ends the export', async () => {
    const error = Object.assign(new Error('broken'), { code: 'EPIPE' });
    const stream = new Writable({ write: (_chunk, _encoding, done) => done(error) });
    const options = { file: stream, format: 'csv' as const, columns: ['EMAIL'] };
    await expect(run(accountOf({}), options)).rejects.toMatchObject({
      kind: 'config',
      message: expect.stringContaining('EPIPE'),
    });
    const closed = new PassThrough().destroy();
    await expect(run(accountOf({}), { ...options, file: closed })).rejects.toMatchObject({
      kind: 'config',
    });
  });

  test('needs a format, and has no journal', async () => {
    const file = new PassThrough();
    await expect(run(accountOf(), { file })).rejects.toThrow("give format: 'csv'");
    const journal = fresh('journal');
    await expect(run(accountOf(), { file, format: 'csv', journal })).rejects.toThrow(
      'leave journal away',
    );
  });
});

describe('the journal of an export', () => {
  test.each([
    [1, 'null', 'is not the journal of an export'],
    [1, '{"type":"export","version":1}', 'is not the journal of an export'],
    [1, '{"type":"export","version":2}', 'is damaged in line 1'],
    [2, 'null', 'is damaged in line 2'],
    [2, '{"type":"page","next":-1,"bytes":1,"contacts":1}', 'is damaged in line 2'],
    [2, '{"type":"page","next":1.5,"bytes":1,"contacts":1}', 'is damaged in line 2'],
    [2, '{"type":"page","next":1}', 'is damaged in line 2'],
    [2, '{"type":"page","next":"__proto__","bytes":1,"contacts":1}', 'is damaged in line 2'],
    [3, '{"type":"page","next":0,"bytes":0,"contacts":0}', 'is damaged in line 3'],
  ])('with another line %d, %s, is refused', async (line, record, message) => {
    const journal = fresh('journal');
    const file = fresh('a.csv');
    const account = accountOf({}, {}, {});
    const abort = new AbortController();
    const options = { file, journal, pageSize: 1, columns: ['EMAIL'] };
    await expect(
      run(account, { ...options, signal: abort.signal, onProgress: () => abort.abort() }),
    ).rejects.toMatchObject({ kind: 'aborted' });
    const lines = readFileSync(journal, 'utf8').trimEnd().split('\n');
    lines[line - 1] = record;
    writeFileSync(journal, `${lines.join('\n')}\n`);
    await expect(run(account, options)).rejects.toMatchObject({
      kind: 'config',
      message: expect.stringContaining(message),
    });
  });
});
