import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  type Call,
  type Delivery,
  EgoiError,
  type EgoiErrorKind,
  fallback,
  retry,
  type Transport,
} from '@egoi-client/core';
import { type ScriptStep, scriptedTransport } from '@egoi-client/core/testing';
import { describe, expect, test } from '@jest/globals';
import { apiErrorOf } from '../src/answers/api-answer.ts';
import { impossible, repetitionMarkdown, repetitionTable } from './support/repetition-table.ts';
import { type EffectOrUnknown, named, requestWith } from './support/requests.ts';

const effects: readonly EffectOrUnknown[] = ['read', 'idempotent', 'write', 'unknown'];

const cases = repetitionTable.flatMap((row) =>
  effects.map((effect) => {
    const [retries, falls] = row.outcomes[effect].split(', ');
    return { ...row, effect, retries, falls };
  }),
);

const good: ScriptStep = { value: { RESULT: 'OK' } };

/** What a call came to: `good`, or the kind and delivery of its failure. */
async function endOf(call: Call, effect: EffectOrUnknown): Promise<string> {
  const request = requestWith(effect);
  try {
    const reply = await call(request);
    const refusal = apiErrorOf(reply, request);
    return refusal === undefined ? 'good' : `${refusal.kind} ${refusal.delivery}`;
  } catch (error) {
    return error instanceof EgoiError ? `${error.kind} ${error.delivery}` : String(error);
  }
}

describe('retry', () => {
  test.each(cases)(
    '$effect call, $kind, $delivery, $failure: $retries',
    async ({ effect, kind, delivery, step, retries }) => {
      const transport = scriptedTransport([step, good]);
      const call = retry({ wait: async () => undefined })((request) => transport.call(request));
      const again = retries === 'again';
      expect(await endOf(call, effect)).toBe(again ? 'good' : `${kind} ${delivery}`);
      expect(transport.calls).toHaveLength(again ? 2 : 1);
    },
  );
});

describe('fallback', () => {
  test.each(cases)(
    '$effect call, $kind, $delivery, $failure: $falls',
    async ({ effect, kind, delivery, step, falls }) => {
      const first = scriptedTransport([step]);
      const second = scriptedTransport([good]);
      const whole: Transport = fallback([named('first', first), named('second', second)]);
      const next = falls === 'next';
      expect(await endOf((request) => whole.call(request), effect)).toBe(
        next ? 'good' : `${kind} ${delivery}`,
      );
      expect([first.calls.length, second.calls.length]).toEqual([1, next ? 1 : 0]);
    },
  );
});

describe('the table', () => {
  test('has every kind with every delivery, or says why no try ends so', () => {
    const kinds: Record<EgoiErrorKind, true> = {
      api: true,
      input: true,
      config: true,
      connection: true,
      timeout: true,
      http: true,
      fault: true,
      protocol: true,
      quota: true,
      unsupported: true,
      partial: true,
      aborted: true,
    };
    const deliveries: readonly Delivery[] = ['not_sent', 'unknown', 'answered'];
    const all = Object.keys(kinds).flatMap((kind) => deliveries.map((each) => `${kind} ${each}`));
    const rows = new Set(repetitionTable.map(({ kind, delivery }) => `${kind} ${delivery}`));
    const others = impossible.map(([kind, delivery]) => `${kind} ${delivery}`);
    expect([...rows, ...others].toSorted()).toEqual(all.toSorted());
  });

  test('makes each failure with the kind and the delivery that its row says', () => {
    const request = requestWith('read');
    const told = repetitionTable.map(({ step }) => {
      if (typeof step === 'function') return 'a function';
      const reply = { value: 'value' in step ? step.value : '', transport: 'x', durationMs: 0 };
      const error = 'error' in step ? step.error : apiErrorOf(reply, request);
      return `${error?.kind} ${error?.delivery}`;
    });
    expect(told).toEqual(repetitionTable.map(({ kind, delivery }) => `${kind} ${delivery}`));
  });

  test('stands in the guide as it stands here', () => {
    const path = join(__dirname, '..', '..', '..', 'docs', 'guides', 'retries-and-doubles.md');
    const guide = readFileSync(path, 'utf8');
    const inGuide =
      /<!-- The table of packages\/core\/test\/support\/repetition-table.ts. -->\n\n(.*?)\n\n<!-- End of the table. -->/s.exec(
        guide,
      )?.[1];
    expect(inGuide).toBe(repetitionMarkdown());
  });
});
