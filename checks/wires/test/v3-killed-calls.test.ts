import type { MethodName } from '@egoi-client/core';
import { expect, test } from '@jest/globals';
import { runScenario } from './v3-cut-run.ts';
import { scenarios } from './v3-cut-scenarios.ts';
import { isWrite } from './v3-cut-service.ts';

const calls: readonly (readonly [MethodName, string])[] = [
  ['addSubscriber', 'one whose address is taken'],
  ['addSubscriberBulk', 'in two parts, with a tag'],
  ['attachTag', 'by UID and by address'],
  ['editExtraField', 'with other options'],
  ['editApiCallback', 'in place of another'],
];

test.each(calls)(
  '%s %s: where its process is killed after any of its writes, the same call makes it whole',
  async (method, what) => {
    const scenario = scenarios[method]?.[what];
    if (scenario === undefined) throw new Error('there is no such scenario');
    const whole = await runScenario(method, scenario);
    expect(whole.error).toBeUndefined();
    for (const [index, request] of whole.asked.entries()) {
      if (!isWrite(request)) continue;
      const plan = { index, cut: 'worked, then aborted', times: 1, isKilledBefore: true } as const;
      const repaired = await runScenario(method, scenario, plan);
      expect({ index, error: repaired.error }).toEqual({ index, error: undefined });
      expect({ index, after: repaired.after }).toEqual({ index, after: whole.after });
    }
  },
);
