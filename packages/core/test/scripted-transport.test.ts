import { inspect } from 'node:util';
import { EgoiClient, EgoiConnectionError } from '@egoi-client/core';
import { scriptedTransport } from '@egoi-client/core/testing';
import { expect, test } from '@jest/globals';

const apiKey = 'a-key-of-the-test';

test('a scripted transport plays its steps in order and keeps what it was asked', async () => {
  const transport = scriptedTransport([
    { value: { CREDITS: 'EUR 1.00' } },
    { error: new EgoiConnectionError('refused', { delivery: 'not_sent' }) },
    (request) => ({ RESULT: request.method }),
  ]);
  const client = new EgoiClient({ apiKey, transport });
  expect(await client.getCredits()).toEqual({ CREDITS: 'EUR 1.00' });
  await expect(client.getCredits()).rejects.toThrow('refused');
  expect(await client.updateList({ listID: 1 })).toEqual({ RESULT: 'updateList' });
  await expect(client.getCredits()).rejects.toThrow('the script has 3 steps only');
  expect(transport.calls.map(({ method }) => method)).toEqual([
    'getCredits',
    'getCredits',
    'updateList',
    'getCredits',
  ]);
  expect(inspect(transport, { depth: 12, showHidden: true })).not.toContain(apiKey);
});
