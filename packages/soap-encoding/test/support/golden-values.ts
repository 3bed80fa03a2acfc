import type { WireObject } from '@egoi-client/core';
import type { WireAnswer } from '@egoi-client/core/wire';

const apikey = '0123456789abcdef0123456789abcdef01234567';

const subscribers = [
  { email: 'ana@example.com', first_name: 'Ana', extra_1: 'x & y', tags: [1, 2] },
  { email: 'rui@example.com', first_name: null },
];

function report(campaign: string, answer: WireAnswer): { options: WireObject; answer: WireAnswer } {
  return { options: { apikey, campaign }, answer };
}

/** What the captured requests and answers mean, by the name of their case. */
export const goldenValues: Readonly<
  Record<string, { readonly options: WireObject; readonly answer: WireAnswer }>
> = {
  addSubscriberBulk__bulk: {
    options: { apikey, listID: 1, compareField: 'email', operation: 2, subscribers },
    answer: {
      value: { id: 77, result: 'Your request is being processed', count: 2, echo: subscribers },
    },
  },
  boom__fault: {
    options: { apikey },
    answer: { fault: { faultCode: 'Receiver', faultString: 'kaput <&> "quoted"' } },
  },
  'getReport__empty-list': report('empty-list', { value: [] }),
  'getReport__error-in-struct': report('error-in-struct', {
    value: { ERROR: 'CAMPAIGN_NOT_FOUND' },
  }),
  'getReport__every-type': report('every-type', {
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
      sparse: { 3: 'three', 7: 'seven' },
      zero_lead: '00351',
      spaces: '  two  ',
      multiline: 'line 1\nline 2',
      big: 2_147_483_648,
      date: '2020-01-02 03:04:05',
    },
  }),
  getReport__false: report('false', { value: false }),
  getReport__integer: report('integer', { value: 42 }),
  'getReport__list-of-one': report('list-of-one', { value: [{ listnum: 1, title: 'Única' }] }),
  'getReport__list-of-scalars': report('list-of-scalars', { value: ['a', 'b'] }),
  'getReport__list-of-structs': report('list-of-structs', {
    value: [
      { listnum: 1, title: 'Lista & ção', subs_total: 0 },
      { listnum: 2, title: 'Segunda', subs_total: 3 },
    ],
  }),
  getReport__null: report('null', { value: null }),
  getReport__string: report('string', { value: 'OK' }),
  getReport__true: report('true', { value: true }),
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
      fault: { faultCode: 'SOAP-ENV:Server', faultString: "Function 'noSuchMethod' doesn't exist" },
    },
  },
};
