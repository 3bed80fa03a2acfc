import type { EgoiErrorCode } from '@egoi-client/core';
import { ana, byFail, byInput, inList, type Provocation } from './provocation.ts';

/** Codes of lists, tags, segments, forms and automations. */
export const listProvocations = {
  NAME_MISSING: byInput(({ client }) => client.createList({ nome: '' })),
  NO_MORE_LISTS_ALLOWED: inList(({ client }) => client.createList({ nome: 'One more' }), {
    options: { maxLists: 1 },
  }),
  LIST_MISSING: byInput(({ client }) => client.createSegment({ name: 'Anas' })),
  LIST_NOT_FOUND: byInput(({ client }) => client.getExtraFields({ listID: 99 })),
  LISTID_MISSING: byInput(({ unchecked }) => unchecked('deleteList', {})),
  LIST_NOT_EXISTS: byInput(({ client }) => client.deleteList({ listID: 99 })),
  IN_USE: inList(({ client }, listID) => client.deleteList({ listID }), {
    options: { autobots: [{ name: 'Welcome', list: 1 }] },
  }),
  FIELD_NAME_MISSING: inList(({ client }, listID) => client.addExtraField({ listID, name: '' })),
  FIELD_NOT_FOUND: inList(({ client }, listID) => client.deleteExtraField({ listID, id: 99 })),
  INVALID_TYPE: inList(({ client }, listID) =>
    client.addExtraField({ listID, name: 'Colour', type: 'colour' }),
  ),
  NO_TAGS_FOUND: byInput(({ client }) => client.getTags()),
  TAG_ALREADY_EXISTS: byInput(async ({ client }) => {
    await client.addTag({ name: 'vip' });
    return client.addTag({ name: 'vip' });
  }),
  TAG_NOT_FOUND: byInput(({ client }) => client.deleteTag({ tag: 99 })),
  NO_TAG_ID: byInput(({ unchecked }) => unchecked('deleteTag', {})),
  NO_TARGET_ELEMENTS: inList(async ({ client }, listID) => {
    const { ID: tag } = await client.addTag({ name: 'vip' });
    return client.attachTag({ listID, tag, type: 'subscriber', target: [ana] });
  }),
  INVALID_LIST: byInput(async ({ client }) => {
    const { ID: tag } = await client.addTag({ name: 'vip' });
    return client.attachTag({ listID: 99, tag, type: 'subscriber', target: [ana] });
  }),
  INTERNAL_ERROR: byFail('deleteTag', 'INTERNAL_ERROR', { tag: 1 }),
  SEGMENT_NOT_FOUND: inList(({ client }, listID) =>
    client.deleteSegment({ listID, name: 'No such segment' }),
  ),
  SEGMENT_NAME_MISSING: inList(({ client }, listID) => client.createSegment({ listID })),
  NO_SEARCH_FIELDS: inList(({ client }, listID) => client.createSegment({ listID, name: 'All' })),
  NO_SEGMENT_FOUND: inList(({ client }, listID) => client.getSegments({ listID })),
  NO_SEGMENTS_FOUND: byFail('getSegments', 'NO_SEGMENTS_FOUND', { listID: 1 }),
  FORMS_NOT_FOUND: inList(({ client }, listID) => client.getForms({ listID })),
  FORM_MISSING: inList(({ client }, listID) => client.getFormsSubmissions({ listID })),
  AUTOBOT_NOT_FOUND: byInput(({ client }) => client.startAutobot({ autobot: 99 })),
} as const satisfies Partial<Record<EgoiErrorCode, Provocation>>;
