import assert from 'node:assert/strict';
import { test } from 'node:test';
import { firstCalls } from './first-calls.mjs';

test('answers: soap, soap-universal, xmlrpc, rest, v3', async () => {
  assert.deepEqual(await firstCalls(), ['soap', 'soap-universal', 'xmlrpc', 'rest', 'v3']);
});
