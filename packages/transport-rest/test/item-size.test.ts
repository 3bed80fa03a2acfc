import type { WireObject, WireValue } from '@egoi-client/core';
import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { encodeCall } from '../src/codec.ts';
import { itemSize as sizeOf } from '../src/form/item-size.ts';
import { restTransport } from '../src/index.ts';
import { options as anyStruct, runs } from './support/arbitraries.ts';

function sum(items: readonly WireValue[]) {
  return items
    .map(sizeOf)
    .reduce(
      (total, { bytes, fields }) => ({ bytes: total.bytes + bytes, fields: total.fields + fields }),
      { bytes: 0, fields: 0 },
    );
}

/** What a list of subscribers adds to a form. */
function written(subscribers: WireValue[]) {
  const form = encodeCall({ method: 'm', options: { subscribers } }, 'json');
  const alone = encodeCall({ method: 'm', options: {} }, 'json');
  return { bytes: form.length - alone.length, fields: form.split('&').length - 2 };
}

function contact(index: number): WireObject {
  return {
    email: `contact.${index}@example.com`,
    first_name: 'João',
    last_name: `Silva & Filhos ${index}`,
    birth_date: '1980-05-17',
    status: 1,
    validate: false,
    extra_1: null,
    tags: [1, 2, 3],
  };
}

describe('the size of an item', () => {
  test('is never less than what it adds to a form, and has its fields exactly', () => {
    fc.assert(
      fc.property(fc.array(anyStruct, { maxLength: 9 }), (items) => {
        const [limit, real] = [sum(items), written(items)];
        expect(limit.fields).toBe(real.fields);
        expect(limit.bytes).toBeGreaterThanOrEqual(real.bytes);
      }),
      runs,
    );
  });

  test('holds at the highest index that is provided for', () => {
    const item = contact(9_999_999);
    const prefix = 'functionOptions%5Bsubscribers%5D%5B9999999%5D';
    const alone = written([item]);
    const longer = prefix.length - 'functionOptions%5Bsubscribers%5D%5B0%5D'.length;
    expect(sizeOf(item)).toEqual({
      bytes: alone.bytes + alone.fields * longer,
      fields: alone.fields,
    });
  });

  test('wastes less than a tenth where the indexes are long', () => {
    const items = Array.from({ length: 20_000 }, (_, index) => contact(index));
    expect(written(items).bytes).toBeGreaterThan(0.9 * sum(items).bytes);
  });

  test('of what a form cannot carry is found without an error', () => {
    const itself: WireObject = { a: 'x' };
    itself['itself'] = itself;
    const strangers = [itself, Number.NaN, undefined, '\ud800', { '': 1 }, 1e300];
    for (const item of strangers) expect(() => sizeOf(item as WireValue)).not.toThrow();
  });
});

test('the fields left for items are those that the server reads, less room for the rest', () => {
  expect(restTransport().limits?.maxFields).toBe(984);
  expect(restTransport({ maxFormFields: 10 }).limits?.maxFields).toBe(5);
  expect(restTransport({ maxFormFields: 50_000 }).limits?.maxFields).toBe(49_984);
});
