import type { CallEvent } from '@egoi-client/sandbox-page';
import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { cellWidth } from '../src/output/cells.ts';
import { callLine } from '../src/watching/call-line.ts';

const asIs = (text: string) => text;
const plain = { faint: asIs, good: asIs, caution: asIs, bad: asIs };
const named = (name: string) => (text: string) => (text === '' ? '' : `${name}(${text})`);
const painted = {
  faint: asIs,
  good: named('good'),
  caution: named('caution'),
  bad: named('bad'),
};

const added: CallEvent = {
  time: new Date(2026, 4, 1, 14, 3, 7).toISOString(),
  wire: 'soap',
  method: 'addSubscriber',
  outcome: 'done',
  durationMs: 12.3,
};
const refused: CallEvent = { ...added, outcome: 'refused', code: 'EMAIL_ALREADY_EXISTS' };
const lossy: CallEvent = {
  ...added,
  wire: 'soap-universal',
  losses: ['status', 'fax', 'user_id', 'subs_total'],
  requests: 3,
  account: '1f0c22ab99',
};

describe('the line of a call', () => {
  test.each<[string, CallEvent, number, string]>([
    ['all of it', added, Infinity, '14:03:07  soap       addSubscriber             done   12 ms'],
    [
      'what was lost, what it took and whose it was',
      lossy,
      Infinity,
      '14:03:07  universal  addSubscriber             done   12 ms  loses status, fax, user_id and 1 more · 3 requests · key 1f0c22ab',
    ],
    [
      'as many details as there is room for',
      lossy,
      102,
      '14:03:07  universal  addSubscriber             done   12 ms  loses status, fax, user_id and 1 more',
    ],
    [
      'why it was refused',
      refused,
      80,
      '14:03:07  soap       addSubscriber  refused EMAIL_ALREADY_EXISTS   12 ms',
    ],
    ['no time where it is narrow', added, 40, 'soap       addSubscriber  done  12 ms'],
    ['the code where it is narrow', refused, 50, 'soap       addSubscriber  EMAIL_ALREADY_EXISTS'],
    ['less of the method', refused, 40, 'soap       addSubs…  EMAIL_ALREADY_EXIS…'],
  ])('has %s', (_, event, width, line) => {
    expect(callLine(event, width, plain)).toBe(line);
  });

  test.each<[CallEvent['outcome'], string]>([
    ['done', 'good(done)'],
    ['refused', 'caution(refused CODE)'],
    ['failed', 'bad(failed CODE)'],
    ['unknown', 'bad(unknown CODE)'],
  ])('paints %s', (outcome, shown) => {
    const code = outcome === 'done' ? undefined : 'CODE';
    expect(callLine({ ...added, outcome, code }, 100, painted)).toContain(`  ${shown}  `);
  });

  const text = fc.string({ unit: 'binary', maxLength: 200 });
  const event = fc.record({
    time: fc.constant(added.time),
    wire: fc.constantFrom('soap', 'soap-universal', 'v3'),
    method: text,
    outcome: fc.constantFrom('done', 'refused', 'failed', 'unknown'),
    code: fc.option(text, { nil: undefined }),
    durationMs: fc.double({ min: 0, max: 1e6, noNaN: true }),
    losses: fc.array(text, { maxLength: 5 }),
    unallowedLoss: fc.option(text, { nil: undefined }),
  }) as fc.Arbitrary<CallEvent>;

  test('is never wider than the terminal, nor has it a sign that the terminal obeys', () => {
    fc.assert(
      fc.property(event, fc.integer({ min: 25, max: 200 }), (call, width) => {
        const line = callLine(call, width, plain);
        expect(cellWidth(line)).toBeLessThanOrEqual(width);
        expect(line).not.toMatch(/[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/u);
      }),
      { seed: 17, numRuns: 1000 },
    );
  });
});
