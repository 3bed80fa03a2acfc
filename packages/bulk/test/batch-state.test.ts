import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import {
  type BatchEvent,
  type BatchState,
  countsOf,
  isDoubtful,
  isSettled,
  nextState,
} from '../src/index.ts';

const states: readonly (BatchState | undefined)[] = [
  undefined,
  'sending',
  'doubtful',
  'unsent',
  'failed',
  'answered',
  'found',
  'skipped',
];
const events: readonly BatchEvent[] = [
  'sending',
  'lost',
  'answered',
  'refused',
  'not_sent',
  'missing',
  'found',
  'skipped',
];

/** The whole table: from each state, the events that are possible and the states after them. */
const table: Record<string, Partial<Record<BatchEvent, BatchState>>> = {
  none: { sending: 'sending' },
  sending: {
    lost: 'doubtful',
    answered: 'answered',
    refused: 'failed',
    not_sent: 'unsent',
    missing: 'unsent',
    found: 'found',
    skipped: 'skipped',
  },
  doubtful: { answered: 'answered', missing: 'unsent', found: 'found', skipped: 'skipped' },
  unsent: { sending: 'sending', answered: 'answered' },
  failed: { sending: 'sending', answered: 'answered' },
  answered: {},
  found: { answered: 'answered' },
  skipped: { answered: 'answered' },
};

describe('what can become of a batch', () => {
  test.each(states)('from %s', (state) => {
    const possible = events.flatMap((event) => {
      const next = nextState(state, event);
      return next === undefined ? [] : [[event, next]];
    });
    expect(Object.fromEntries(possible)).toEqual(table[state ?? 'none']);
  });

  test('knows no event by a name that objects have anyway', () => {
    expect(nextState('sending', 'constructor' as BatchEvent)).toBeUndefined();
    expect(nextState('sending', '__proto__' as BatchEvent)).toBeUndefined();
  });

  test('is settled or in doubt, or the service cannot have it', () => {
    expect(states.filter(isSettled)).toEqual(['answered', 'found', 'skipped']);
    expect(states.filter(isDoubtful)).toEqual(['sending', 'doubtful']);
  });

  test('leaves every contact taken, rejected or unknown', () => {
    const rows = fc.array(fc.nat(), { maxLength: 5 });
    const outcome = fc.record({
      state: fc.constantFrom(...states.filter((state) => state !== undefined)),
      left: rows,
      passedOver: fc.option(
        fc.record({ absent: rows, unchanged: rows, left: rows, unknown: fc.nat(5) }),
        { nil: undefined },
      ),
    });
    fc.assert(
      fc.property(outcome, fc.integer({ min: 25, max: 90 }), (what, size) => {
        const counts = countsOf(what, size);
        if (counts === undefined) expect(what.state).toBe('unsent');
        else expect(counts.taken + counts.rejected + counts.unknown).toBe(size);
        expect(counts?.taken ?? 0).toBeGreaterThanOrEqual(0);
      }),
      { seed: 20251202 },
    );
  });
});
