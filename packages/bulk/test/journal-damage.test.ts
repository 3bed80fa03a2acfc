import { describe, expect, test } from '@jest/globals';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { importSubscribers } from '../src/index.ts';
import { makeAccount } from './support/account.ts';
import { freshPaths } from './support/folder.ts';

const fresh = freshPaths();
const rows = Array.from({ length: 6 }, (_, index) => ({ email: `c${index}@x.pt` }));

const importInto = (journal: string) =>
  importSubscribers(makeAccount().client, rows, { listID: 1, journal, maxBatchContacts: 2 });

/** The lines of the journal of an import that is done: its header, then two lines for each batch. */
async function soundLines(): Promise<string[]> {
  const journal = fresh('journal');
  await importInto(journal);
  return readFileSync(journal, 'utf8').trimEnd().split('\n');
}

/** What comes of going on with a journal of some lines. */
async function outcomeOf(lines: readonly string[] | Buffer) {
  const journal = fresh('journal');
  writeFileSync(journal, Buffer.isBuffer(lines) ? lines : `${lines.join('\n')}\n`);
  const outcome = await importInto(journal).then(
    ({ contacts }) => ({ contacts }),
    (error: { kind: unknown; message: string }) => ({ kind: error.kind, message: error.message }),
  );
  expect(existsSync(`${journal}.lock`)).toBe(false);
  return outcome;
}

const damagedIn = (line: number) => ({
  kind: 'config',
  message: expect.stringMatching(`is damaged in line ${line}\\. .* delete it to begin anew`),
});

describe('the journal of an import', () => {
  test.each([
    ...['"__proto__"', '"at"', '"length"', '"0"', '-1', '1.5', '1e9', '1e999', 'null', '[0]'].map(
      (index) => `{"type":"answered","index":${index},"count":1}`,
    ),
    'null',
    '[]',
    '"x"',
    '0',
    '{}',
    '{"type":"x","index":0}',
    '{"type":"__proto__","index":0}',
    '{"type":["answered"],"index":0}',
    '{"type":"answered"}',
    '{"type":"answered","index":0,"count":"many"}',
    '{"type":"answered","index":0,"count":-1}',
    '{"type":"import","version":2}',
    `${'['.repeat(100_000)}${']'.repeat(100_000)}`,
    '\0'.repeat(30),
    'not JSON',
  ])('with an odd record is damaged: %#', async (record) => {
    const [header = '', sending = ''] = await soundLines();
    expect(await outcomeOf([header, sending, record])).toEqual(damagedIn(3));
  });

  test.each([
    ['"index":0', '"index":"__proto__"'],
    ['"index":0', '"index":1'],
    ['"fromRow":0', '"fromRow":1e300'],
    ['"fromRow":0', '"fromRow":1e15'],
    ['"fromRow":0', '"fromRow":2'],
    ['"fromRow":0', '"fromRow":-2'],
    ['"rows":2', '"rows":0'],
    ['"rows":2', '"rows":2.5'],
    ['"rows":2,', ''],
    ['"size":2', '"size":"2"'],
    ['"rejected":0', '"rejected":null'],
    ['"rejectBytes":0', '"rejectBytes":-5'],
    ['"sentAt":', '"sentAt":"now","was":'],
    [/"fingerprint":"./, '"fingerprint":"Z'],
    [/"fingerprint":"[^"]*"/, '"fingerprint":7'],
  ])('of which a batch has %s changed to %s is damaged', async (before, after) => {
    const [header = '', sending = '', ...rest] = await soundLines();
    expect(sending.replace(before, after)).not.toBe(sending);
    expect(await outcomeOf([header, sending.replace(before, after), ...rest])).toEqual(
      damagedIn(2),
    );
  });

  test('of which a batch does not begin where the one before ends is damaged', async () => {
    const lines = await soundLines();
    lines[3] = lines[3]?.replace('"fromRow":2', '"fromRow":3') ?? '';
    expect(await outcomeOf(lines)).toEqual(damagedIn(4));
  });

  test.each([
    ['null', 'is not the journal of an import'],
    ['[1]', 'is not the journal of an import'],
    ['{"type":"export","version":2}', 'is not the journal of an import'],
    ['{"type":"import","version":1}', 'has format 1; this version reads format 2'],
    ['{"type":"import","version":{"a":1}}', 'has format {"a":1}'],
    ['{"type":"import","version":2}', 'is damaged in line 1'],
  ])('that begins with %s is refused', async (first, message) => {
    const [, ...rest] = await soundLines();
    expect(await outcomeOf([first, ...rest])).toEqual({
      kind: 'config',
      message: expect.stringContaining(message),
    });
  });

  test('that an editor saved with CRLF and a byte order mark goes on', async () => {
    const lines = await soundLines();
    expect(await outcomeOf(Buffer.from(`\ufeff${lines.join('\r\n')}\r\n`))).toEqual({
      contacts: 6,
    });
  });

  test.each([
    ['journal', 'my notes'],
    ['journal', '{"email":"a@x.pt"}'],
    ['journal', '{"email":"a@x.pt"}\n{"email":"b@x.pt"}'],
    ['rejects', 'my notes'],
    ['rejects', '{"email":"a@x.pt"}\n'],
  ])(
    'and the reject file are no other file: one given as the %s is left as it was',
    async (option, text) => {
      const path = fresh('notes.txt');
      writeFileSync(path, text);
      const options = { listID: 1, journal: fresh('journal'), [option]: path };
      await expect(importSubscribers(makeAccount().client, rows, options)).rejects.toMatchObject({
        kind: 'config',
        message: expect.stringMatching(/is not (?:a|the) /),
      });
      expect(readFileSync(path, 'utf8')).toBe(text);
    },
  );

  test('loses a last line that was torn within a character, and nothing before it', async () => {
    const journal = fresh('journal');
    const whole = Buffer.from(`${(await soundLines()).slice(0, 3).join('\n')}\n`);
    writeFileSync(journal, Buffer.concat([whole, Buffer.from([0x7b, 0x22, 0xc3, 0xff, 0xfe])]));
    expect(await importInto(journal)).toMatchObject({ contacts: 6, calls: 2 });
    expect(readFileSync(journal).subarray(0, whole.length).equals(whole)).toBe(true);
  });
});
