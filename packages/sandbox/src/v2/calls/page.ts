import type { WireObject } from '@egoi-client/core';
import { readCount } from './params.ts';
import { maxPage } from './handler.ts';

/** The page that `start` and `limit` ask for, of 1,000 items at most. */
export function readPage(params: WireObject): { readonly start: number; readonly limit: number } {
  return {
    start: readCount(params, 'start') ?? 0,
    limit: Math.min(readCount(params, 'limit') ?? maxPage, maxPage),
  };
}
