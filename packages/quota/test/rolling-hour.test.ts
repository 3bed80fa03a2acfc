import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { apiKey, clientWith, counted, windowMs } from './counted-client.ts';

/** What happens next: somebody calls, leaving a reserve or none, or time goes by. */
const event = fc.oneof(
  { weight: 4, arbitrary: fc.record({ reserve: fc.integer({ min: 0, max: 4 }) }) },
  {
    weight: 1,
    arbitrary: fc.record({
      passMs: fc.oneof(
        fc.integer({ min: 0, max: 600_000 }),
        fc.integer({ min: windowMs - 2, max: 3 * windowMs }),
      ),
    }),
  },
);

test('whatever calls come when, no window holds more than the budget, and no call is refused while there is room', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(event, { maxLength: 120 }), async (events) => {
      const callsPerHour = 5;
      const { budget, clock, transport } = counted({ callsPerHour, mode: 'fail' });
      const passedAt: number[] = [];
      const counting = () => passedAt.filter((time) => time > clock.timeMs - windowMs).length;
      for (const next of events) {
        if ('passMs' in next) {
          clock.timeMs += next.passMs;
          continue;
        }
        const most = callsPerHour - next.reserve;
        const client = clientWith(budget.share({ mode: 'fail', reserve: next.reserve }), transport);
        const hasRoom = counting() < most;
        const error = await client.call('checklogin').then(
          () => undefined,
          (reason: unknown) => reason as { retryAfterMs: number },
        );
        expect(error === undefined).toBe(hasRoom);
        if (error === undefined) {
          passedAt.push(clock.timeMs);
        } else {
          // It is told the very moment: one millisecond earlier there is no room, then there is.
          const { timeMs } = clock;
          clock.timeMs += error.retryAfterMs - 1;
          expect(counting()).toBeGreaterThanOrEqual(most);
          clock.timeMs += 1;
          expect(counting()).toBeLessThan(most);
          clock.timeMs = timeMs;
        }
        const { calls } = await budget.left({ apiKey });
        expect(calls).toBe(callsPerHour - counting());
      }
      expect(transport.calls).toBe(passedAt.length);
    }),
    { seed: 20251202, numRuns: 200 },
  );
});
