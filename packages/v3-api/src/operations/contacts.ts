import { flag, mapOf, struct, text, word } from '../schema/declare.ts';
import { contactId, day, languages, listId, moment } from '../schema/kinds.ts';
import { activityNames } from './contact-activities.ts';
import {
  activity,
  contact,
  contactReference,
  contactWithStats,
  uniqueFieldConflict,
} from './contact-answers.ts';
import { changedContact, contactByField, newContact } from './contact-requests.ts';
import { operation } from './operation.ts';
import { segmentId } from './segments.ts';
import { collection, uncountedCollection } from './shared.ts';

const ofContact = { list_id: listId, contact_id: contactId };
const contactPage = collection('ContactPage', contact, 'contacts');

const foundContact = struct('FoundContact', 'A contact in one of the lists.', {
  required: { contact_id: contactId, list_id: listId },
});

/** Contacts one by one and page by page. */
export const contactOperations = {
  getAllContacts: operation({
    method: 'GET',
    path: '/lists/{list_id}/contacts',
    summary: 'Gives the contacts of a list, without statistics.',
    pathParams: { list_id: listId },
    queryParams: {
      first_name: text('Only contacts with this first name.'),
      last_name: text('Only contacts with this last name.'),
      email: text('Only contacts with this e-mail address.'),
      email_status: flag('Only contacts whose e-mail address is used, or is not.'),
      cellphone: text('Only contacts with this mobile.'),
      cellphone_status: flag('Only contacts whose mobile is used, or is not.'),
      phone: text('Only contacts with this telephone.'),
      phone_status: flag('Only contacts whose telephone is used, or is not.'),
      birth_date: day('Only contacts born that day.'),
      language: word(languages, 'Only contacts with this language.'),
      extra_field_id: mapOf(
        text('Value.'),
        'Only contacts with these values in extra fields, by the numbers of the fields.',
      ),
    },
    answer: { status: 200, value: contactPage },
    paging: {},
    evidence: 'seen',
    notes: [
      'Contacts cannot be ordered: while the list changes, one may come twice or not at all.',
      'Whether removed contacts are given is not documented, nor whether a filter wants the whole value.',
    ],
  }),
  createContact: operation({
    method: 'POST',
    path: '/lists/{list_id}/contacts',
    summary: 'Adds a contact to a list.',
    pathParams: { list_id: listId },
    body: newContact,
    answer: { status: 201, value: contactReference },
    conflict: uniqueFieldConflict,
    evidence: 'seen',
    notes: [
      'A contact that is there already is refused with 409, which names it.',
      'Empty text for a phone, a day or a language says nothing: clients in use send it.',
    ],
  }),
  getContact: operation({
    method: 'GET',
    path: '/lists/{list_id}/contacts/{contact_id}',
    summary: 'Gives one contact with its statistics.',
    pathParams: ofContact,
    answer: { status: 200, value: contactWithStats },
    evidence: 'seen',
  }),
  patchContact: operation({
    method: 'PATCH',
    path: '/lists/{list_id}/contacts/{contact_id}',
    summary: 'Changes a contact.',
    pathParams: ofContact,
    body: changedContact,
    answer: { status: 200, value: contactReference },
    conflict: uniqueFieldConflict,
    evidence: 'seen',
    notes: [
      'Send what changes alone: a status that is sent as usual makes the contact active again.',
    ],
  }),
  updateContactByField: operation({
    method: 'POST',
    path: '/lists/{list_id}/contacts/by-field',
    summary: 'Changes the contact that has a certain value in a unique field.',
    pathParams: { list_id: listId },
    body: contactByField,
    answer: { status: 201, value: contactReference },
    conflict: uniqueFieldConflict,
    evidence: 'seen',
    notes: ['What becomes of a value that no contact has is not documented.'],
  }),
  searchContacts: operation({
    method: 'GET',
    path: '/contacts/search',
    summary: 'Finds contacts in all lists by an address.',
    queryParams: {
      type: word(['email', 'cellphone', 'phone'], 'What kind of address it is.', 'email'),
      contact: text('The address.'),
    },
    requiredQuery: ['contact'],
    furtherStatuses: [404],
    answer: {
      status: 200,
      value: uncountedCollection('FoundContactPage', foundContact, 'contacts'),
    },
    notes: [
      'There are no pages.',
      'Whether an address that nobody has is answered 404 or with no items is not documented: take both.',
    ],
  }),
  getAllContactsBySegment: operation({
    method: 'GET',
    path: '/lists/{list_id}/contacts/segment/{segment_id}',
    summary: 'Gives the contacts of a segment.',
    pathParams: { list_id: listId, segment_id: segmentId },
    queryParams: { show_removed: flag('Whether removed contacts are given too.') },
    answer: { status: 200, value: contactPage },
    paging: {},
  }),
  getAllContactActivities: operation({
    method: 'GET',
    path: '/lists/{list_id}/contacts/{contact_id}/activities',
    summary: 'Gives what a contact did and what was done to it.',
    pathParams: ofContact,
    queryParams: {
      date_min: moment('Only what was then or later.'),
      date_max: moment('Only what was then or before.'),
      action_name: word(activityNames, 'Only this.'),
    },
    answer: {
      status: 200,
      value: uncountedCollection('ContactActivityPage', activity, 'activities'),
    },
    paging: { hasTotal: false },
  }),
};
