import { describe, expect, test } from '@jest/globals';
import { textPieces } from '../src/index.ts';

const long = `a${'😀\n'.repeat(200_000)}`;

describe('a text in pieces', () => {
  test.each<[string, readonly string[]]>([
    ['many short ones', Array.from({ length: 50_000 }, (_, row) => `<item>ação ${row}</item>`)],
    ['a single long one', [long]],
    ['short ones around a long one', ['<a>', long, '</a>']],
  ])('made of %s is never held whole, and the same each time', (_what, written) => {
    const pieces = textPieces(() => written);
    const first = [...pieces];
    expect(first.length).toBeGreaterThan(10);
    for (const piece of first) {
      expect(piece.length).toBeLessThan(66_000);
      expect(piece.isWellFormed()).toBe(true);
    }
    expect(first.join('')).toBe(written.join(''));
    expect([...pieces]).toEqual(first);
  });

  test('of nothing has none', () => {
    expect([...textPieces(() => ['', ''])]).toEqual([]);
  });
});
