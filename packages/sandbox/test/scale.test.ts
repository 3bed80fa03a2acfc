import type { WireObject } from '@egoi-client/core';
import { describe, expect, test } from '@jest/globals';
import { findByReference, findByValues, pageStatement } from '../src/account/store/contacts.ts';
import { openDatabase } from '../src/account/store/database.ts';
import type { Statements } from '../src/account/store/statements.ts';
import { openAccount, textOf } from './account.ts';

describe('pages over 10,000 contacts', () => {
  test.each([1000, 999, 777])('of %p hold each contact once, in order', async (limit) => {
    const { struct } = openAccount({ contacts: 10_000 });
    const seen: string[] = [];
    for (let start = 0; ; start += limit) {
      const query = { listID: 1, subscriber: 'all_subscribers', start, limit };
      const page = (await struct('subscriberData', query))['subscriber'] as WireObject[];
      if (page.length === 0) break;
      expect(page.length).toBeLessThanOrEqual(limit);
      seen.push(...page.map((record) => textOf(record, 'EMAIL')));
    }
    expect(seen).toEqual(
      Array.from(
        { length: 10_000 },
        (_none, index) => `contact${String(index + 1).padStart(7, '0')}@example.com`,
      ),
    );
  });

  test('hold all lists of contacts apart, whatever the order in which they grew', async () => {
    const { ask, struct } = openAccount();
    for (const nome of ['A', 'B']) await ask('createList', { nome });
    for (let index = 0; index < 40; index += 1) {
      await ask('addSubscriber', { listID: 1 + (index % 2), email: `n${index}@example.com` });
    }
    const query = { listID: 2, subscriber: 'all_subscribers', start: 5, limit: 3 };
    expect((await struct('subscriberData', query))['subscriber']).toMatchObject(
      [11, 13, 15].map((index) => ({ EMAIL: `n${index}@example.com` })),
    );
  });
});

test('an import of 20,000 contacts is taken in whole, and again', async () => {
  const { ask } = openAccount();
  await ask('createList', { nome: 'Large' });
  await ask('addExtraField', { listID: 1, name: 'Number', type: 'numero' });
  const subscribers = Array.from({ length: 20_000 }, (_none, index) => ({
    email: `n${index}@example.com`,
    extra_1: index,
  }));
  const params = { listID: 1, compareField: 'email', subscribers, operation: 2 };
  expect(await ask('addSubscriberBulk', params)).toMatchObject({ count: 20_000 });
  expect(await ask('addSubscriberBulk', params)).toMatchObject({ count: 20_000 });
  expect(await ask('getLists')).toMatchObject([{ subs_total: '20000' }]);
});

describe('a statement over many contacts', () => {
  const database = openDatabase(undefined, { seed: 1, fill: async () => undefined });

  async function plansOf(work: (sql: Statements) => Promise<unknown>): Promise<string[]> {
    return database.read(async (sql) => {
      const plans: string[] = [];
      await work({
        ...sql,
        async rows(statement, ...values) {
          const explain = `EXPLAIN QUERY PLAN ${statement}`;
          const plan = await sql.rows<{ detail: string }>(explain, ...values);
          plans.push(plan[0]?.detail ?? '');
          return sql.rows(statement, ...values);
        },
      });
      return plans;
    });
  }

  test('finds a page by a range of the index', async () => {
    expect(await plansOf((sql) => sql.rows(pageStatement, 1, 500_000, 501_000))).toEqual([
      'SEARCH contact USING INDEX contact_position (list=? AND position>? AND position<?)',
    ]);
  });

  test('finds references by their indexes', async () => {
    expect(await plansOf((sql) => findByReference(sql, 1, ['a@example.com', 'abc']))).toEqual([
      'SEARCH contact USING INDEX contact_uid (list=? AND uid=?)',
      'SEARCH contact USING INDEX contact_email (list=? AND email=?)',
    ]);
  });

  test.each(['email', 'cellphone', 'telephone', 'fax'] as const)(
    'finds %s by its index',
    async (field) => {
      expect(await plansOf((sql) => findByValues(sql, 1, field, ['x']))).toEqual([
        `SEARCH contact USING INDEX contact_${field} (list=? AND ${field}=?)`,
      ]);
    },
  );

  test('finds extra values by their index', async () => {
    expect(await plansOf((sql) => findByValues(sql, 1, 7, ['x']))).toEqual([
      'SEARCH extra_value USING COVERING INDEX extra_value_field (field=? AND value=?)',
    ]);
  });
});
