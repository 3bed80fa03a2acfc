import type { MethodName, WireObject, WireValue } from '@egoi-client/core';
import type { Contact, ContactActivity } from '@egoi-client/v3-api';
import { lostFields, lostParameters, type MethodEntry } from '../calls/method-entry.ts';
import { readPages } from '../calls/pages.ts';
import { readId, readValue, readWord } from '@egoi-client/core/wire';
import { readListId, readRange } from '../calls/params.ts';
import type { V3Call } from '../calls/v3-call.ts';
import { contactCodes } from '../contacts/contact-codes.ts';
import {
  lostContactParameters,
  ownMails,
  statFields,
  unknownFields,
  unreadFields,
} from '../contacts/contact-losses.ts';
import { contactRecord, needsLabels } from '../contacts/contact-record.ts';
import { fieldsOf } from '../contacts/extra-fields.ts';
import { namedContact } from '../contacts/find-contact.ts';
import { segmentNamed } from '../contacts/segments.ts';
import {
  addSubscriber,
  editSubscriber,
  recordWithLabels,
  unsubscribe,
} from '../contacts/write-contact.ts';
import { removalMethods } from '../values/words.ts';

const oneMoreRequest = "one more request tells it: contactAnswers: 'record'";
const allContacts = 'all_subscribers';
const isPage = (params: WireObject): boolean => readWord(params, 'subscriber') === allContacts;

/** Contacts of a list. */
export const subscriberMethods = {
  addSubscriber: {
    verdict: 'with losses',
    operations: [
      'getAllTags',
      'createContact',
      'getAllFields',
      'patchContact',
      'actionAttachTag',
      'getContact',
    ],
    cost: {
      requests: 1,
      further:
        "one for each tag, one with contactAnswers: 'record', one where operation 2 changes a contact that is there, one where subscriber is a UID, two where an extra field has options",
    },
    losses: [
      ...lostContactParameters,
      ...lostParameters(ownMails, ['formID']),
      ...lostParameters('API v3 gives references of its own', ['subscriber'], {
        occurs: (params) => !['', '0'].includes(ownReference(params)),
        effects: 'unseen',
      }),
      ...lostParameters('API v3 recognises contacts by the unique fields of the list', [
        'compareField',
      ]),
      ...unreadFields,
      ...lostFields(oneMoreRequest, ['STATUS'], {
        occurs: (params, { contactAnswers }) =>
          contactAnswers === 'given' && readWord(params, 'operation') === '2',
        isShownByAnswer: true,
      }),
    ],
    answer: addSubscriber,
  },

  editSubscriber: {
    verdict: 'with losses',
    operations: [
      'getAllContacts',
      'getAllTags',
      'patchContact',
      'getAllFields',
      'actionUnsubscribeContact',
      'actionAttachTag',
      'getContact',
    ],
    cost: {
      requests: 1,
      further:
        "one where the contact is named by its address, one for each tag, one with contactAnswers: 'record', one with status 2, two where an extra field has options",
    },
    losses: [
      ...lostContactParameters,
      ...lostParameters(ownMails, ['formID'], { effects: 'unseen' }),
      {
        kind: 'approximate',
        name: 'subscriber',
        reason: 'API v3 also changes a removed contact that is named by its UID',
        effects: { endings: [['SUBSCRIBER_DATA_CANNOT_BE_EDITED', 'answer']] },
      },
      ...unreadFields,
      ...lostFields(oneMoreRequest, ['STATUS'], {
        occurs: (params, { contactAnswers }) =>
          contactAnswers === 'given' && readValue(params, 'status') === undefined,
      }),
    ],
    answer: editSubscriber,
  },

  getSubscriberActivity: {
    verdict: 'with losses',
    operations: ['getAllContacts', 'getAllContactActivities'],
    cost: { requests: 1, further: 'one where the contact is named by its address' },
    losses: [
      { kind: 'approximate', name: 'ACTION', reason: 'a word of API v3' },
      { kind: 'approximate', name: 'ACTIVITY', reason: 'API v3 tells more of what happened' },
    ],
    async answer(call) {
      const list_id = readListId(call.params);
      const { uid } = await namedContact(call, list_id);
      let count = 0;
      const { items } = await readPages<ContactActivity>({
        ...readRange(call.params),
        pageSize: call.options.pageSize,
        // Nothing tells one from another.
        keyOf: () => (count += 1),
        ask: (page) =>
          call.ask('getAllContactActivities', { list_id, contact_id: uid, ...page }, contactCodes),
      });
      return {
        UID: uid,
        ACTIVITY: items.map(({ date = '', action_name, action_data }) => ({
          DATE: date,
          ACTION: action_name,
          CAMPAIGN: action_data?.campaign_hash ?? '',
        })),
      };
    },
  },

  removeSubscriber: {
    verdict: 'exact',
    operations: ['getAllContacts', 'actionUnsubscribeContact'],
    cost: { requests: 1, further: 'one where the contact is named by its address' },
    losses: [
      {
        kind: 'approximate',
        name: 'removeMethod',
        reason: 'recorded as api: API v3 knows manual, form, link, bounce and api',
        occurs: ({ removeMethod }) =>
          typeof removeMethod === 'string' && !removalMethods.has(removeMethod.toLowerCase()),
        effects: { fields: ['REMOVE_METHOD'] },
      },
    ],
    async answer(call) {
      const list_id = readListId(call.params);
      const { uid } = await namedContact(call, list_id);
      await unsubscribe(call, list_id, uid);
      return 'OK';
    },
  },

  subscriberData: {
    verdict: 'with losses',
    operations: [
      'getAllContacts',
      'getContact',
      'getAllSegments',
      'getAllContactsBySegment',
      'getAllFields',
    ],
    cost: {
      requests: 1,
      further:
        'one where the contact is named by its address, one for each further 1,000 contacts, one for the segments, one for the labels of options',
    },
    losses: [
      ...unknownFields,
      ...lostFields('API v3 tells it of a single contact alone', statFields, { occurs: isPage }),
      {
        kind: 'approximate',
        name: 'subscriber',
        reason: 'whether API v3 lists removed contacts is not known',
        occurs: isPage,
        effects: 'unseen',
      },
    ],
    async answer(call) {
      if (readId(call.params, 'listID') === undefined) {
        // Seen one level down; the other codes of the method were seen at the top.
        return { subscriber: { ERROR: 'LIST_MISSING' } };
      }
      const list = readListId(call.params);
      return {
        subscriber: isPage(call.params) ? await pageOf(call, list) : await oneOf(call, list),
      };
    },
  },
} as const satisfies Partial<Record<MethodName, MethodEntry>>;

async function oneOf(call: V3Call, list_id: number): Promise<WireValue> {
  const { uid } = await namedContact(call, list_id);
  const contact = await call.ask('getContact', { list_id, contact_id: uid }, contactCodes);
  return recordWithLabels(call, list_id, contact);
}

async function pageOf(call: V3Call, list_id: number): Promise<WireValue> {
  const segment = readWord(call.params, 'segment') ?? 'all';
  const segment_id =
    segment.toLowerCase() === 'all' ? undefined : await segmentNamed(call, list_id, segment);
  const { items } = await readPages<Contact>({
    ...readRange(call.params),
    pageSize: call.options.pageSize,
    keyOf: ({ base }) => base.contact_id,
    ask: (page) =>
      segment_id === undefined
        ? call.ask('getAllContacts', { list_id, ...page })
        : call.ask(
            'getAllContactsBySegment',
            { list_id, segment_id, show_removed: true, ...page },
            { notFound: 'SUBSCRIBER_NOT_FOUND' },
          ),
  });
  const fields = items.some(needsLabels) ? await fieldsOf(call, list_id) : [];
  return items.map((contact) => contactRecord(list_id, contact, fields));
}

/** A reference of the caller's own; an address stands for the contact's. */
function ownReference(params: WireObject): string {
  const reference = readWord(params, 'subscriber') ?? '';
  return reference.includes('@') ? '' : reference;
}
