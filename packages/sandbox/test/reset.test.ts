import { EgoiClient } from '@egoi-client/core';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from '@jest/globals';
import { sandboxApiKey, type SandboxOptions, sandboxTransport } from '../src/index.ts';

const folder = mkdtempSync(join(tmpdir(), 'egoi-reset-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function open(options: SandboxOptions) {
  const account = sandboxTransport(options);
  return { account, client: new EgoiClient({ apiKey: sandboxApiKey, transport: account }) };
}

describe('an account that is reset', () => {
  test.each([
    ['in memory', {}],
    ['in a file', { file: join(folder, 'account.db') }],
  ])('is as it was made, %s', async (_name, where) => {
    const now = () => new Date('2026-05-04T10:00:00Z');
    const options = { contacts: 20, forms: [{ title: 'Sign up', list: 1 }], now, ...where };
    const { account, client } = open(options);
    const made = await account.snapshot();
    const { LIST_ID: listID } = await client.createList({ nome: 'Goes' });
    const field = await client.addExtraField({ listID, name: 'Size', type: 'texto' });
    await client.addSubscriber({
      listID,
      email: 'ana@example.com',
      [`extra_${field.NEW_ID}`]: 'large',
    });
    await client.addTag({ name: 'goes' });
    await client.createSegment({ listID, name: 'Ana', fields: { first_name: 'Ana' } });
    await account.reset();
    expect(await account.snapshot()).toEqual(made);
    expect(await client.createList({ nome: 'Again' })).toMatchObject({ LIST_ID: listID });
    // References between tables are held to as before.
    await client.addSubscriber({ listID, email: 'rui@example.com' });
    await client.deleteList({ listID });
    expect(await account.snapshot()).toEqual(made);
    await account.close?.();
  });

  test('is so for whoever opens its file afterwards', async () => {
    const file = join(folder, 'reopened.db');
    const first = open({ file });
    await first.client.createList({ nome: 'Goes' });
    await first.account.reset();
    await first.account.close?.();
    const second = open({ file });
    expect((await second.account.snapshot()).lists).toEqual([]);
    await second.account.close?.();
    await expect(second.account.reset()).rejects.toMatchObject({ kind: 'aborted' });
  });
});
