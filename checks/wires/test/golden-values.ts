import type { WireObject, WireValue } from '@egoi-client/core';
import type { Schema } from '@egoi-client/core/wire';
import {
  dateTime,
  decimal,
  flag,
  integer,
  listOf,
  mapById,
  struct,
  text,
} from '@egoi-client/core/testing';
import { goldenValues as meanings } from '../../../packages/soap-encoding/test/support/golden-values.ts';

const row = struct({ id: integer('A number.'), name: text('A name.') }, 'A row.');

/** The schema that the case `every-type` would have in the catalogue, had the service such a method. */
const everyTypeResult = struct(
  {
    text: text('Accents, markup and quotes.'),
    empty: text('Nothing.'),
    int: integer('A number.'),
    negative: integer('A negative number.'),
    float: decimal('A number with decimals.'),
    yes: flag('Yes.'),
    no: flag('No.'),
    null: integer('A number that is not there.'),
    list: listOf(text('An item.'), 'A list of texts.'),
    one: listOf(text('An item.'), 'A list of one.'),
    none: listOf(text('An item.'), 'An empty list.'),
    rows: listOf(row, 'A list of structs.'),
    sparse: mapById(text('A text.'), 'A map with gaps.'),
    zero_lead: text('Digits that are no number.'),
    spaces: text('Spaces around.'),
    multiline: text('Two lines.'),
    big: integer('Beyond 32 bits.'),
    date: dateTime('A moment.'),
  },
  'Every type.',
);

const list = struct(
  { listnum: integer('A number.'), title: text('A title.'), subs_total: integer('A count.') },
  'A list.',
);

const bulkRow = struct(
  {
    email: text('An address.'),
    first_name: text('A name.'),
    extra_1: text('A value.'),
    tags: listOf(integer('A tag.'), 'Tags.'),
  },
  'A contact.',
);

const user = struct(
  {
    user_id: text('A number as text.'),
    credits: decimal('An amount.'),
    active: flag('Yes or no.'),
    none: text('Nothing.'),
  },
  'A user.',
);

const receipt = struct(
  {
    id: integer('A number.'),
    result: text('Words.'),
    count: integer('A count.'),
    echo: listOf(bulkRow, 'What was understood.'),
  },
  'A receipt.',
);

interface GoldenValue {
  readonly result: Schema;
  /** On every wire, after the catalogue has been applied. */
  readonly value: WireValue;
}

/** Schema and value of each case whose answer is data. */
export const goldenValues: Readonly<Record<string, GoldenValue>> = {
  'every-type': { result: everyTypeResult, value: valueOf('every-type') },
  'success-struct': { result: user, value: { ...objectOf('success-struct'), none: '' } },
  'empty-list': { result: listOf(list, 'Lists.'), value: [] },
  'list-of-one': { result: listOf(list, 'Lists.'), value: valueOf('list-of-one') },
  'list-of-structs': { result: listOf(list, 'Lists.'), value: valueOf('list-of-structs') },
  'list-of-scalars': { result: listOf(text('An item.'), 'Items.'), value: ['a', 'b'] },
  null: { result: integer('A number.'), value: null },
  true: { result: flag('Yes or no.'), value: true },
  false: { result: flag('Yes or no.'), value: false },
  integer: { result: integer('A number.'), value: 42 },
  string: { result: text('A word.'), value: 'OK' },
  bulk: {
    result: receipt,
    value: {
      ...objectOf('bulk'),
      echo: [
        { email: 'ana@example.com', first_name: 'Ana', extra_1: 'x & y', tags: [1, 2] },
        { email: 'rui@example.com', first_name: '' },
      ],
    },
  },
};

/** The code of each case whose answer is an error of the API. */
export const goldenErrors = {
  'error-bare-string': 'NO_ACCESS',
  'error-no-credentials': 'NO_USERNAME_AND_PASSWORD_AND_APIKEY',
  'error-in-struct': 'CAMPAIGN_NOT_FOUND',
} as const;

/** The text of each case whose answer is a fault. */
export const goldenFaults = {
  fault: 'kaput <&> "quoted"',
  'unknown-method': /noSuchMethod/,
} as const;

/** What the client of a case sent: the one argument. */
export function goldenOptions(name: string): WireObject {
  return meaningOf(name).options;
}

/** What the method of a case returned on the captured server. */
function valueOf(name: string): WireValue {
  const { answer } = meaningOf(name);
  if ('fault' in answer) throw new Error(`the golden case ${name} is a fault`);
  return answer.value;
}

function objectOf(name: string): WireObject {
  return valueOf(name) as WireObject;
}

function meaningOf(name: string) {
  const found = Object.entries(meanings).find(([folder]) => folder.endsWith(`__${name}`));
  if (found === undefined) throw new Error(`no golden case ${name}`);
  return found[1];
}
