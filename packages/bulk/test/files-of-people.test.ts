import { describe, expect, test } from '@jest/globals';
import { writeFileSync } from 'node:fs';
import { Readable } from 'node:stream';
import { importSubscribers, readContacts, type ReadContactsOptions } from '../src/index.ts';
import { makeAccount } from './support/account.ts';
import { freshPaths } from './support/folder.ts';

const fresh = freshPaths();

async function rowsOf(content: string | Buffer, options: ReadContactsOptions = {}, name = 'a.csv') {
  const path = fresh(name);
  writeFileSync(path, content);
  const rows: { contact: unknown; line: number; problem: string | undefined }[] = [];
  for await (const { contact, line, problem } of readContacts(path, options)) {
    rows.push({ contact, line, problem });
  }
  return rows;
}

const contactsOf = async (...given: Parameters<typeof rowsOf>) =>
  (await rowsOf(...given)).map(({ contact, problem }) => problem ?? contact);

const ana = { email: 'ana@x.pt', first_name: 'Ana' };
const rui = { email: 'rui@x.pt', first_name: 'Rui' };

describe('the ends of lines', () => {
  const ends = ['\r\n', '\n', '\r'];
  const mixes = ends.flatMap((a) => ends.flatMap((b) => ends.map((c) => [a, b, c] as const)));
  test.each(mixes)('may be %j, %j and %j in one file', async (head, first, last) => {
    const text = `email,first_name${head}ana@x.pt,Ana${first}rui@x.pt,Rui${last}`;
    expect(await rowsOf(text)).toEqual([
      { contact: ana, line: 2, problem: undefined },
      { contact: rui, line: 3, problem: undefined },
    ]);
  });

  test('are part of a value within quotes, as they are', async () => {
    const text = 'email,first_name\r\nana@x.pt,"A\nn\ra\r\n"\nrui@x.pt,Rui\r';
    expect(await contactsOf(text)).toEqual([{ ...ana, first_name: 'A\nn\ra\r\n' }, rui]);
  });

  test('may be cut by the pieces of a stream at any place', async () => {
    const bytes = Buffer.from(
      '\ufeffsep=;\r\n\r\nemail;first_name\r\nana@x.pt;"A\r\na"\rrui@x.pt;Rui\n',
    );
    for (let size = 1; size < 9; size += 1) {
      const pieces = Array.from({ length: Math.ceil(bytes.length / size) }, (_, index) =>
        bytes.subarray(index * size, (index + 1) * size),
      );
      const contacts = [];
      for await (const { contact } of readContacts(Readable.from(pieces), { format: 'csv' })) {
        contacts.push(contact);
      }
      expect(contacts).toEqual([{ ...ana, first_name: 'A\r\na' }, rui]);
    }
  });

  test.each(ends)('of NDJSON may be %j', async (end) => {
    const text = `{"email":"ana@x.pt"}${end}${end}{"email":"rui@x.pt"}${end}no`;
    const rows = await rowsOf(text, {}, 'a.ndjson');
    expect(rows.map(({ line, problem }) => [line, problem])).toEqual([
      [1, undefined],
      [3, undefined],
      [4, 'is not JSON'],
    ]);
  });
});

describe('before the header', () => {
  const rest = 'email;first_name\r\nana@x.pt;Ana\r\n';
  test.each([
    ['sep=;\r\n', 2],
    ['"sep=;"\r\n', 2],
    ['SEP=;\n', 2],
    ['sep=;;\r\n', 2],
    ['\ufeffsep=;\r\n', 2],
    ['\r\n', 2],
    ['  \r\n\t\n', 3],
    ['\ufeff\r\n', 2],
    [';;\r\n', 2],
    ['"";""\r\n', 2],
    ['\r\nsep=;\r\n\r\n', 4],
    ['\r\r\r', 4],
  ])('%j is passed over', async (before, headerLine) => {
    expect(await rowsOf(before + rest)).toEqual([
      { contact: ana, line: headerLine + 1, problem: undefined },
    ]);
  });

  test('a line with the delimiter is obeyed, the option before it', async () => {
    expect(await contactsOf('sep=~\nemail~first_name\nana@x.pt~Ana\n')).toEqual([ana]);
    expect(await contactsOf('sep=\t\nemail\tfirst_name\nana@x.pt\tAna\n')).toEqual([ana]);
    expect(await contactsOf(`sep=,\n${rest}`, { delimiter: ';' })).toEqual([ana]);
  });

  test.each(['', '\ufeff', '\n\r\n \n', ';;;\n,,\n', 'sep=;\n'])(
    'there may be nothing, and then there is no header: %j',
    async (text) => {
      await expect(rowsOf(text)).rejects.toThrow('the file is empty; it needs a header row');
    },
  );
});

describe('cells at the end of a row', () => {
  test('may be missing, or be more than there are columns as long as they are empty', async () => {
    const text = 'email,first_name,cellphone\nana@x.pt,Ana\nrui@x.pt,Rui,,,\nzoe@x.pt\n';
    expect(await contactsOf(text)).toEqual([ana, rui, { email: 'zoe@x.pt' }]);
    expect(await contactsOf('email,first_name\nana@x.pt,Ana, ,\u00a0\n')).toEqual([ana]);
  });

  test('with text where no column is reject the row', async () => {
    const text = 'email,first_name\nana@x.pt,Ana,x\nrui@x.pt,Rui\n';
    expect(await contactsOf(text)).toEqual([
      'has text where the header has no column: in cell 3 of 3',
      rui,
    ]);
  });

  test.each([
    'email,first_name,',
    'email,first_name,,,',
    ',email,,first_name',
    'email,first_name, ',
  ])('belong to columns without a name where the header is %j', async (header) => {
    const at = header.startsWith(',') ? ',ana@x.pt,,Ana' : 'ana@x.pt,Ana,';
    expect(await contactsOf(`${header}\n${at}\n`)).toEqual([ana]);
    expect(await contactsOf(`${header}\n${at},,x\n`)).toEqual([
      expect.stringContaining('has text where the header has no column'),
    ]);
  });

  test('in a column without a name may be left out, text and all', async () => {
    const text = ',email,first_name\n17,ana@x.pt,Ana\n';
    expect(await contactsOf(text, { columns: { '': null } })).toEqual([ana]);
  });
});

describe('the encoding', () => {
  const text = 'email\tfirst_name\r\nana@x.pt\tJosé Ωλ 🎉\r\n';
  const jose = { email: 'ana@x.pt', first_name: 'José Ωλ 🎉' };
  const le = (what: string) => Buffer.from(what, 'utf16le');
  const be = (what: string) => le(what).swap16();

  test.each([
    ['UTF-16LE', le(`\ufeff${text}`)],
    ['UTF-16BE', be(`\ufeff${text}`)],
    ['UTF-8', Buffer.from(`\ufeff${text}`)],
  ])('is that of the mark, whatever was said: %s', async (_, bytes) => {
    for (const encoding of [undefined, 'utf-16', 'utf-16le', 'utf-16be', 'windows-1252']) {
      const options = encoding === undefined ? {} : { encoding };
      expect(await contactsOf(bytes, options, 'a.txt')).toEqual([jose]);
    }
  });

  test('is the one that was said where there is no mark', async () => {
    expect(await contactsOf(be(text), { encoding: 'utf-16be' })).toEqual([jose]);
    expect(await contactsOf(le(text), { encoding: 'utf-16le' })).toEqual([jose]);
  });

  test('may be that of NDJSON', async () => {
    const line = '{"email":"ana@x.pt","first_name":"José Ωλ 🎉"}';
    expect(await contactsOf(le(`\ufeff${line}\r\n`), {}, 'a.ndjson')).toEqual([jose]);
  });

  test.each([
    ['UTF-16 without its mark', le(text), "encoding: 'utf-16le'"],
    ['the other order of it', be(text), "encoding: 'utf-16be'"],
    ['UTF-32', Buffer.from('fffe000065000000', 'hex'), 'is UTF-32; save it as UTF-8'],
    ['UTF-32 in the other order', Buffer.from('0000feff00000065', 'hex'), 'is UTF-32'],
    ['UTF-32 without its mark', Buffer.from('650000006d000000', 'hex'), 'looks like UTF-32'],
    ['a workbook', Buffer.from('PK\u0003\u0004rest'), 'save the sheet as CSV'],
    ['an old workbook', Buffer.from('d0cf11e0a1b11ae1', 'hex'), 'save the sheet as CSV'],
    ['what gzip made', Buffer.from('1f8b0800000000', 'hex'), 'is a workbook or an archive'],
    ['half a character', le(`\ufeff${text}`).subarray(0, -1), 'is not utf-16le'],
  ])('that cannot be read is told: %s', async (_, bytes, message) => {
    await expect(rowsOf(bytes)).rejects.toMatchObject({
      kind: 'config',
      message: expect.stringContaining(message),
    });
  });
});

test('a stream is read once, and needs its format', async () => {
  const account = makeAccount();
  const stream = Readable.from([Buffer.from('email\nana@x.pt\n')]);
  const source = readContacts(stream, { format: 'csv' });
  const journal = fresh('journal');
  expect(await importSubscribers(account.client, source, { listID: 1, journal })).toMatchObject({
    contacts: 1,
  });
  expect(() => readContacts(stream)).toThrow("give format: 'csv' or format: 'ndjson'");
  expect(() => readContacts(7 as never)).toThrow('must be a path or a stream of bytes');
});

test('a row of NDJSON that is nested too deep is rejected, and the import goes on', async () => {
  const deep = `${'['.repeat(8000)}${']'.repeat(8000)}`;
  const path = fresh('a.ndjson');
  const journal = fresh('journal');
  writeFileSync(
    path,
    `{"email":"a@x.pt"}\n{"email":"b@x.pt","first_name":${deep}}\n{"email":"c@x.pt"}\n`,
  );
  const account = makeAccount();
  for await (const { contact } of readContacts(path)) {
    expect(JSON.stringify(contact).length).toBeLessThan(2000);
  }
  for (let run = 0; run < 2; run += 1) {
    const summary = await importSubscribers(account.client, readContacts(path), {
      listID: 1,
      journal,
    });
    expect(summary).toMatchObject({ rows: 3, contacts: 2, rejected: 1 });
  }
});

test('messages write options as the program does that reads', async () => {
  const spelling = (option: string, value?: unknown) => `<${option} ${JSON.stringify(value)}>`;
  await expect(rowsOf('email,Mial\n', { spelling })).rejects.toThrow(
    'Rename it with <columns ["Mial","email"]>, or leave it out with <columns ["Mial",null]>',
  );
  await expect(
    rowsOf(`email\n"${'x'.repeat(2000)}`, { spelling, maxRowBytes: 1024 }),
  ).rejects.toThrow('longer than the 1024 bytes of <maxRowBytes undefined>');
});
