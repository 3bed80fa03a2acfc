import type { MethodName } from '@egoi-client/core';
import type { MethodEntry } from '../calls/method-entry.ts';
import { readListId, readName } from '../calls/params.ts';
import { type ProblemCodes, Refusal } from '../calls/refusal.ts';
import { segmentsKey, segmentsOf } from '../contacts/segments.ts';

const deletionCodes: ProblemCodes = {
  notFound: 'SEGMENT_NOT_FOUND',
  conflict: (errors) =>
    Object.hasOwn(errors, 'invalid_segment_type') ? 'CANNOT_BE_DELETED' : 'IN_USE',
};

/** Segments of a list. */
export const segmentMethods = {
  deleteSegment: {
    verdict: 'exact',
    operations: ['getAllSegments', 'deleteSegment'],
    cost: { requests: 2, further: 'one for each further 1,000 segments' },
    losses: [],
    async answer(call) {
      const list_id = readListId(call.params);
      const name = readName(call.params, 'name', 'SEGMENT_NAME_MISSING');
      const named = (await segmentsOf(call, list_id)).filter((segment) => segment.name === name);
      // The service's own segments cannot be deleted, and may be called the same.
      const segment = named.find(({ type }) => type === 'saved') ?? named[0];
      if (segment === undefined) throw new Refusal('SEGMENT_NOT_FOUND');
      const { segment_id } = segment;
      await call.change(segmentsKey(list_id), () =>
        call.ask('deleteSegment', { list_id, segment_id }, deletionCodes),
      );
      return { RESULT: 'OK' };
    },
  },

  getSegments: {
    verdict: 'exact',
    operations: ['getAllSegments'],
    cost: { requests: 1, further: 'one for each further 1,000 segments' },
    losses: [
      {
        kind: 'approximate',
        name: 'segment',
        reason:
          'segments that the service makes by itself, such as those of tags, are listed as well; those that API v3 knows by words have no ID',
        effects: { hasFurtherRecords: true },
      },
    ],
    async answer(call) {
      const segments = await segmentsOf(call, readListId(call.params));
      if (segments.length === 0) throw new Refusal('NO_SEGMENT_FOUND');
      return segments.map(({ name = '', segment_id }) => ({
        segment: { NAME: name, ...(/^\d+$/.test(segment_id) ? { ID: segment_id } : {}) },
      }));
    },
  },
} as const satisfies Partial<Record<MethodName, MethodEntry>>;
