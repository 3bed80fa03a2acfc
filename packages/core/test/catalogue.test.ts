import { allMethods, findMethod, isErrorCode } from '@egoi-client/core';
import { catalogue } from '@egoi-client/core/wire';
import { describe, expect, test } from '@jest/globals';

describe('the catalogue', () => {
  test.each(Object.entries(catalogue))('%s is filed under its own name', (name, spec) => {
    expect(spec.name).toBe(name);
    expect(findMethod(name)).toBe(spec);
  });

  test.each(allMethods())('$name takes a struct and names codes of the table', (spec) => {
    for (const { params } of spec.forms) expect(params.type).toBe('object');
    expect(spec.errors.every(isErrorCode)).toBe(true);
    expect(new Set(spec.errors).size).toBe(spec.errors.length);
  });

  test('knows other spellings, and no inherited names', () => {
    expect(findMethod('checkLogin')).toBe(catalogue.checklogin);
    expect(findMethod('constructor')).toBeUndefined();
  });
});
