import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { readJson } from '../src/index.ts';

const seed = 20251202;
const limits = { maxBytes: 10_000, maxDepth: 8, maxValues: 100, maxMembers: 10 };

describe('JSON of a stranger', () => {
  test('reads what JSON.parse reads, whatever the text', () => {
    const document = fc.jsonValue({ maxDepth: 4 }).map((value) => JSON.stringify(value));
    const broken = fc
      .tuple(document, fc.nat(), fc.constantFrom('"', '{', ']', ',', '\\', ':', '}', '0', ' '))
      .map(([text, at, piece]) => {
        const place = at % (text.length + 1);
        return text.slice(0, place) + piece + text.slice(place);
      });
    fc.assert(
      fc.property(fc.oneof(document, broken), (text) => {
        const read = readJson(text, {
          maxBytes: 1e6,
          maxDepth: 64,
          maxValues: 1e6,
          maxMembers: 100,
        });
        let expected: unknown;
        try {
          expected = JSON.parse(text);
        } catch {
          expect(read.kind).toBe('refused');
          return;
        }
        if (read.kind === 'value') expect(read.value).toEqual(expected);
        else expect(text).toMatch(/__proto__|"[^]*"[^]*:/);
      }),
      { seed, numRuns: 5000 },
    );
  });

  test.each([
    ['a name twice', '{"a":1,"a":2}'],
    ['a name twice, once escaped', String.raw`{"a":1,"\u0061":2}`],
    ['a name twice deep inside', '[{"b":[{"c":1,"d":{},"c":2}]}]'],
    ['a prototype', '{"__proto__":{"isAdmin":true}}'],
    ['an escaped prototype', String.raw`{"__\u0070roto__":1}`],
    ['a name before blanks', '{"a" \n :1,"a"\t:2}'],
    ['lists that are too deep', '['.repeat(9) + ']'.repeat(9)],
    ['objects that are too deep', `${'{"a":'.repeat(9)}1${'}'.repeat(9)}`],
    ['no JSON', '{"a":}'],
    ['nothing', ''],
    ['two documents', '{} {}'],
    ['a string that is open', '{"a'],
  ])('refuses %s', (_, text) => {
    expect(readJson(text, limits)).toMatchObject({ kind: 'refused' });
  });

  test.each([
    ['the same name in two objects', '[{"a":1},{"a":2}]'],
    ['a value like a name', '{"a":"a","b":["b","b"]}'],
    ['a value like a prototype', '{"a":"__proto__"}'],
    ['lists that are just as deep as allowed', '['.repeat(8) + ']'.repeat(8)],
    ['brackets in text', `{"a":"${'['.repeat(50)}"}`],
    ['names after an object inside', '{"a":{"b":1},"b":2}'],
  ])('takes %s', (_, text) => {
    expect(readJson(text, limits)).toEqual({ kind: 'value', value: JSON.parse(text) });
  });

  test('says of no document what it holds', () => {
    const secret = 'k3y-of-somebody';
    const read = readJson(`{"apikey":"${secret}",}`, limits);
    expect(JSON.stringify(read)).not.toContain(secret);
  });

  test('tells a document that is too large by its bytes', () => {
    expect(readJson(JSON.stringify('€'.repeat(3400)), limits)).toEqual({ kind: 'too large' });
    expect(readJson(JSON.stringify('€'.repeat(3300)), limits)).toMatchObject({ kind: 'value' });
  });

  test.each([
    ['empty objects', Array.from({ length: 60 }, () => ({}))],
    ['numbers', Array.from({ length: 120 }, () => 1)],
    ['members of one object', Object.fromEntries(Array.from('abcdefghijk', (name) => [name, 1]))],
  ])('tells one that would take many times its bytes: %s', (_, document) => {
    expect(readJson(JSON.stringify(document), limits)).toEqual({ kind: 'too large' });
  });
});
