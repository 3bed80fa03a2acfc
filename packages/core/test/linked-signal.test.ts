import { getEventListeners } from 'node:events';
import { EgoiAbortError, EgoiConnectionError, mayRepeat } from '@egoi-client/core';
import { followSignal, linkSignals, settledBefore } from '@egoi-client/core/wire';
import { describe, expect, test } from '@jest/globals';

describe('linkSignals', () => {
  test('fires with the reason of the first source that fires', () => {
    const a = new AbortController();
    const b = new AbortController();
    const link = linkSignals([undefined, a.signal, b.signal]);
    const reason = new EgoiAbortError('b');
    b.abort(reason);
    a.abort();
    expect(link.signal.reason).toBe(reason);
  });

  test('has fired at once when a source has', () => {
    const link = linkSignals([AbortSignal.abort('gone')]);
    expect(link.signal).toMatchObject({ aborted: true, reason: 'gone' });
  });

  test('hears nothing any more after dispose', () => {
    const a = new AbortController();
    const link = linkSignals([a.signal], { timeoutMs: 5, what: 'x' });
    link.dispose();
    a.abort();
    expect(link.signal.aborted).toBe(false);
  });

  test('fires with a time-out error that names the limit', async () => {
    const link = linkSignals([], { timeoutMs: 1, what: 'one try' });
    await new Promise((resolve) => link.signal.addEventListener('abort', resolve));
    expect(link.signal.reason).toMatchObject({
      kind: 'timeout',
      message: 'no answer within 1 ms (one try)',
    });
  });

  test('fires by hand, once, and lets go of its sources', () => {
    const source = new AbortController();
    const link = linkSignals([source.signal], { timeoutMs: 60_000, what: 'x' });
    link.fire('closed');
    source.abort('late');
    expect(link.signal).toMatchObject({ aborted: true, reason: 'closed' });
    expect(getEventListeners(source.signal, 'abort')).toHaveLength(0);
  });
});

describe('followSignal', () => {
  test.each([
    [
      'a signal of anybody',
      () => {
        const controller = new AbortController();
        return { signal: controller.signal, abort: () => controller.abort() };
      },
    ],
    [
      'a linked signal',
      () => {
        const link = linkSignals([]);
        return { signal: link.signal, abort: () => link.fire('x') };
      },
    ],
  ])('calls all who follow %s, but those who stopped', (_whose, make) => {
    const { signal, abort } = make();
    const called: string[] = [];
    followSignal(signal, () => called.push('first'));
    const unfollow = followSignal(signal, () => called.push('second'));
    followSignal(signal, () => called.push('third'));
    unfollow();
    abort();
    expect(called).toEqual(['first', 'third']);
  });

  test('keeps one listener for all, and none when the last has stopped', () => {
    const { signal } = new AbortController();
    const unfollow = Array.from({ length: 20 }, () => followSignal(signal, () => {}));
    expect(getEventListeners(signal, 'abort')).toHaveLength(1);
    for (const stop of unfollow) stop();
    expect(getEventListeners(signal, 'abort')).toHaveLength(0);
  });

  test('follows anew once everybody had stopped', () => {
    const controller = new AbortController();
    followSignal(controller.signal, () => {})();
    let called = 0;
    followSignal(controller.signal, () => {
      called += 1;
    });
    controller.abort();
    expect(called).toBe(1);
  });
});

const failure = (delivery: 'not_sent' | 'unknown' | 'answered', retryable: boolean) =>
  new EgoiConnectionError('x', { delivery, retryable });

describe('mayRepeat', () => {
  test.each([
    ['read', 'unknown', true, true],
    ['read', 'answered', true, true],
    ['read', 'unknown', false, false],
    ['idempotent', 'unknown', true, true],
    ['write', 'unknown', true, false],
    ['write', 'answered', true, false],
    ['write', 'not_sent', true, true],
    ['write', 'not_sent', false, false],
    [undefined, 'unknown', true, false],
    [undefined, 'not_sent', true, true],
  ] as const)('%s, %s, retryable %s: %s', (effect, delivery, retryable, expected) => {
    expect(mayRepeat(failure(delivery, retryable), effect)).toBe(expected);
  });
});

describe('settledBefore', () => {
  const never = new Promise<never>(() => undefined);

  test('settles as the work does, and leaves no listener behind', async () => {
    const { signal } = new AbortController();
    expect(await settledBefore(Promise.resolve(5), signal)).toBe(5);
    await expect(settledBefore(Promise.reject(new Error('no')), signal)).rejects.toThrow('no');
    expect(getEventListeners(signal, 'abort')).toHaveLength(0);
    expect(await settledBefore(Promise.resolve(5), undefined)).toBe(5);
  });

  test('rejects when the signal fires, with its reason or the error that is made', async () => {
    const controller = new AbortController();
    const plain = settledBefore(never, controller.signal);
    const made = settledBefore(
      never,
      controller.signal,
      (reason) => new Error(`made of ${String(reason)}`),
    );
    controller.abort('enough');
    await expect(plain).rejects.toBe('enough');
    await expect(made).rejects.toThrow('made of enough');
  });

  test('rejects at once when the signal has fired, and the end of the work is passed over', async () => {
    const late = Promise.reject(new Error('nobody hears it'));
    await expect(settledBefore(late, AbortSignal.abort('gone'))).rejects.toBe('gone');
  });
});
