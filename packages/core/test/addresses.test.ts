import { EgoiConfigError } from '@egoi-client/core';
import { option, resolveOptions } from '@egoi-client/core/wire';
import { expect, test } from '@jest/globals';

const resolve = (endpoint: string) => resolveOptions('x', { endpoint: option.url() }, { endpoint });

test.each([
  'https://a.test/v2\r\nX-Injected: 1',
  'https://a.test/v2\n',
  ' https://a.test/v2',
  'https://a.test/v 2',
  'https://a.test/\u0000',
  'https://a.test/\u0085',
])('an address that the parser would change in silence is refused: %j', (address) => {
  expect(() => resolve(address)).toThrow(EgoiConfigError);
});

test('an address is kept as it was given', () => {
  expect(resolve('https://a.test/v2?x=ç')).toEqual({ endpoint: 'https://a.test/v2?x=ç' });
});
