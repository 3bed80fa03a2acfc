import { describe, expect, test } from '@jest/globals';
import { writeFileSync } from 'node:fs';
import { type ContactRow, readContacts, type ReadContactsOptions } from '../src/index.ts';
import { freshPaths } from './support/folder.ts';

const fresh = freshPaths();

async function read(name: string, content: string | Buffer, options?: ReadContactsOptions) {
  const path = fresh(name);
  writeFileSync(path, content);
  const rows: ContactRow[] = [];
  for await (const row of readContacts(path, options)) rows.push(row);
  return rows.map(({ contact, line, problem }) => ({ contact, line, problem }));
}

describe('CSV', () => {
  test('gives the fields of the header as text, and leaves empty ones out', async () => {
    const rows = await read('a.csv', 'email,first_name,extra_7\na@x.pt,,007\n');
    expect(rows).toEqual([
      { contact: { email: 'a@x.pt', extra_7: '007' }, line: 2, problem: undefined },
    ]);
  });

  test.each([',', ';', '\t', '|'])('finds out what parts the columns: %j', async (delimiter) => {
    const text = `"email",first_name\na@x.pt,Ana\n`.replaceAll(',', delimiter);
    expect(await read('a.csv', text)).toMatchObject([
      { contact: { email: 'a@x.pt', first_name: 'Ana' } },
    ]);
  });

  test('takes names in any case, blanks around them, a byte order mark and CRLF', async () => {
    const rows = await read('a.csv', '\ufeff EMAIL ,Extra_1,formid\r\na@x.pt,7,1\r\n', {
      columns: { formid: 'formID' },
    });
    expect(rows).toMatchObject([{ contact: { email: 'a@x.pt', extra_1: '7', formID: '1' } }]);
  });

  test('knows the line of a row, whatever stands above it', async () => {
    const rows = await read('a.csv', 'email,first_name\n\na@x.pt,"two\nlines"\n,\nb@x.pt,B\n');
    expect(rows.map(({ line }) => line)).toEqual([3, 6]);
  });

  test('refuses a header with unknown columns before it gives a row', async () => {
    const going = read('a.csv', 'email,nmae\na@x.pt,Ana\n');
    await expect(going).rejects.toMatchObject({
      kind: 'input',
      problems: [{ path: "column 'nmae'", problem: expect.stringContaining('first_name') }],
    });
  });

  test('renames, drops and keeps columns where that is wanted', async () => {
    const text = 'E-mail,Notes,City\na@x.pt,x,Porto\n';
    const columns = { 'E-mail': 'email', Notes: null };
    expect(await read('a.csv', text, { columns, unknownColumns: 'drop' })).toMatchObject([
      { contact: { email: 'a@x.pt' } },
    ]);
    expect(await read('a.csv', text, { columns, unknownColumns: 'keep' })).toMatchObject([
      { contact: { email: 'a@x.pt', City: 'Porto' } },
    ]);
  });

  test.each([
    ['', 'the file is empty'],
    ['email,EMAIL\na,b\n', 'stands for email, as another column does'],
    [`email\n${'x'.repeat(2000)}\n`, 'longer than the 1024 bytes'],
    [`email\n"${'x\n'.repeat(2000)}`, 'a quote may be left open'],
  ])('stops at a file that cannot be read as a table: %#', async (text, message) => {
    await expect(read('a.csv', text, { maxRowBytes: 1024 })).rejects.toThrow(message);
  });

  test('tells rows with text where no column is, and a quote that is left open', async () => {
    const rows = await read(
      'a.csv',
      'email,first_name\na@x.pt\nb@x.pt,B,B\nc@x.pt,"C "Cat" C"\nd@x.pt,"D',
    );
    expect(rows.map(({ line, problem }) => [line, problem?.slice(0, 20)])).toEqual([
      [2, undefined],
      [3, 'has text where the h'],
      [4, undefined],
      [5, 'cannot be read as CS'],
    ]);
  });

  test('reads other encodings, and says when the encoding is wrong', async () => {
    const bytes = Buffer.from('email,first_name\na@x.pt,Jo\xe3o\n', 'latin1');
    expect(await read('a.csv', bytes, { encoding: 'windows-1252' })).toMatchObject([
      { contact: { first_name: 'João' } },
    ]);
    await expect(read('a.csv', bytes)).rejects.toThrow("such as encoding: 'windows-1252'");
  });

  test('has members called __proto__ as data', async () => {
    const rows = await read('a.csv', 'email,__proto__\na@x.pt,x\n', { unknownColumns: 'keep' });
    expect(Object.keys(rows[0]?.contact as object)).toEqual(['email', '__proto__']);
  });
});

describe('NDJSON', () => {
  test('gives the object of each line, and tells lines that hold none', async () => {
    const text = `{"email":"a@x.pt"}\n\nnope\n[1]\n{"email":"${'x'.repeat(2000)}"}\n{"Mail":"b@x.pt"}`;
    const rows = await read('a.ndjson', text, { maxRowBytes: 1024, columns: { Mail: 'email' } });
    expect(rows.map(({ line, problem }) => [line, problem])).toEqual([
      [1, undefined],
      [3, 'is not JSON'],
      [4, 'is not a JSON object'],
      [5, 'is longer than the 1024 characters of maxRowBytes'],
      [6, undefined],
    ]);
    expect(rows[4]?.contact).toEqual({ email: 'b@x.pt' });
  });

  test('bounds a line that never ends', async () => {
    const rows = await read('a.ndjson', `{"email":"${'x'.repeat(300_000)}\n{"email":"a"}`, {
      maxRowBytes: 1024,
    });
    expect(rows.map(({ line, contact }) => [line, contact])).toEqual([
      [1, null],
      [2, { email: 'a' }],
    ]);
  });
});

test('the name of a file tells its format, or the option does', async () => {
  expect(() => readContacts('contacts.xlsx')).toThrow("'.xlsx' tells no format");
  expect(await read('contacts.dat', '{"email":"a"}', { format: 'ndjson' })).toHaveLength(1);
  expect(() => readContacts('a.csv', { encoding: 'klingon' })).toThrow('encoding must be');
});

test('a file that is not there is said by its name', async () => {
  const rows = readContacts(fresh('none.csv'))[Symbol.asyncIterator]();
  await expect(rows.next()).rejects.toMatchObject({
    kind: 'config',
    message: expect.stringContaining('none.csv'),
  });
});

test('leaving the loop early lets go of the file', async () => {
  const path = fresh('a.csv');
  writeFileSync(path, `email\n${'a@x.pt\n'.repeat(100_000)}`);
  const lines: number[] = [];
  for await (const { line } of readContacts(path)) {
    lines.push(line);
    if (lines.length === 3) break;
  }
  expect(lines).toEqual([2, 3, 4]);
});
