import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { EgoiApiError, errorTable, isErrorCode } from '@egoi-client/core';
import { describe, expect, test } from '@jest/globals';

const documented = readFileSync(join(__dirname, 'golden', 'documented-codes.tsv'), 'utf8')
  .trimEnd()
  .split('\n')
  .map((line) => line.split('\t'));

describe('the error table', () => {
  test('starts with the 92 codes of the documentation, in its order, spelling and words', () => {
    const first = Object.entries(errorTable)
      .slice(0, documented.length)
      .map(([code, entry]) => [code, entry.description]);
    expect(documented).toHaveLength(92);
    expect(first).toEqual(documented);
  });

  test('goes on with the 33 codes that only other sources name', () => {
    const rest = Object.values(errorTable).slice(92);
    expect(rest).toHaveLength(33);
    expect(rest.every((entry) => entry.source !== 'documentation')).toBe(true);
  });

  test('does not take names of object members for codes', () => {
    expect(isErrorCode('constructor')).toBe(false);
    expect(isErrorCode('LIST_NOT_FOUND')).toBe(true);
  });
});

describe('EgoiApiError', () => {
  test.each([
    ['EXTRA_FIELD_12_DOES_NOT_EXIST', 'EXTRA_FIELD_X_DOES_NOT_EXIST', 12],
    ['EXTRA_FIELD_X_DOES_NOT_EXIST', 'EXTRA_FIELD_X_DOES_NOT_EXIST', undefined],
    ['EXTRA_FIELD_7_ALREADY_EXISTS', 'EXTRA_FIELD_XX_ALREADY_EXISTS', 7],
    ['EXTRA_FIELD_XX_ALREADY_EXISTS', 'EXTRA_FIELD_XX_ALREADY_EXISTS', undefined],
  ])('reads the number of the extra field out of %s', (word, code, fieldId) => {
    const error = new EgoiApiError(word, {});
    expect(error).toMatchObject({ code, fieldId, wireCode: word, kind: 'api' });
    expect(error.description).toBe(errorTable[code as keyof typeof errorTable].description);
  });

  test('keeps a word that no table lists', () => {
    const error = new EgoiApiError('SOMETHING_NEW', { method: 'getLists' });
    expect(error).toMatchObject({ code: 'SOMETHING_NEW', description: undefined });
    expect(error.message).toBe('SOMETHING_NEW');
  });
});
