import { type CacheReadsOptions, cacheReads, type WireValue } from '@egoi-client/core';
import { replyOf, requestOf } from './requests.ts';

/** A cached call to something that counts its calls and answers their number. */
export function cached(options: CacheReadsOptions = {}) {
  let nowMs = 0;
  let calls = 0;
  const call = cacheReads({ now: () => nowMs, ...options })(async () => {
    calls += 1;
    return replyOf([calls]);
  });
  const ask = async (method: string, params: { [key: string]: WireValue } = {}) =>
    (await call(requestOf(method, { params }))).value;
  return {
    call,
    ask,
    calls: () => calls,
    pass: (ms: number) => {
      nowMs += ms;
    },
  };
}

/** A promise and what settles it. */
export function deferred<T>(): { promise: Promise<T>; resolve: (value: T) => void } {
  let resolve: (value: T) => void = () => {};
  const promise = new Promise<T>((settle) => {
    resolve = settle;
  });
  return { promise, resolve };
}
