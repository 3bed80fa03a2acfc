import { EgoiQuotaError } from '@egoi-client/core';
import { expect, test } from '@jest/globals';

test.each([Number.NaN, Number.POSITIVE_INFINITY, -1])(
  'a wait that is none is left out of an error, for a timer would not wait at all: %p',
  (retryAfterMs) => {
    expect(new EgoiQuotaError('spent', { retryAfterMs }).retryAfterMs).toBeUndefined();
  },
);

test('a wait of an error is what was asked for', () => {
  expect(new EgoiQuotaError('spent', { retryAfterMs: 0 }).retryAfterMs).toBe(0);
  expect(new EgoiQuotaError('spent', { retryAfterMs: 3_660_000 }).retryAfterMs).toBe(3_660_000);
});
