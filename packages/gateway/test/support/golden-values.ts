import { isWireObject, setMember, type WireObject, type WireValue } from '@egoi-client/core';

export const goldenKey = '0123456789abcdef0123456789abcdef01234567';

/** What the method of each case returned on the captured server. */
export const goldenValues: Readonly<Record<string, WireValue>> = {
  getReport__null: null,
  getReport__true: true,
  getReport__false: false,
  getReport__integer: 42,
  getReport__string: 'OK',
  'getReport__empty-list': [],
  'getReport__list-of-one': [{ listnum: 1, title: 'Única' }],
  'getReport__list-of-scalars': ['a', 'b'],
  'getReport__list-of-structs': [
    { listnum: 1, title: 'Lista & ção', subs_total: 0 },
    { listnum: 2, title: 'Segunda', subs_total: 3 },
  ],
  'getReport__error-in-struct': { ERROR: 'CAMPAIGN_NOT_FOUND' },
  'getUserData__error-bare-string': 'NO_ACCESS',
  'getUserData__error-no-credentials': 'NO_USERNAME_AND_PASSWORD_AND_APIKEY',
  'getUserData__success-struct': {
    user_id: '1',
    login: 'joao',
    first_name: 'João',
    last_name: 'Conceição & Filhos <Lda>',
    email: 'joao@example.com',
    credits: 12.5,
    active: true,
    none: null,
  },
  'getReport__every-type': {
    text: 'Olá & <b>"quotes"</b> \'n\' €',
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
    big: 2147483648,
    date: '2020-01-02 03:04:05',
  },
  addSubscriberBulk__bulk: {
    id: 77,
    result: 'Your request is being processed',
    count: 2,
    echo: [
      { email: 'ana@example.com', first_name: 'Ana', extra_1: 'x & y', tags: [1, 2] },
      { email: 'rui@example.com', first_name: null },
    ],
  },
};

/** The parameters that each case's client sent beside the credentials. */
export function goldenParams(name: string): WireObject {
  const [method, variant = ''] = name.split('__');
  if (method === 'getReport') return { campaign: variant };
  if (variant === 'error-no-credentials') return { x: 1 };
  if (method !== 'addSubscriberBulk') return {};
  return {
    listID: 1,
    compareField: 'email',
    operation: 2,
    subscribers: [
      { email: 'ana@example.com', first_name: 'Ana', extra_1: 'x & y', tags: [1, 2] },
      { email: 'rui@example.com', first_name: null },
    ],
  };
}

/** What a form makes of a value: text, without nulls. */
export function asForm(value: WireValue): WireValue {
  if (Array.isArray(value)) return value.map(asForm);
  if (!isWireObject(value)) return String(value);
  const struct: WireObject = {};
  for (const [key, member] of Object.entries(value)) {
    if (member !== null) setMember(struct, key, asForm(member));
  }
  return struct;
}
