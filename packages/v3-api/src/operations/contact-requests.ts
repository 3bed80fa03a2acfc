import {
  eitherOf,
  id,
  listOf,
  struct,
  text,
  textLike,
  word,
  type Shape,
} from '../schema/declare.ts';
import { contactId, extraFieldId, extraValue } from '../schema/kinds.ts';
import {
  addressStatuses,
  advertising,
  consent,
  email,
  language,
  looseCellphone,
  loosePhone,
  names,
  onOff,
  origin,
  phones,
  pushTokens,
  statuses,
} from './contact-parts.ts';

const setByService = [
  'contact_id',
  'consent_date',
  'subscription_method',
  'subscription_date',
  'subscription_form',
  'unsubscription_method',
  'unsubscription_reason',
  'unsubscription_observation',
  'unsubscription_date',
  'change_date',
];

/** What only some requests can say is passed over in the others where the service sets it. */
const createBase = struct('NewContactBase', 'The fields that every list has, of a new contact.', {
  optional: {
    status: word(statuses, 'What the contact is from the start.', 'active'),
    ...names,
    language,
    email,
    ...phones,
    ...pushTokens,
  },
  setByService: ['contact_id'],
});

const changedStatus = word(
  ['active', 'inactive', 'unconfirmed'],
  'What the contact becomes. `removed` is no choice: unsubscribe it.',
);
const changedMembers: Shape = {
  status: changedStatus,
  consent,
  ...names,
  language,
  email,
  ...phones,
  ...addressStatuses,
};

const changedBase = struct('ChangedContactBase', 'The fields that change; others stay.', {
  optional: { ...changedMembers, ...pushTokens },
  setByService: ['contact_id'],
});

const updatedBase = struct('UpdatedContactsBase', 'The fields that change in every contact.', {
  optional: { ...changedMembers, status: word(statuses, 'What the contacts become.') },
  setByService: ['contact_id'],
});

const importedBase = struct('ImportedContactBase', 'The fields that every list has.', {
  optional: {
    status: word(statuses, 'What the contact becomes.', 'active'),
    ...names,
    language,
    email,
    cellphone: looseCellphone,
    phone: loosePhone,
    ...pushTokens,
  },
  setByService: [...setByService, 'consent', 'email_status', 'cellphone_status', 'phone_status'],
});

const extra = struct('ExtraFieldValue', 'The value that a contact has in an extra field.', {
  required: { field_id: extraFieldId, value: extraValue },
  optional: {
    status: word(onOff, 'Whether an address in the field is used; in fields with addresses alone.'),
  },
  setByService: ['format'],
});
const extras = { extra: listOf(extra, 'Values of extra fields.') };

/** A new contact. */
export const newContact = struct('NewContact', 'A contact to add.', {
  optional: { base: createBase, ...extras, ...origin, advertising },
});

/** What changes in a contact. */
export const changedContact = struct('ChangedContact', 'What changes in a contact.', {
  optional: { base: changedBase, ...extras },
});

/** What changes in the contact that has a certain value. */
export const contactByField = struct(
  'ContactByField',
  'Which contact is meant, and what changes in it.',
  {
    optional: {
      compare_field: struct('CompareField', 'The value by which the contact is found.', {
        optional: {
          field_id: text(
            'Unique field: `email`, `cellphone`, `phone`, or the number of an extra field.',
          ),
          value: text('Value of the contact that is meant.'),
        },
      }),
      base: changedBase,
      ...extras,
    },
  },
);

/** The changes of an update of many contacts. */
export const manyChanged: Shape = { base: updatedBase, ...extras };

/** One contact of an import. */
export const importedContact = struct('ImportedContact', 'One contact of an import.', {
  optional: { base: importedBase, ...extras, ...origin },
  setByService: ['tags'],
});

/** Whom an action on tags is for. */
export function tagTargets(typeName: string, act: string) {
  const tag_id = id(`Tag to ${act}.`);
  const field = textLike(
    /^[\w-]+$/,
    'must be the name or the number of a field',
    'Field that the values are of: `email`, or the number of an extra field.',
  );
  return eitherOf(
    [
      struct(`${typeName}ToContacts`, 'Contacts by their ids.', {
        required: {
          tag_id,
          contacts: listOf(contactId, 'Contacts, by their ids.', { leastItems: 1, isUnique: true }),
        },
      }),
      struct(`${typeName}ByField`, 'Contacts by values of a field.', {
        required: {
          tag_id,
          field_id: field,
          contacts: listOf(text('Value.'), 'Values that the contacts have.', {
            leastItems: 1,
            isUnique: true,
          }),
        },
      }),
      struct(`${typeName}ToSegment`, 'The contacts of a segment.', {
        required: { tag_id, segment_id: text('Segment, by its id.') },
      }),
    ],
    'Which tag, and which contacts.',
    'must have tag_id, and contacts, or field_id with contacts, or segment_id',
  );
}
