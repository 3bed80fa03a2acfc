import { method } from './declare-method.ts';
import {
  closedParams,
  eitherParam,
  id,
  idParam,
  listOf,
  listParam,
  struct,
  text,
  textOrNumberParam,
  textParam,
  wordParam,
} from './kinds.ts';
import { listId, outcome, outcomeNote } from './shared-kinds.ts';

const tag = idParam('Number of the tag (`ID` of getTags).');

const subscriberReference = textOrNumberParam('must be a UID or an e-mail address');

const attachment = closedParams({
  tag,
  target: eitherParam(
    [
      closedParams({
        subscriber: eitherParam(
          [subscriberReference, listParam(subscriberReference)],
          'The contact, or several.',
          'must be a UID or an e-mail address, or a list of them',
        ),
      }),
      listParam(subscriberReference),
    ],
    'The contacts concerned: `{ subscriber: UID }`, or a list of UIDs.',
    'must be { subscriber: … } or a list of UIDs or e-mail addresses',
  ),
  type: wordParam(['subscriber'], "Always `'subscriber'`, yet required."),
  listID: listId,
});

const attachmentErrors = [
  'NO_TAG_ID',
  'TAG_NOT_FOUND',
  'NO_TARGET_ELEMENTS',
  'INVALID_TYPE',
  'INVALID_LIST',
  'INTERNAL_ERROR',
] as const;

/** Tags and the contacts that carry them. */
export const tags = {
  addTag: method({
    name: 'addTag',
    group: 'tags',
    summary: 'Creates a tag.',
    effect: 'write',
    params: closedParams({
      name: textParam('Name of the tag.'),
      color: textParam('Colour, as `#RRGGBB`.').nullish(),
    }),
    result: struct(
      { ID: id('Number of the tag.'), NAME: text('Name of the tag.').optional() },
      'The new tag.',
    ),
    errors: ['NAME_MISSING', 'TAG_ALREADY_EXISTS'],
    evidence: { params: 'seen', result: 'seen' },
  }),

  attachTag: method({
    name: 'attachTag',
    group: 'tags',
    summary: 'Attaches a tag to contacts of a list.',
    effect: 'idempotent',
    params: attachment,
    result: outcome,
    errors: attachmentErrors,
    evidence: { params: 'seen', result: 'shape only' },
    notes: [
      outcomeNote,
      "No source knows how several contacts are named; a list in `target` or in `target.subscriber` is the sandbox's choice.",
    ],
  }),

  deleteTag: method({
    name: 'deleteTag',
    group: 'tags',
    summary: 'Deletes a tag and takes it off every contact.',
    effect: 'write',
    params: closedParams({ tag }),
    result: outcome,
    errors: ['NO_TAG_ID', 'TAG_NOT_FOUND', 'INTERNAL_ERROR'],
    evidence: { params: 'inferred', result: 'shape only' },
    notes: [outcomeNote],
  }),

  detachTag: method({
    name: 'detachTag',
    group: 'tags',
    summary: 'Detaches a tag from contacts of a list.',
    effect: 'idempotent',
    params: attachment,
    result: outcome,
    errors: attachmentErrors,
    evidence: { params: 'inferred', result: 'shape only' },
    notes: [outcomeNote],
  }),

  getTags: method({
    name: 'getTags',
    group: 'tags',
    summary: 'Lists the tags of the account.',
    effect: 'read',
    params: closedParams({}),
    result: struct(
      {
        TAG_LIST: listOf(
          struct(
            { ID: id('Number of the tag.'), NAME: text('Name of the tag.') },
            'One tag.',
            'Tag',
          ),
          'The tags.',
        ),
      },
      'The tags.',
    ),
    errors: ['NO_TAGS_FOUND'],
    evidence: { params: 'seen', result: 'seen' },
  }),
} as const;
