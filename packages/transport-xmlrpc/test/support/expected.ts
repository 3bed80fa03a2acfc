import type { WireAnswer, WireObject } from '@egoi-client/core';

/** The placeholder key of the captured calls. */
export const goldenKey = '0123456789abcdef0123456789abcdef01234567';

const apikey = goldenKey;

const report = (campaign: string): WireObject => ({ apikey, campaign });

/** What every golden exchange says, written down by hand. */
export const expected: Readonly<
  Record<string, { readonly options: WireObject; readonly answer: WireAnswer }>
> = {
  addSubscriberBulk__bulk: {
    options: {
      apikey,
      listID: 1,
      compareField: 'email',
      operation: 2,
      subscribers: [
        { email: 'ana@example.com', first_name: 'Ana', extra_1: 'x & y', tags: [1, 2] },
        { email: 'rui@example.com', first_name: null },
      ],
    },
    answer: {
      value: {
        id: 77,
        result: 'Your request is being processed',
        count: 2,
        echo: [
          { email: 'ana@example.com', first_name: 'Ana', extra_1: 'x & y', tags: [1, 2] },
          { email: 'rui@example.com', first_name: null },
        ],
      },
    },
  },
  boom__fault: {
    options: { apikey },
    answer: { fault: { faultCode: '42', faultString: 'kaput <&> "quoted"' } },
  },
  'getReport__empty-list': { options: report('empty-list'), answer: { value: [] } },
  'getReport__error-in-struct': {
    options: report('error-in-struct'),
    answer: { value: { ERROR: 'CAMPAIGN_NOT_FOUND' } },
  },
  'getReport__every-type': {
    options: report('every-type'),
    answer: {
      value: {
        text: `Olá & <b>"quotes"</b> 'n' €`,
        empty: '',
        int: 7,
        negative: -3,
        float: 1.5,
        yes: true,
        no: false,
        null: null,
        list: ['a', 'b'],
        one: ['only'],
        none: [],
        rows: [
          { id: 1, name: 'um' },
          { id: 2, name: 'dois' },
        ],
        deep: { a: { b: { c: 'd' } } },
        sparse: { '3': 'three', '7': 'seven' },
        zero_lead: '00351',
        spaces: '  two  ',
        multiline: 'line 1\nline 2',
        big: 2_147_483_648,
        date: '2020-01-02 03:04:05',
      },
    },
  },
  getReport__false: { options: report('false'), answer: { value: false } },
  getReport__integer: { options: report('integer'), answer: { value: 42 } },
  'getReport__list-of-one': {
    options: report('list-of-one'),
    answer: { value: [{ listnum: 1, title: 'Única' }] },
  },
  'getReport__list-of-scalars': {
    options: report('list-of-scalars'),
    answer: { value: ['a', 'b'] },
  },
  'getReport__list-of-structs': {
    options: report('list-of-structs'),
    answer: {
      value: [
        { listnum: 1, title: 'Lista & ção', subs_total: 0 },
        { listnum: 2, title: 'Segunda', subs_total: 3 },
      ],
    },
  },
  getReport__null: { options: report('null'), answer: { value: null } },
  getReport__string: { options: report('string'), answer: { value: 'OK' } },
  getReport__true: { options: report('true'), answer: { value: true } },
  'getUserData__error-bare-string': {
    options: { apikey: 'wrong' },
    answer: { value: 'NO_ACCESS' },
  },
  'getUserData__error-no-credentials': {
    options: { x: 1 },
    answer: { value: 'NO_USERNAME_AND_PASSWORD_AND_APIKEY' },
  },
  'getUserData__success-struct': {
    options: { apikey },
    answer: {
      value: {
        user_id: '1',
        login: 'joao',
        first_name: 'João',
        last_name: 'Conceição & Filhos <Lda>',
        email: 'joao@example.com',
        credits: 12.5,
        active: true,
        none: null,
      },
    },
  },
  'noSuchMethod__unknown-method': {
    options: { apikey },
    answer: {
      fault: { faultCode: '620', faultString: 'Method "noSuchMethod" does not exist' },
    },
  },
};
