import { describe, expect, test } from '@jest/globals';
import { readOurs, readTheirs, runDifferential } from './support/differential.ts';

const seed = 20251202;

test('documents, well-formed and broken, are read as saxes reads them, or refused by both', () => {
  const { wellFormed, refused, runs, differences } = runDifferential(seed, 5000);
  expect({ seed, differences: differences.slice(0, 3) }).toEqual({ seed, differences: [] });
  expect(Math.min(wellFormed, refused)).toBeGreaterThan(1500);
  expect(runs).toBeGreaterThan(1000);
});

describe('saxes takes, and we refuse,', () => {
  test.each([
    ['a question mark in the target of a processing instruction', '<?go?on ?><a/>'],
    ['a local name that begins as no name does', '<a xmlns:p="urn:one" p:1="x"/>'],
    ['half a surrogate pair', '<a>\ud83dx</a>'],
    ['a control character by reference, with version 1.1', '<?xml version="1.1"?><a>&#1;</a>'],
    ['a prefix that is unbound, with version 1.1', '<?xml version="1.1"?><a xmlns:p=""/>'],
    ['a reference of more than 64 characters', `<a>&#${'0'.repeat(60)}65;</a>`],
    ['a processing instruction of more than 4,096 characters', `<?go ${'x'.repeat(5000)}?><a/>`],
    ['more than 256 blank characters in an end tag', `<a></a${' '.repeat(300)}>`],
  ])('%s', (_name, document) => {
    expect(readTheirs([document])).not.toBe('refused');
    expect(readOurs([document])).toBe('refused');
  });
});

test('a declaration that breaks off is refused, where saxes fails', () => {
  expect(readOurs(['<?xml version="1.0" '])).toBe('refused');
});

test('the line ends that only version 1.1 has stay characters', () => {
  expect(readOurs(['<?xml version="1.1"?><a>\u0085\u2028</a>'])).toContain('"\u0085\u2028');
});
