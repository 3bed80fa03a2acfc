import { readRecordLine, recordHeadLine, writeRecordLine } from '@egoi-client/gateway';
import { expect, test } from '@jest/globals';

const line = {
  method: 'addSubscriber',
  wire: 'soap',
  parameters: { email: 'string', 'extra_*': 'string', 'subscribers[].email': 'mixed' },
  outcome: 'refused',
  losses: ['addSubscriber.status'],
  refused: 'unsupported',
  requests: 2,
  count: 12,
  durationMs: 340,
  first: '2026-11-26T10:00:00.000Z',
  last: '2026-11-26T10:00:01.000Z',
} as const;

test('a line that is written is read as it was', () => {
  expect(readRecordLine(writeRecordLine(line))).toEqual(line);
  const { refused: _, ...answered } = { ...line, outcome: 'answered' as const };
  expect(readRecordLine(writeRecordLine(answered))).toEqual(answered);
  expect(readRecordLine(recordHeadLine)).toBe('head');
});

test('what is no member of a line is dropped', () => {
  const text = JSON.stringify({ ...line, value: 'secret' });
  expect(readRecordLine(text)).toEqual(line);
});

test.each<[string, object]>([
  ['a method with markup', { method: '<script>' }],
  ['a method of two lines', { method: 'a\nb' }],
  ['a parameter with markup', { parameters: { '"><b>': 'string' } }],
  ['a parameter of no type', { parameters: { email: 'a@example.com' } }],
  ['a wire that is none', { wire: 'smtp' }],
  ['an outcome that is none', { outcome: 'maybe' }],
  ['losses with markup', { losses: ['<b>'] }],
  ['a reason that is no word', { refused: '<b>' }],
  ['a count below nothing', { count: -1 }],
  ['a time that is none', { first: 'yesterday' }],
])('%s makes it no line', (_what, member) => {
  expect(readRecordLine(JSON.stringify({ ...line, ...member }))).toBeUndefined();
});

test.each(['', '{', '[]', 'null', '7', writeRecordLine(line).slice(0, -5)])(
  '%j is no line',
  (text) => {
    expect(readRecordLine(text)).toBeUndefined();
  },
);
