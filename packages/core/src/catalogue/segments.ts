import { method } from './declare-method.ts';
import {
  anyParam,
  closedParams,
  id,
  integer,
  listOf,
  openParams,
  struct,
  text,
  textParam,
} from './kinds.ts';
import { listId, outcome, outcomeNote } from './shared-kinds.ts';

const newSegment = struct(
  { ID: id('Number of the segment.').optional() },
  'The new segment.',
  'NewSegment',
);

/** Segments: contacts of a list chosen by conditions. */
export const segments = {
  createSegment: method({
    name: 'createSegment',
    group: 'segments',
    summary: 'Creates a segment in a list: the contacts whose fields have given values.',
    effect: 'write',
    params: openParams({
      listID: listId.nullish(),
      name: textParam(
        "Name of the segment; the parameter's name is the sandbox's choice.",
      ).nullish(),
      fields: anyParam(
        "What is searched for: `{ first_name: 'Ana', status: 1 }`; the sandbox's choice.",
      ).nullish(),
    }),
    result: newSegment,
    errors: ['LIST_MISSING', 'LIST_NOT_FOUND', 'SEGMENT_NAME_MISSING', 'NO_SEARCH_FIELDS'],
    evidence: { params: 'inferred', result: 'shape only' },
    notes: [
      "That a name and search fields are given is inferred from the error codes; `name`, `fields` and the result `ID` are the sandbox's choice.",
    ],
  }),

  createSegmentAdvanced: method({
    name: 'createSegmentAdvanced',
    group: 'segments',
    summary: 'Creates a segment with conditions that compare and combine.',
    effect: 'write',
    params: openParams({
      listID: listId.nullish(),
      name: textParam('Name of the segment.').nullish(),
      match: textParam("`'all'` or `'any'` of the conditions; `'all'` if left out.").nullish(),
      conditions: anyParam(
        "A list of `{ field, operator, value }`; operators as the sandbox's page lists them.",
      ).nullish(),
    }),
    result: newSegment,
    errors: ['LIST_MISSING', 'LIST_NOT_FOUND', 'SEGMENT_NAME_MISSING', 'NO_SEARCH_FIELDS'],
    evidence: { params: 'unknown', result: 'shape only' },
    notes: [
      "No source knows the parameters; `name`, `match` and `conditions` are the sandbox's choice.",
    ],
  }),

  deleteSegment: method({
    name: 'deleteSegment',
    group: 'segments',
    summary: 'Deletes a segment of a list.',
    effect: 'write',
    params: openParams({
      listID: listId.nullish(),
      name: textParam('Name of the segment.').nullish(),
    }),
    result: outcome,
    errors: ['LIST_MISSING', 'LIST_NOT_FOUND', 'SEGMENT_NOT_FOUND', 'SEGMENT_NAME_MISSING'],
    evidence: { params: 'inferred', result: 'shape only' },
    notes: ["The parameter `name` is the sandbox's choice.", outcomeNote],
  }),

  getSegments: method({
    name: 'getSegments',
    group: 'segments',
    summary: 'Lists the segments of a list, each wrapped in a `segment` of its own.',
    effect: 'read',
    params: closedParams({ listID: listId }),
    result: listOf(
      struct(
        {
          segment: struct(
            {
              NAME: text('Name of the segment.'),
              ID: integer("Number of the segment; the sandbox's choice.").optional(),
            },
            'The segment.',
            'Segment',
          ),
        },
        'One segment.',
        'SegmentEntry',
      ),
      'The segments.',
    ),
    errors: ['NO_SEGMENT_FOUND', 'NO_SEGMENTS_FOUND', 'LIST_MISSING', 'LIST_NOT_FOUND'],
    evidence: { params: 'seen', result: 'partly seen' },
    notes: [
      'Older tables spell the code `NO_SEGMENTS_FOUND`; the sandbox answers `NO_SEGMENT_FOUND`.',
    ],
  }),
} as const;
