import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import type { WireObject } from '@egoi-client/core';
import type { RequestLimits } from '@egoi-client/core/wire';
import {
  batchParameters,
  type ContactBatch,
  ContactRow,
  packContacts,
  type PackOptions,
  type RejectedRow,
} from '../src/index.ts';

const parameters = batchParameters({ listID: 1 });
const seed = 20251202;

/** A wire on which a contact takes as many bytes as its first name has characters, and a field each. */
const limits = (maxBytes: number, maxFields = Number.POSITIVE_INFINITY): RequestLimits => ({
  maxBytes,
  maxFields,
  sizeOf: (item) => {
    const { first_name: name = '' } = item as WireObject;
    return { bytes: JSON.stringify(name).length - 2, fields: 1 };
  },
});

async function pack(source: Iterable<unknown>, options: Partial<PackOptions> = {}) {
  const batches: (Omit<ContactBatch, 'contacts'> & { emails: unknown[] })[] = [];
  const rejects: RejectedRow[] = [];
  const all = { limits: limits(10), parameters, ...options };
  const onReject = (reject: RejectedRow) => void rejects.push(reject);
  for await (const { contacts, ...batch } of packContacts(source, { ...all, onReject })) {
    batches.push({ ...batch, emails: contacts.map(({ email }) => email) });
  }
  return { batches, rejects };
}

const contactsOf = (sizes: readonly number[]) =>
  sizes.map((size, index) => ({ email: `c${index}@x.pt`, first_name: 'n'.repeat(size) }));

/** Fewest parts of a row of numbers whose sums stay within a limit, found by trying every first part. */
function fewestParts(sizes: readonly number[], max: number): number {
  const best = [0];
  for (let end = 1; end <= sizes.length; end += 1) {
    best[end] = Number.POSITIVE_INFINITY;
    let sum = 0;
    for (let from = end - 1; from >= 0; from -= 1) {
      sum += sizes[from] ?? 0;
      if (sum > max) break;
      best[end] = Math.min(best[end] ?? 0, (best[from] ?? 0) + 1);
    }
  }
  return best[sizes.length] ?? 0;
}

describe('packing', () => {
  test('never exceeds the limits, and takes the fewest calls for contacts in their order', async () => {
    const sizes = fc.array(fc.integer({ min: 1, max: 10 }), { maxLength: 25 });
    await fc.assert(
      fc.asyncProperty(sizes, fc.integer({ min: 1, max: 6 }), async (all, maxFields) => {
        const { batches } = await pack(contactsOf(all));
        expect(batches.flatMap(({ emails }) => emails)).toEqual(all.map((_, i) => `c${i}@x.pt`));
        expect(Math.max(0, ...batches.map(({ bytes }) => bytes))).toBeLessThanOrEqual(10);
        expect(batches.length).toBe(fewestParts(all, 10));
        const byFields = await pack(contactsOf(all), { limits: limits(1000, maxFields) });
        expect(byFields.batches.length).toBe(Math.ceil(all.length / maxFields));
      }),
      { seed },
    );
  });

  test('gives batches of rows without a gap, rejected rows in the batch where they stand', async () => {
    const source = [
      { email: '' },
      ...contactsOf([5, 5]),
      { email: 'late@x.pt', birth_date: 'soon' },
      ...contactsOf([5]),
      null,
    ];
    const { batches, rejects } = await pack(source);
    expect(batches).toMatchObject([
      { index: 0, fromRow: 0, rows: 4, rejected: 2, bytes: 10 },
      { index: 1, fromRow: 4, rows: 2, rejected: 1, bytes: 5 },
    ]);
    expect(rejects.map(({ row, problems }) => [row, problems[0]?.path])).toEqual([
      [0, 'email'],
      [3, 'birth_date'],
      [5, 'parameters'],
    ]);
  });

  test('rejects what no wire can carry, unknown fields, and contacts that no call can hold', async () => {
    const { batches, rejects } = await pack([
      { email: 'a@x.pt\u0000' },
      { email: 'a@x.pt', nome: 'Ana' },
      new ContactRow({ email: 'a@x.pt', first_name: 'n'.repeat(11) }, 17),
      new ContactRow('half a row', 18, 'is not JSON'),
    ]);
    expect(batches).toEqual([]);
    expect(rejects.map(({ line, problems }) => [line, problems[0]?.path])).toEqual([
      [undefined, 'email'],
      [undefined, 'nome'],
      [17, 'contact'],
      [18, 'row'],
    ]);
    expect(rejects[3]?.contact).toBe('half a row');
  });

  test('sends unknown fields where that is wanted', async () => {
    const { batches } = await pack([{ email: 'a@x.pt', nome: 'Ana' }], { unknownFields: 'send' });
    expect(batches).toMatchObject([{ emails: ['a@x.pt'] }]);
  });

  test('keeps room for parameters that are longer than usual', async () => {
    const counting: RequestLimits = {
      maxBytes: 1_000_000,
      maxFields: 20,
      sizeOf: (item) => ({ bytes: 1, fields: JSON.stringify(item).split(',').length }),
    };
    const tags = Array.from({ length: 15 }, (_, index) => index);
    const options = {
      limits: counting,
      parameters: batchParameters({ listID: 1, parameters: { tags } }),
    };
    const { batches } = await pack(contactsOf(Array.from({ length: 10 }, () => 1)), options);
    expect(batches.map(({ emails }) => emails.length)).toEqual([5, 5]);
  });

  test('keeps the bounds of batches that were packed before, and packs what follows by the limits', async () => {
    const source = contactsOf([5, 5, 5, 5, 5]);
    const first = await pack(source, { maxBatchContacts: 1 });
    const packed = first.batches.slice(0, 2).map((batch) => ({ ...batch, size: 1 }));
    const { batches } = await pack(source, { packed });
    expect(batches.map(({ rows }) => rows)).toEqual([1, 1, 2, 1]);
  });

  test('refuses a source that gives other contacts than before', async () => {
    const source = contactsOf([5, 5, 5]);
    const packed = (await pack(source)).batches.map((batch) => ({ ...batch, size: 0 }));
    const changed = [...source.slice(0, 2), { email: 'other@x.pt' }];
    await expect(pack(changed, { packed })).rejects.toMatchObject({ kind: 'input' });
    await expect(pack(source.slice(0, 2), { packed })).rejects.toThrow('rows 3 to 3');
    await expect(pack(source.slice(0, 1), { packed })).rejects.toThrow('rows 1 to 2');
    await expect(pack([], { packed })).rejects.toThrow('batch 0');
  });

  test('holds one batch only: the contacts of the last one are gone when the next is asked for', async () => {
    const batches: ContactBatch[] = [];
    const lengths: number[] = [];
    for await (const batch of packContacts(contactsOf([9, 9]), {
      limits: limits(10),
      parameters,
    })) {
      batches.push(batch);
      lengths.push(batch.contacts.length);
    }
    expect(lengths).toEqual([1, 1]);
    expect(batches.map(({ contacts }) => contacts.length)).toEqual([0, 0]);
  });

  test('ends with EgoiAbortError when its signal fires', async () => {
    const signal = AbortSignal.abort();
    await expect(pack(contactsOf([1]), { signal })).rejects.toMatchObject({ kind: 'aborted' });
  });
});
