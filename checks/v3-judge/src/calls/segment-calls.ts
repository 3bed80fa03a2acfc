import { refused, right, wrong } from './judged-call.ts';

/** Segments of list `1`. API v3 makes none: the account begins with saved ones. */
export const segmentCalls = [
  right('getAllSegments', { list_id: 1, limit: 10 }),
  right('getAllSegments', { list_id: 1, type: 'saved' }),
  right('getAllSegments', { list_id: 1, type: 'tag', name: 'vip', offset: 0 }),
  refused('getAllSegments', { list_id: 99 }, 404),
  wrong('getAllSegments', { list_id: 1, type: 'round' }),
  right('deleteSegment', { list_id: 1, segment_id: '2' }),
  refused('deleteSegment', { list_id: 1, segment_id: '2' }, 404),
  refused('deleteSegment', { list_id: 1, segment_id: 'tag_1' }, 409),
  wrong('deleteSegment', { list_id: 'one', segment_id: '1' }, 404),
];
