import {
  EgoiClient,
  type Interceptor,
  type Transport,
  type TransportRequest,
  type WireValue,
} from '@egoi-client/core';
import { quota, type QuotaOptions } from '@egoi-client/quota';

/** How long a call counts: an hour and the minute that it may be on its way. */
export const windowMs = 3_660_000;
export const apiKey = 'the-key-of-the-account-under-test-0001';

/** A transport that counts the calls that reach it. */
export interface CountedTransport extends Transport {
  calls: number;
}

/** @param answer what the service says, by the number of the call, 1 for the first */
export function countedTransport(
  answer: (call: number, request: TransportRequest) => WireValue = () => 'OK',
): CountedTransport {
  return {
    id: 'counted',
    calls: 0,
    call(request) {
      this.calls += 1;
      const value = answer(this.calls, request);
      return Promise.resolve({ value, transport: 'counted', durationMs: 0 });
    },
  };
}

/** A clock that a test moves, and waits that move it. */
export class TestClock {
  timeMs = 1_000_000;
  readonly waits: number[] = [];
  readonly now = () => this.timeMs;
  readonly wait = (waitMs: number) => {
    this.waits.push(waitMs);
    this.timeMs += waitMs;
    return Promise.resolve();
  };
}

/** A client of one interceptor over a counted transport. */
export function clientWith(
  interceptors: Interceptor | Interceptor[],
  transport: Transport,
  key = apiKey,
): EgoiClient {
  return new EgoiClient({ apiKey: key, transport, interceptors: [interceptors].flat() });
}

/** A client with a budget in memory by a test's clock. */
export function counted(options: QuotaOptions = {}) {
  const clock = new TestClock();
  const transport = countedTransport();
  const budget = quota({ now: clock.now, wait: clock.wait, ...options });
  return { clock, transport, budget, client: clientWith(budget, transport) };
}

/** How many of `count` calls passed; others must have been refused by the budget. */
export async function passing(client: EgoiClient, count: number): Promise<number> {
  const calls = Array.from({ length: count }, () => client.call('checklogin'));
  const outcomes = await Promise.allSettled(calls);
  const strangers = outcomes.filter(
    (outcome) =>
      outcome.status === 'rejected' && (outcome.reason as { kind?: string }).kind !== 'quota',
  );
  if (strangers.length > 0) throw new Error(JSON.stringify(strangers[0]));
  return outcomes.filter((outcome) => outcome.status === 'fulfilled').length;
}
