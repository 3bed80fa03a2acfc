import { expect, test } from '@jest/globals';
import { ana, openFilledAccount } from './account.ts';

test('an extra field is renamed and keeps its values', async () => {
  const { ask } = await openFilledAccount();
  expect(await ask('editExtraField', { listID: 1, id: '1', name: 'Size' })).toEqual({
    RESULT: 'OK',
  });
  expect(await ask('getExtraFields', { listID: 1 })).toMatchObject({
    extra_fields: { 1: { NAME: 'Size', TYPE: 'numero' } },
  });
  expect(await ask('subscriberData', { listID: 1, subscriber: ana })).toMatchObject({
    subscriber: { EXTRA_FIELD_1: '38' },
  });
});

test('a field of a list of values may get others', async () => {
  const { ask } = await openFilledAccount();
  const shirt = { listID: 1, subscriber: ana, extra_2: 'XL' };
  expect(await ask('editSubscriber', shirt)).toEqual({ ERROR: 'INVALID_EXTRA_FIELD' });
  await ask('editExtraField', { listID: 1, id: 2, name: 'Shirt', opcoes: 'L, XL' });
  expect(await ask('editSubscriber', shirt)).toMatchObject({ EXTRA_FIELD_2: 'XL' });
  await ask('editExtraField', { listID: 1, id: 2, name: 'Shirts' });
  expect(await ask('editSubscriber', shirt)).toMatchObject({ EXTRA_FIELD_2: 'XL' });
});

test('an extra field is deleted with its values, and its number is not used again', async () => {
  const { ask } = await openFilledAccount();
  await ask('deleteExtraField', { listID: 1, id: 2 });
  expect(await ask('editSubscriber', { listID: 1, subscriber: ana, extra_2: 'S' })).toEqual({
    ERROR: 'EXTRA_FIELD_2_DOES_NOT_EXIST',
  });
  expect(await ask('deleteExtraField', { listID: 1, id: 2 })).toEqual({ ERROR: 'FIELD_NOT_FOUND' });
  expect(await ask('addExtraField', { listID: 1, name: 'Next', type: 'texto' })).toEqual({
    NEW_ID: '3',
  });
});
