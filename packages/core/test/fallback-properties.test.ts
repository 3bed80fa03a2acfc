import {
  type Delivery,
  EgoiConnectionError,
  fallback,
  retry,
  type Transport,
} from '@egoi-client/core';
import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { type EffectOrUnknown, failureOf, requestWith } from './support/requests.ts';

test('no write that may have been seen goes to a second transport, whatever goes wrong', async () => {
  const failing = fc.record({
    delivery: fc.constantFrom<Delivery>('not_sent', 'unknown', 'answered'),
    retryable: fc.boolean(),
  });
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.array(failing, { minLength: 1, maxLength: 3 }), { minLength: 1, maxLength: 4 }),
      fc.constantFrom<EffectOrUnknown>('write', 'unknown'),
      fc.integer({ min: 1, max: 3 }),
      async (scripts, effect, maxTries) => {
        const sent: Delivery[] = [];
        const ways = scripts.map((script, index): Transport => {
          let calls = 0;
          return {
            id: `t${index}`,
            call: async () => {
              const facts = script[calls++ % script.length] as (typeof script)[number];
              sent.push(facts.delivery);
              throw new EgoiConnectionError('no', facts);
            },
          };
        });
        const whole = fallback(ways);
        const call = retry({ maxTries, wait: async () => undefined })((r) => whole.call(r));
        const error = await failureOf(call(requestWith(effect)));
        expect(sent.slice(0, -1).every((delivery) => delivery === 'not_sent')).toBe(true);
        expect(sent.length).toBeLessThanOrEqual(maxTries * ways.length);
        expect(error.delivery).toBe(sent.at(-1));
      },
    ),
    { seed: 20251202, numRuns: 300 },
  );
});
