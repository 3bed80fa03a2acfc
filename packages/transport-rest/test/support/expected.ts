import type { WireObject } from '@egoi-client/core';
import type { WireAnswer } from '@egoi-client/core/wire';
import { goldenValues } from '../../../soap-encoding/test/support/golden-values.ts';

/** What a captured exchange means. */
export interface Expectation {
  /** What the client was given, typed. */
  readonly sent: WireObject;
  /** What a server reads in the form. */
  readonly received: WireObject;
  /** What the method returned on the server, typed. */
  readonly returned: WireAnswer;
  /** What is left of that for a client, from XML. */
  readonly xml: WireAnswer;
  /** From JSON, where that is less. */
  readonly json?: WireAnswer;
}

const apikey = '0123456789abcdef0123456789abcdef01234567';

function report(
  campaign: string,
  returned: WireAnswer,
  xml: WireAnswer,
  json?: WireAnswer,
): Expectation {
  const options = { apikey, campaign };
  return { sent: options, received: options, returned, xml, ...(json && { json }) };
}

const ana = { email: 'ana@example.com', first_name: 'Ana', extra_1: 'x & y' };
const rui = { email: 'rui@example.com' };
const receipt = { result: 'Your request is being processed' };

const everyTypeText = {
  text: `Olá & <b>"quotes"</b> 'n' €`,
  empty: '',
  int: '7',
  negative: '-3',
  float: '1.5',
  yes: '1',
  no: '0',
  null: '',
  list: ['a', 'b'],
  one: ['only'],
  none: '',
  rows: [
    { id: '1', name: 'um' },
    { id: '2', name: 'dois' },
  ],
  deep: { a: { b: { c: 'd' } } },
  sparse: { 3: 'three', 7: 'seven' },
  zero_lead: '00351',
  spaces: '  two  ',
  multiline: 'line 1\nline 2',
  big: '2147483648',
  date: '2020-01-02 03:04:05',
};

const { answer: everyType } = goldenValues['getReport__every-type'] as { answer: WireAnswer };

const userText = {
  user_id: '1',
  login: 'joao',
  first_name: 'João',
  last_name: 'Conceição & Filhos <Lda>',
  email: 'joao@example.com',
  credits: '12.5',
  active: '1',
  none: '',
};

const unknownMethod = {
  fault: { faultCode: 'unknown-method', faultString: "Unknown Method 'noSuchMethod'." },
};
const kaput = { fault: { faultCode: 'failed', faultString: 'kaput <&> "quoted"' } };

/** What each captured exchange means, by the name of its folder. */
export const expected: Readonly<Record<string, Expectation>> = {
  addSubscriberBulk__bulk: {
    sent: {
      apikey,
      listID: 1,
      compareField: 'email',
      operation: 2,
      subscribers: [
        { ...ana, tags: [1, 2] },
        { ...rui, first_name: null },
      ],
    },
    received: {
      apikey,
      listID: '1',
      compareField: 'email',
      operation: '2',
      subscribers: [{ ...ana, tags: ['1', '2'] }, rui],
    },
    // The server echoes what it got: a form had no place for the null.
    returned: {
      value: { id: 77, ...receipt, count: 2, echo: [{ ...ana, tags: [1, 2] }, rui] },
    },
    xml: { value: { id: '77', ...receipt, count: '2', echo: [{ ...ana, tags: ['1', '2'] }, rui] } },
  },
  boom__fault: { sent: { apikey }, received: { apikey }, returned: kaput, xml: kaput },
  'getReport__empty-list': report('empty-list', { value: [] }, { value: [] }),
  'getReport__error-in-struct': report(
    'error-in-struct',
    { value: { ERROR: 'CAMPAIGN_NOT_FOUND' } },
    { value: { ERROR: 'CAMPAIGN_NOT_FOUND' } },
  ),
  'getReport__every-type': report(
    'every-type',
    everyType,
    { value: everyTypeText },
    { value: { ...everyTypeText, spaces: 'two' } },
  ),
  getReport__false: report('false', { value: false }, { value: '0' }),
  getReport__integer: report('integer', { value: 42 }, { value: '42' }),
  'getReport__list-of-one': report(
    'list-of-one',
    { value: [{ listnum: 1, title: 'Única' }] },
    { value: [{ listnum: '1', title: 'Única' }] },
  ),
  'getReport__list-of-scalars': report(
    'list-of-scalars',
    { value: ['a', 'b'] },
    { value: ['a', 'b'] },
  ),
  'getReport__list-of-structs': report(
    'list-of-structs',
    {
      value: [
        { listnum: 1, title: 'Lista & ção', subs_total: 0 },
        { listnum: 2, title: 'Segunda', subs_total: 3 },
      ],
    },
    {
      value: [
        { listnum: '1', title: 'Lista & ção', subs_total: '0' },
        { listnum: '2', title: 'Segunda', subs_total: '3' },
      ],
    },
  ),
  getReport__null: report('null', { value: null }, { value: '' }),
  getReport__string: report('string', { value: 'OK' }, { value: 'OK' }),
  getReport__true: report('true', { value: true }, { value: '1' }),
  'getUserData__error-bare-string': {
    sent: { apikey: 'wrong' },
    received: { apikey: 'wrong' },
    returned: { value: 'NO_ACCESS' },
    xml: { value: 'NO_ACCESS' },
  },
  'getUserData__error-no-credentials': {
    sent: { x: 1 },
    received: { x: '1' },
    returned: { value: 'NO_USERNAME_AND_PASSWORD_AND_APIKEY' },
    xml: { value: 'NO_USERNAME_AND_PASSWORD_AND_APIKEY' },
  },
  'getUserData__success-struct': {
    sent: { apikey },
    received: { apikey },
    returned: { value: { ...userText, user_id: '1', credits: 12.5, active: true, none: null } },
    xml: { value: userText },
  },
  'noSuchMethod__unknown-method': {
    sent: { apikey },
    received: { apikey },
    returned: unknownMethod,
    xml: unknownMethod,
  },
};
