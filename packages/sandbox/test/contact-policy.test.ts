import { EgoiConfigError, type WireObject } from '@egoi-client/core';
import {
  type ContactField,
  type SandboxContactRules,
  type SandboxOptions,
  sandboxTransport,
} from '@egoi-client/sandbox';
import { describe, expect, test } from '@jest/globals';
import { openAccount } from './account.ts';

const values: Readonly<Record<ContactField, string>> = {
  email: 'ana@example.com',
  cellphone: '351-911111111',
  telephone: '351-222222222',
  fax: '351-233333333',
  first_name: 'Ana',
  last_name: 'Silva',
  birth_date: '1990-01-31',
};
const fields = Object.keys(values) as ContactField[];

/** An account with one empty list, 1, that has the extra fields 1 and 2. */
async function openRuledAccount(contactRules: SandboxContactRules) {
  const account = openAccount({ contactRules });
  await account.ask('createList', { nome: 'Newsletter' });
  for (const name of ['Shoe size', 'Shirt']) {
    await account.ask('addExtraField', { listID: 1, name });
  }
  return {
    ...account,
    add: (params: WireObject) => account.ask('addSubscriber', { listID: 1, ...params }),
    edit: (subscriber: string, params: WireObject) =>
      account.ask('editSubscriber', { listID: 1, subscriber, ...params }),
    bulk: (subscribers: WireObject[], more: WireObject = {}) =>
      account.struct('addSubscriberBulk', {
        listID: 1,
        compareField: 'email',
        subscribers,
        ...more,
      }),
  };
}

describe('a required field', () => {
  test.each(fields)('%s must be there, with a value, in a new contact', async (field) => {
    const { add, sandbox } = await openRuledAccount({ required: [field] });
    const { [field]: value, ...others } = values;
    const refusal = { ERROR: `${field.toUpperCase()}_REQUIRED` };
    const before = await sandbox.snapshot();
    expect(await add(others)).toEqual(refusal);
    expect(await add({ ...others, [field]: '' })).toEqual(refusal);
    expect(await sandbox.snapshot()).toEqual(before);
    expect(await add({ ...others, [field]: value })).toHaveProperty('UID');
  });

  test('cannot be cleared, and need not be named in a change', async () => {
    const { add, edit } = await openRuledAccount({ required: ['last_name'] });
    await add(values);
    expect(await edit(values.email, { last_name: '' })).toEqual({ ERROR: 'LAST_NAME_REQUIRED' });
    expect(await edit(values.email, { first_name: 'Eva' })).toMatchObject({
      FIRST_NAME: 'Eva',
      LAST_NAME: 'Silva',
    });
  });

  test('need not be named for a removed contact that has it and comes back', async () => {
    const { ask, add } = await openRuledAccount({ required: ['last_name'] });
    await add(values);
    await ask('removeSubscriber', { listID: 1, subscriber: values.email });
    expect(await add({ email: values.email })).toMatchObject({ STATUS: 1, LAST_NAME: 'Silva' });
  });

  test('lets an import pass over the rows that lack it', async () => {
    const { bulk, sandbox } = await openRuledAccount({ required: ['first_name'] });
    const rows = [
      { email: 'a@example.com' },
      { email: 'b@example.com', first_name: 'B' },
      { email: 'c@example.com', first_name: '' },
    ];
    expect(await bulk(rows)).toMatchObject({ count: 1 });
    expect((await sandbox.snapshot()).lists[0]?.contacts).toMatchObject([
      { record: { EMAIL: 'b@example.com' } },
    ]);
  });
});

describe('a unique field', () => {
  test.each([
    ['first_name', 'FIST_NAME_ALREADY_EXISTS'],
    ['last_name', 'LAST_NAME_ALREADY_EXISTS'],
    ['birth_date', 'BIRTH_DATE_ALREADY_EXISTS'],
  ] as const)('%s may not be shared in a list: %s', async (field, code) => {
    const { ask, add, edit, sandbox } = await openRuledAccount({ unique: [field] });
    await add({ email: 'a@example.com', [field]: values[field] });
    await add({ email: 'b@example.com' });
    const before = await sandbox.snapshot();
    expect(await add({ email: 'c@example.com', [field]: values[field] })).toEqual({ ERROR: code });
    expect(await edit('b@example.com', { [field]: values[field] })).toEqual({ ERROR: code });
    expect(await sandbox.snapshot()).toEqual(before);
    expect(await edit('a@example.com', { [field]: values[field] })).toHaveProperty('UID');
    await ask('createList', { nome: 'Other' });
    expect(
      await ask('addSubscriber', { listID: 2, email: 'c@example.com', [field]: values[field] }),
    ).toHaveProperty('UID');
  });

  test('may be any extra field, and the code names which', async () => {
    const { add, edit } = await openRuledAccount({ unique: ['extra'] });
    await add({ email: 'a@example.com', extra_1: '38', extra_2: 'M' });
    expect(await add({ email: 'b@example.com', extra_2: 'M' })).toEqual({
      ERROR: 'EXTRA_FIELD_2_ALREADY_EXISTS',
    });
    await add({ email: 'b@example.com', extra_1: '39' });
    expect(await edit('b@example.com', { extra_1: 38 })).toEqual({
      ERROR: 'EXTRA_FIELD_1_ALREADY_EXISTS',
    });
  });

  test('holds only where it was asked for', async () => {
    const { add } = await openRuledAccount({});
    const { email: _, cellphone: _c, telephone: _t, fax: _f, ...shared } = values;
    await add({ ...shared, email: 'a@example.com', extra_1: '38' });
    expect(await add({ ...shared, email: 'b@example.com', extra_1: '38' })).toHaveProperty('UID');
  });

  test('lets an import pass over the rows that repeat a value, in the list or before in the import', async () => {
    const { add, bulk, sandbox } = await openRuledAccount({ unique: ['extra', 'first_name'] });
    await add({ email: 'a@example.com', extra_1: 'A' });
    const rows = [
      { email: 'b@example.com', extra_1: 'A' },
      { email: 'c@example.com', extra_1: 'C', first_name: 'Ana' },
      { email: 'd@example.com', extra_1: 'C' },
      { email: 'e@example.com', first_name: 'Ana' },
      { email: 'f@example.com' },
    ];
    expect(await bulk(rows)).toMatchObject({ count: 2 });
    const emails = (await sandbox.snapshot()).lists[0]?.contacts.map(
      ({ record }) => record['EMAIL'],
    );
    expect(emails).toEqual(['a@example.com', 'c@example.com', 'f@example.com']);
  });

  test('is free again for the rows after the one that gives it up', async () => {
    const { add, bulk, sandbox } = await openRuledAccount({ unique: ['extra'] });
    await add({ email: 'a@example.com', extra_1: 'A' });
    const rows = [
      { email: 'a@example.com', extra_1: 'B' },
      { email: 'b@example.com', extra_1: 'A' },
    ];
    expect(await bulk(rows, { operation: 2 })).toMatchObject({ count: 2 });
    expect((await sandbox.snapshot()).lists[0]?.contacts).toMatchObject([
      { record: { EMAIL: 'a@example.com', EXTRA_FIELD_1: 'B' } },
      { record: { EMAIL: 'b@example.com', EXTRA_FIELD_1: 'A' } },
    ]);
  });
});

describe('the channels of a list say which fields are unique in it', () => {
  const addresses = ['email', 'cellphone', 'telephone', 'fax'] as const;

  test.each<[string, WireObject, string[]]>([
    ['e-mail, as a list is unless it says otherwise', {}, ['email']],
    ['SMS', { canal_email: 0, canal_sms: 1 }, ['cellphone']],
    ['voice', { canal_email: 0, canal_voz: '1' }, ['cellphone']],
    ['e-mail and SMS', { canal_sms: true }, ['email', 'cellphone']],
    ['fax', { canal_email: 0, canal_fax: 1 }, []],
  ])('a list for %s', async (_name, channels, unique) => {
    const { ask } = openAccount();
    await ask('createList', { nome: 'x', ...channels });
    const refused = [];
    for (const field of addresses) {
      const params = { listID: 1, [field]: values[field] };
      await ask('addSubscriber', params);
      const again = await ask('addSubscriber', params);
      if (
        JSON.stringify(again) === JSON.stringify({ ERROR: `${field.toUpperCase()}_ALREADY_EXISTS` })
      )
        refused.push(field);
      else expect(again).toHaveProperty('UID');
    }
    expect(refused).toEqual(unique);
  });

  test('and updateList changes them for what comes after', async () => {
    const { ask } = openAccount();
    await ask('createList', { nome: 'x' });
    const params = { listID: 1, cellphone: values.cellphone };
    await ask('addSubscriber', params);
    expect(await ask('addSubscriber', params)).toHaveProperty('UID');
    await ask('updateList', { listID: 1, canal_sms: 1 });
    expect(await ask('addSubscriber', params)).toEqual({ ERROR: 'CELLPHONE_ALREADY_EXISTS' });
  });
});

describe('an account of about 2011', () => {
  const contactRules: SandboxContactRules = { formerFields: true, unique: ['tax_id'] };

  test('keeps the fields that were removed since, and recognises contacts by them', async () => {
    const { ask, add, edit } = await openRuledAccount(contactRules);
    const former = { tax_id: '123', zip_code: '4450-190', gender: 'F' };
    expect(await add({ email: 'a@example.com', ...former })).toMatchObject({
      TAX_ID: '123',
      ZIP_CODE: '4450-190',
      GENDER: 'F',
    });
    const code = { ERROR: 'TAX_ID_NUMBER_ALREADY_EXISTS' };
    expect(await add({ email: 'b@example.com', tax_id: '123' })).toEqual(code);
    await add({ email: 'b@example.com' });
    expect(await edit('b@example.com', { tax_id: '123' })).toEqual(code);
    const bulk = { listID: 1, compareField: 'tax_id', operation: 2 };
    const subscribers = [{ tax_id: '123', first_name: 'Ana' }];
    expect(await ask('addSubscriberBulk', { ...bulk, subscribers })).toMatchObject({ count: 1 });
    expect(await ask('subscriberData', { listID: 1, subscriber: 'a@example.com' })).toMatchObject({
      subscriber: { FIRST_NAME: 'Ana', TAX_ID: '123' },
    });
    expect(await edit('a@example.com', { gender: '' })).not.toHaveProperty('GENDER');
  });

  test('is none of today, which refuses them and does not compare by them', async () => {
    const { ask, add } = await openRuledAccount({});
    expect(await add({ email: 'a@example.com', tax_id: '123' })).toEqual({
      ERROR: 'TAX_ID_FIELD_REMOVED',
    });
    const subscribers = [{ email: 'a@example.com' }];
    expect(
      await ask('addSubscriberBulk', { listID: 1, compareField: 'tax_id', subscribers }),
    ).toEqual({ ERROR: 'NO_COMPARE_FIELD' });
  });
});

describe('an address', () => {
  test.each([
    ['ana@mail.example.invalid', 1, 'EMAIL_ADDRESS_INVALID_MX_ERROR'],
    ['nobody@example.INVALID', 2, 'EMAIL_ADDRESS_INVALID_MX_ERROR'],
    ['nobody@example.com', 2, 'EMAIL_ADDRESS_INVALID_DOESNT_EXIST'],
    ['Unknown@example.com', 2, 'EMAIL_ADDRESS_INVALID_DOESNT_EXIST'],
    ['ana@example', 0, 'EMAIL_ADDRESS_INVALID'],
  ])('%s checked by %i answers %s', async (email, level, code) => {
    const { add } = await openRuledAccount({});
    expect(await add({ email, validate_email: level })).toEqual({ ERROR: code });
  });

  test.each([
    ['ana@example.invalid', 0],
    ['nobody@example.com', 1],
    ['unknown@example.com', undefined],
    ['nobody.else@example.com', 2],
    ['ana@invalid.example.com', 2],
  ])('%s checked by %p is taken', async (email, level) => {
    const { add } = await openRuledAccount({});
    const params = level === undefined ? { email } : { email, validate_email: level };
    expect(await add(params)).toMatchObject({ EMAIL: email });
  });
});

test.each<unknown>([
  [],
  null,
  'email',
  { required: 'email' },
  { required: ['extra'] },
  { required: ['colour'] },
  { unique: ['extra_1'] },
  { demanded: ['email'] },
  { unique: ['tax_id'] },
  { formerFields: true, required: ['tax_id'] },
  { formerFields: 1 },
])('wrong rules are refused at once: %j', (contactRules) => {
  expect(() => sandboxTransport({ contactRules } as SandboxOptions)).toThrow(EgoiConfigError);
});
