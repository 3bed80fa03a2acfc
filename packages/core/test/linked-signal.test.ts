import { EgoiAbortError, linkSignals, mayRepeat, EgoiConnectionError } from '@egoi-client/core';
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
