import { type Delivery, EgoiConnectionError, EgoiError } from '@egoi-client/core';
import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { type EffectOrUnknown, requestWith } from './support/requests.ts';
import { good, retrying } from './support/retrying.ts';

describe('whatever goes wrong', () => {
  interface Failing {
    readonly delivery: Delivery;
    readonly retryable: boolean;
    readonly retryAfterMs: number | undefined;
  }

  const failing: fc.Arbitrary<Failing> = fc.record({
    delivery: fc.constantFrom<Delivery>('not_sent', 'unknown', 'answered'),
    retryable: fc.boolean(),
    retryAfterMs: fc.option(fc.nat(2000), { nil: undefined }),
  });

  const script = fc.record({
    effect: fc.constantFrom<EffectOrUnknown>('read', 'idempotent', 'write', 'unknown'),
    failures: fc.array(failing, { maxLength: 25 }),
    maxTries: fc.integer({ min: 1, max: 20 }),
    minDelayMs: fc.integer({ min: 1, max: 500 }),
    moreMs: fc.nat(500),
    maxRetryAfterMs: fc.integer({ min: 1, max: 1500 }),
    chances: fc.array(fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true }), {
      minLength: 1,
    }),
  });

  test('tries are bounded, waits are in bounds, and no write that may have been seen is sent twice', async () => {
    await fc.assert(
      fc.asyncProperty(script, async (given) => {
        const { effect, failures, maxTries, minDelayMs, moreMs, maxRetryAfterMs, chances } = given;
        const maxDelayMs = minDelayMs + moreMs;
        const steps = failures.map((facts) => ({ error: new EgoiConnectionError('no', facts) }));
        let drawn = 0;
        const { call, transport, waits } = retrying([...steps, good], {
          maxTries,
          minDelayMs,
          maxDelayMs,
          maxRetryAfterMs,
          random: () => chances[drawn++ % chances.length] ?? 0,
        });
        const outcome = await call(requestWith(effect)).catch((error: unknown) => error);
        const sent = transport.calls.length;
        const before = failures.slice(0, sent - 1);
        expect(sent).toBeLessThanOrEqual(maxTries);
        expect(waits).toHaveLength(sent - 1);
        expect(before.every(({ retryable }) => retryable)).toBe(true);
        if (effect === 'write' || effect === 'unknown') {
          expect(before.every(({ delivery }) => delivery === 'not_sent')).toBe(true);
        }
        for (const [index, waitMs] of waits.entries()) {
          const askedMs = failures[index]?.retryAfterMs ?? 0;
          expect(askedMs).toBeLessThanOrEqual(maxRetryAfterMs);
          expect(waitMs).toBeGreaterThanOrEqual(Math.max(minDelayMs, askedMs));
          expect(waitMs).toBeLessThanOrEqual(Math.max(maxDelayMs, askedMs));
        }
        if (outcome instanceof EgoiError) {
          const worst = (['unknown', 'answered', 'not_sent'] as const).find((delivery) =>
            failures.slice(0, sent).some((each) => each.delivery === delivery),
          );
          expect(outcome).toMatchObject({ attempts: sent, delivery: worst });
        } else {
          expect(outcome).toMatchObject({ value: [], attempts: failures.length + 1 });
        }
      }),
      { seed: 20251202, numRuns: 500 },
    );
  });
});
