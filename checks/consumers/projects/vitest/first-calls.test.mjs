import { expect, test } from 'vitest';
import { firstCalls } from './first-calls.mjs';

test('answers: soap, soap-universal, xmlrpc, rest, v3', async () => {
  expect(await firstCalls()).toEqual(['soap', 'soap-universal', 'xmlrpc', 'rest', 'v3']);
});
