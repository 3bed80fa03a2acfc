import { EgoiConnectionError } from '@egoi-client/core';
import { retoldError } from '@egoi-client/core/wire';
import { expect, test } from '@jest/globals';

const cause = new Error('because of k3y');
const shared = new EgoiConnectionError('the key is k3y', {
  delivery: 'unknown',
  transport: 'soap',
  cause,
});
const redact = (text: string) => text.replaceAll('k3y', '***');

test('an error that several calls share is told of each, without its secret', () => {
  const first = retoldError(shared, { method: 'getLists', attempts: 2, delivery: 'not_sent' });
  const second = retoldError(shared, { method: 'look up k3y', redact });
  expect(first).toBeInstanceOf(EgoiConnectionError);
  expect(first).toMatchObject({
    method: 'getLists',
    attempts: 2,
    delivery: 'not_sent',
    transport: 'soap',
    message: 'the key is k3y',
  });
  expect(second).toMatchObject({ method: 'look up ***', attempts: 1, delivery: 'unknown' });
  expect(Object.keys(second)).toEqual(Object.keys(first));
  const all = [second.message, second.stack, String(second.cause), JSON.stringify(second)];
  expect(all.join()).not.toContain('k3y');
  expect(shared).toMatchObject({ method: undefined, message: 'the key is k3y' });
});

test('what is undefined stays as it was', () => {
  const copy = retoldError(shared, {
    method: undefined,
    transport: undefined,
    attempts: undefined,
  });
  expect(copy).toMatchObject({ transport: 'soap', attempts: 1 });
});
