import { readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';

const root = join(import.meta.dirname, '../..');
const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);

const shown = [
  ...readFileSync(join(root, 'README.md'), 'utf8').matchAll(/(?:src|srcset)="([^"]+)"/g),
].map(([, path = '']) => path);

describe('the pictures of the README', () => {
  test('are there', () => {
    expect(shown.length).toBeGreaterThan(0);
  });

  test.each(shown)('are small, and tell nothing of the machine that made them: %s', (path) => {
    const file = join(root, path);
    expect(statSync(file).size).toBeLessThan(200_000);
    const bytes = readFileSync(file);
    expect(bytes.subarray(0, signature.length)).toEqual(signature);
    // Pieces of text in a PNG: by whom, when and with what.
    for (const piece of ['tEXt', 'iTXt', 'zTXt', 'tIME', 'eXIf']) {
      expect(bytes.includes(piece)).toBe(false);
    }
  });
});
