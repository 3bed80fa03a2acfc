import {
  compareRuns,
  lossShowings,
  runV3Column,
  type TracedRun,
  type V3Column,
} from '@egoi-client/conformance/v3';
import { expect, test } from '@jest/globals';
import { formatParity } from '../src/parity/run-parity.ts';
import { formatV3Column, isV3Right } from '../src/parity/v3-column.ts';

const noShowings: ReadonlySet<string> = new Set();
const row = { method: 'getLists', problems: [], showings: noShowings, answered: [] };

const v3: V3Column = {
  rows: [
    { ...row, case: 'one', verdict: 'with losses' },
    { ...row, case: 'many', verdict: 'wrong', problems: ['title is another'] },
  ],
  furtherRows: [{ ...row, case: 'of its own', verdict: 'equal' }],
  declared: ['getLists.idioma: idioma is not there', 'getLists.user_id: user_id is not there'],
  unshown: ['getLists.user_id: user_id is not there'],
  unseen: ['addTag.color'],
  costs: [
    { method: 'getLists', declared: 1, counted: 1, most: 3, further: 'one for each page' },
    { method: 'addTag', declared: 1, counted: undefined, most: undefined, further: '' },
  ],
};

test('the matrix tells the cells that are not equal', () => {
  const text = formatParity({
    targets: ['soap', 'sandbox'],
    rows: [
      { method: 'getLists', case: 'one', equal: { soap: true, sandbox: true } },
      { method: 'getLists', case: 'many', equal: { soap: false, sandbox: true } },
    ],
    cells: 4,
    equalCells: 3,
    v3,
  });
  expect(text.split('\n')).toEqual([
    '                soap  sandbox  v3',
    'getLists: one   =     =        ~',
    'getLists: many  ≠     =        ≠',
    'parity: 3 of 4 equal',
    'v3: getLists: many: title is another',
    'v3: no case shows the loss getLists.user_id: user_id is not there',
    'requests of a call over v3  declared  counted  most     more',
    'getLists                    1         1        3        one for each page',
    'addTag                      1         none     none',
    'v3, costs as declared: 1 of 2 methods',
    expect.stringMatching(/^v3, methods: 64 \(exact \d+, with losses \d+, refused \d+\)$/),
    'v3, losses that no answer is known to show: 1',
    'v3, ways in which losses show: 1 of 2',
    'v3, cases of its own: 1 of 1 (equal 1, with losses 0, refused 0)',
    'v3: 1 of 2 (equal 0, with losses 1, refused 0)',
  ]);
  expect(isV3Right(v3)).toBe(false);
  const right = { ...v3, rows: [], unshown: [], costs: [] };
  expect(isV3Right(right)).toBe(true);
  expect(isV3Right({ ...right, rows: v3.rows })).toBe(false);
  expect(isV3Right({ ...right, unshown: v3.unshown })).toBe(false);
  expect(isV3Right({ ...right, costs: v3.costs })).toBe(false);
});

test('over API v3 every case is equal but for the losses of its method, and every loss is seen', async () => {
  const column = await runV3Column('socket');
  const lines = formatV3Column(column);
  process.stdout.write(`${lines.join('\n')}\n`);
  expect(lines.filter((line) => line.startsWith('v3: ')).slice(0, -1)).toEqual([]);
  expect(isV3Right(column)).toBe(true);
  expect(column.costs.length).toBe(51);
  const equal = column.rows.filter(({ verdict }) => verdict === 'equal');
  expect(equal.length).toBeGreaterThanOrEqual(120);
  // A case that the account refuses in both runs would show nothing.
  expect(column.furtherRows.filter(({ showings }) => showings.size === 0)).toEqual([]);
});

/** A run of one call of getLists. */
function runOf(
  value: unknown,
  losses: TracedRun['calls'][number]['losses'] = [],
  params = {},
): TracedRun {
  const outcome = { value };
  const call = { method: 'getLists', params, isLogin: false, outcome, losses, requests: 1 };
  return { outcome, calls: [call] };
}

const list = { listnum: 1, title: 'News', idioma: 'pt' };
const lostLanguage = [{ kind: 'field', name: 'idioma', reason: 'costs a request' }] as const;

function problemsOf(overV2: TracedRun, overV3: TracedRun, method = 'getLists' as const) {
  return compareRuns({ method, overV2, overV3, leftWork: new Set() }).problems;
}

test('a field may be missing that is told as lost, and no other', () => {
  const { idioma: _, ...left } = list;
  expect(problemsOf(runOf([list]), runOf([left], lostLanguage))).toEqual([]);
  expect(problemsOf(runOf([list]), runOf([left]))).toEqual([expect.stringContaining('idioma')]);
  const other = { ...left, title: 'Other' };
  expect(problemsOf(runOf([list]), runOf([other], lostLanguage))).toEqual([
    expect.stringContaining('Other'),
  ]);
});

test('a field that is told as lost and arrives is found', () => {
  expect(problemsOf(runOf([list]), runOf([list], lostLanguage))).toEqual([
    expect.stringMatching(/idioma is said to be lost, and arrived$/),
  ]);
});

test('a loss that the method does not declare explains nothing', () => {
  const told = [{ kind: 'field', name: 'title', reason: 'made up' }] as const;
  const { title: _, ...left } = list;
  expect(problemsOf(runOf([list]), runOf([left], told))).toEqual([
    'getLists declares no title',
    expect.stringContaining('News'),
  ]);
});

test('a refusal and another ending are found where the method declares none', () => {
  const unsupported = { error: { kind: 'unsupported' } };
  const failed = { error: { kind: 'api', code: 'LIST_NOT_FOUND' } };
  const [call] = runOf([list]).calls;
  const ending = (outcome: TracedRun['outcome']): TracedRun => ({
    outcome,
    calls: call === undefined ? [] : [{ ...call, outcome }],
  });
  expect(problemsOf(runOf([list]), ending(unsupported))).toEqual(['getLists {} was refused']);
  expect(problemsOf(runOf([list]), ending(failed))).toEqual([
    expect.stringContaining('LIST_NOT_FOUND'),
  ]);
});

test('a loss that no case shows is told, in each way in which it is declared to show', () => {
  expect(lossShowings(new Set()).unshown).toEqual(lossShowings(new Set()).declared);
  const { declared } = lossShowings(new Set());
  expect(declared).toEqual(
    expect.arrayContaining([
      'addSubscriber.fax: fax has no effect',
      'getLists.user_id: user_id is not there',
      'deleteCampaign.campaign: CAMPAIGN_NOT_FOUND in place of ALREADY_DELETED',
      'attachTag.RESULT: done later',
    ]),
  );
  expect(lossShowings(new Set(declared)).unshown).toEqual([]);
});
