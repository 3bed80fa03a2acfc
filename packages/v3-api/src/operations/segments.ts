import { struct, text, textLike, word } from '../schema/declare.ts';
import { listId, moment } from '../schema/kinds.ts';
import { operation } from './operation.ts';
import { collection } from './shared.ts';

/** The reference of a segment, text whatever it looks like; but dots alone would be steps of a path. */
export const segmentId = textLike(
  /^(?!\.{1,2}$).+$/s,
  'must be the id of a segment',
  'Segment, by its id.',
);

const types = ['auto', 'saved', 'tag'] as const;

const segment = struct('Segment', 'A segment of a list.', {
  required: { segment_id: segmentId },
  expected: {
    type: word(types, 'Made by the service, saved by a user, or the contacts that have a tag.'),
    name: text('What it is called.'),
  },
  optional: {
    created: moment('When it was made; not said of those that the service made.'),
    updated: moment('When it was last changed; not said of those that the service made.'),
  },
});

/** Segments of lists. */
export const segmentOperations = {
  getAllSegments: operation({
    method: 'GET',
    path: '/lists/{list_id}/segments',
    summary: 'Gives the segments of a list.',
    pathParams: { list_id: listId },
    queryParams: {
      type: word(types, 'Only segments of this type.'),
      name: text('Only segments with this name.'),
    },
    answer: { status: 200, value: collection('SegmentPage', segment, 'segments') },
    paging: {},
    notes: ['The conditions of a segment are never answered.'],
  }),
  deleteSegment: operation({
    method: 'DELETE',
    path: '/lists/{list_id}/segments/{segment_id}',
    summary: 'Deletes a segment that a user saved.',
    pathParams: { list_id: listId, segment_id: segmentId },
    answer: { status: 204 },
    conflict: {
      reasons: {
        invalid_segment_type: 'You can only delete segments of  type saved',
        used_in_automations: 'Segment is being used in automations',
        used_in_recurring_messages: 'Segment is being used in recurring campaigns',
        has_queued_campaigns: 'There are queued campaigns using this segment',
      },
    },
  }),
};
