import { cacheReads } from '@egoi-client/core';
import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { replyOf, requestOf } from './support/requests.ts';

/** One step of a history: a call begins, or the service gets on with one that is under way. */
interface Step {
  readonly what: 'read' | 'write' | 'go on';
  /** Which of the calls under way goes on. */
  readonly which: number;
  /** Whether the service does its work when the call comes, or only when it answers. */
  readonly early: boolean;
}

const step: fc.Arbitrary<Step> = fc.record({
  what: fc.constantFrom<Step['what']>('read', 'read', 'write', 'go on', 'go on', 'go on'),
  which: fc.nat(),
  early: fc.boolean(),
});

/** Lets everything happen that needs no further step; digests are made outside of this thread. */
const calm = async (isCalm: () => boolean) => {
  while (!isCalm()) await new Promise((resolve) => setImmediate(resolve));
};

test('no read shows the account as it was before a write that had ended when it began', async () => {
  let hits = 0;
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 10, maxLength: 40 }), async (steps) => {
      let writesDone = 0;
      let writesEnded = 0;
      let early = false;
      const underWay: (() => void)[] = [];
      const call = cacheReads({ now: () => 0 })(({ method }) => {
        const work = () => (method === 'createList' ? (writesDone += 1) : writesDone);
        const seen = early ? work() : undefined;
        return new Promise((resolve) => {
          underWay.push(() => resolve(replyOf([seen ?? work()])));
        });
      });
      const settled: Promise<void>[] = [];
      let begun = 0;
      let reached = 0;
      const begin = (method: string) => {
        const before = writesEnded;
        const waiting = underWay.length;
        begun += 1;
        const run = async () => {
          const { value } = await call(requestOf(method));
          reached += 1;
          if (method === 'createList') writesEnded += 1;
          else expect((value as number[])[0]).toBeGreaterThanOrEqual(before);
        };
        settled.push(run());
        return calm(() => underWay.length > waiting || reached + waiting === begun);
      };
      const goOn = async (which: number) => {
        const target = reached + 1;
        underWay.splice(which % underWay.length, 1)[0]?.();
        await calm(() => reached >= target);
      };
      for (const { what, which, early: isEarly } of steps) {
        early = isEarly;
        if (what === 'go on') {
          if (underWay.length > 0) await goOn(which);
          continue;
        }
        const waiting = underWay.length;
        await begin(what === 'read' ? 'getLists' : 'createList');
        if (underWay.length === waiting) hits += 1;
      }
      while (underWay.length > 0) await goOn(0);
      await Promise.all(settled);
    }),
    { seed: 20251202, numRuns: 600 },
  );
  expect(hits).toBeGreaterThan(100);
});
