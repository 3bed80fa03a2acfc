import type { MethodName } from '@egoi-client/core';
import type { QueuedOperation } from '@egoi-client/v3-api';
import { lostFields, type MethodEntry } from '../calls/method-entry.ts';
import { readPages } from '../calls/pages.ts';
import { readRange } from '../calls/params.ts';

/** What belongs to no other group. */
export const commonMethods = {
  getOperationsQueue: {
    verdict: 'with losses',
    operations: ['getAllOperations'],
    cost: { requests: 1, further: 'one for each further 1,000 operations' },
    losses: [
      ...lostFields('API v3 does not tell it', ['LISTNUM', 'TOTAL']),
      ...lostFields('an operation leaves the queue when it ends', ['END']),
      { kind: 'approximate', name: 'OPERATION', reason: 'the kind of work, in a word of API v3' },
      {
        kind: 'approximate',
        name: 'STATUS',
        reason: 'a word of API v3, and nothing of what has ended',
        effects: { fields: ['STATUS'], leftOut: { STATUS: ['finished'] } },
      },
    ],
    async answer(call) {
      const { items } = await readPages<QueuedOperation>({
        ...readRange(call.params),
        pageSize: call.options.pageSize,
        keyOf: ({ operation_id }) => operation_id,
        ask: (page) => call.ask('getAllOperations', page),
      });
      return items.map(({ operation_id, type = '', status = '', start_date, created = '' }) => ({
        ID: String(operation_id),
        OPERATION: type,
        STATUS: status,
        START: start_date === undefined || start_date === '' ? created : start_date,
      }));
    },
  },
} as const satisfies Partial<Record<MethodName, MethodEntry>>;
