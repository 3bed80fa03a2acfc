import { allMethods, findMethod, isErrorCode } from '@egoi-client/core';
import { catalogue } from '@egoi-client/core/wire';
import { describe, expect, test } from '@jest/globals';
import * as z from 'zod';
import { zodOf } from '../src/catalogue/schema.ts';

describe('the catalogue', () => {
  test.each(Object.entries(catalogue))('%s is filed under its own name', (name, spec) => {
    expect(spec.name).toBe(name);
    expect(findMethod(name)).toBe(spec);
  });

  test.each(allMethods())('$name has parameters and a result that tools can read', (spec) => {
    for (const form of spec.forms) {
      expect(
        z.toJSONSchema(zodOf(form.params), { io: 'input', unrepresentable: 'any' }),
      ).toBeTruthy();
      expect(z.toJSONSchema(zodOf(form.result), { unrepresentable: 'any' })).toBeTruthy();
    }
    expect(spec.errors.every(isErrorCode)).toBe(true);
    expect(new Set(spec.errors).size).toBe(spec.errors.length);
  });

  test('knows other spellings, and no inherited names', () => {
    expect(findMethod('checkLogin')).toBe(catalogue.checklogin);
    expect(findMethod('constructor')).toBeUndefined();
  });
});
