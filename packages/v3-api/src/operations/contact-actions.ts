import { eitherOf, flag, id, integer, listOf, struct, text, word } from '../schema/declare.ts';
import type { Schema } from '../schema/schema.ts';
import { accepted, contactId, contactIds, fieldId, listId, notify } from '../schema/kinds.ts';
import { startErrors } from './contact-answers.ts';
import { removalMethods, removalReasons } from './contact-parts.ts';
import { importedContact, manyChanged, tagTargets } from './contact-requests.ts';
import { operation } from './operation.ts';

const pathParams = { list_id: listId };
const callbackUrl = text('Address to which the outcome is posted as JSON.');
const outcomeOfExport = struct('ExportOutcome', 'What is posted when a file is there.', {
  expected: { file: text('Address of the file.') },
});

function allOrSome(typeName: string): Schema {
  return eitherOf(
    [
      struct(`${typeName}All`, 'All contacts of the list.', {
        required: { type: word(['all'], 'All of them.') },
      }),
      struct(`${typeName}Some`, 'Some contacts of the list.', {
        required: { type: word(['contacts'], 'Those that are named.'), contacts: contactIds },
      }),
    ],
    'Which contacts are meant.',
    'must have the type all, or the type contacts and contacts',
  );
}

const importRules = {
  required: {
    mode: word(
      ['add', 'update', 'update_only'],
      'Whether contacts that are there are passed over, changed, or the only ones that are taken.',
    ),
    compare_field: text(
      'Unique field by which contacts are known: `email`, or the number of an extra field.',
    ),
  },
  optional: {
    force_empty: flag('Whether empty values clear what a contact has.'),
    notify,
    callback_url: callbackUrl,
  },
};

const importBody = eitherOf(
  [
    struct('ImportContactsBody', 'An import of contacts that the body holds.', {
      ...importRules,
      required: {
        ...importRules.required,
        contacts: listOf(importedContact, 'The contacts, two at least.', { leastItems: 2 }),
      },
    }),
    struct('ImportFileBody', 'An import of a file that the service fetches.', {
      ...importRules,
      required: {
        ...importRules.required,
        file: struct('ImportedFile', 'Where the file is, and what is in it.', {
          required: {
            url: text('Address of the file.'),
            field_mapping: listOf(
              struct('ImportedColumn', 'What a column is.', {
                required: { field_id: fieldId, column_name: text('Name of the column.') },
              }),
              'What its columns are.',
            ),
          },
          optional: {
            separator: text('What stands between two values.'),
            delimiter: text('What stands around a value.'),
          },
        }),
      },
    }),
  ],
  'Contacts, or a file with contacts.',
  'must have mode, compare_field and either contacts or file',
);

const updateBody = eitherOf(
  [
    struct('UpdateSomeContacts', 'A change of some contacts.', {
      required: { type: word(['contacts'], 'Those that are named.'), contacts: contactIds },
      optional: manyChanged,
    }),
    struct('UpdateSegment', 'A change of the contacts of a segment.', {
      required: {
        type: word(['segment'], 'Those of a segment.'),
        segment_id: text('Segment, by its id.'),
      },
      optional: manyChanged,
    }),
    struct('UpdateAllContacts', 'A change of all contacts of the list.', {
      required: { type: word(['all'], 'All of them.') },
      optional: manyChanged,
    }),
  ],
  'Which contacts are meant, and what changes in them.',
  'must have the type contacts, segment or all',
);

const removal = struct('Removal', 'A contact that leaves.', {
  required: { contact_id: contactId },
  optional: {
    unsubscription_method: word(removalMethods, 'How it leaves.'),
    unsubscription_reason: word(removalReasons, 'Why it leaves.'),
    unsubscription_observation: text('What it says when leaving.'),
  },
});

const removalErrors = struct('RemovalErrors', 'Contacts that did not leave, by the reason.', {
  optional: {
    invalid_unsubscription_reason: listOf(contactId, 'Those whose reason is no such.'),
    invalid_unsubscription_method: listOf(contactId, 'Those whose way is no such.'),
    invalid_data_type: listOf(contactId, 'Those whose values are of a wrong type.'),
    contact_not_in_list: listOf(contactId, 'Those that are not in the list.'),
    contact_already_removed: listOf(contactId, 'Those that have left already.'),
  },
});

/** What is done to many contacts at once. */
export const contactActionOperations = {
  actionActivateContacts: operation({
    method: 'POST',
    path: '/lists/{list_id}/contacts/actions/activate',
    summary: 'Makes contacts active.',
    pathParams,
    body: allOrSome('Activate'),
    answer: { status: 202, value: accepted },
  }),
  actionDeactivateContacts: operation({
    method: 'POST',
    path: '/lists/{list_id}/contacts/actions/deactivate',
    summary: 'Makes contacts inactive.',
    pathParams,
    body: allOrSome('Deactivate'),
    answer: { status: 202, value: accepted },
  }),
  actionAttachTag: operation({
    method: 'POST',
    path: '/lists/{list_id}/contacts/actions/attach-tag',
    summary: 'Gives contacts a tag.',
    pathParams,
    body: tagTargets('AttachTag', 'give'),
    answer: { status: 202, value: accepted },
    effect: 'idempotent',
    evidence: 'seen',
  }),
  actionDetachTag: operation({
    method: 'POST',
    path: '/lists/{list_id}/contacts/actions/detach-tag',
    summary: 'Takes a tag from contacts.',
    pathParams,
    body: tagTargets('DetachTag', 'take away'),
    answer: { status: 202, value: accepted },
    effect: 'idempotent',
    evidence: 'seen',
  }),
  actionExportContacts: operation({
    method: 'POST',
    path: '/lists/{list_id}/contacts/actions/export',
    summary: 'Writes contacts into a file.',
    pathParams,
    body: struct('ExportContactsBody', 'What the file is to hold.', {
      required: { format: word(['csv', 'xml'], 'Format of the file.') },
      optional: {
        callback_url: callbackUrl,
        segments: listOf(text('Segment, by its id.'), 'Only contacts of these segments.'),
        fields: listOf(text('Field, by its name or number.'), 'Only these fields.'),
      },
    }),
    answer: { status: 202, value: accepted },
    callback: outcomeOfExport,
  }),
  actionForgetContacts: operation({
    method: 'POST',
    path: '/lists/{list_id}/contacts/actions/forget',
    summary: 'Deletes contacts and all that is known of them.',
    pathParams,
    body: struct('ForgetContactsBody', 'Which contacts are meant.', {
      required: { contacts: contactIds },
    }),
    answer: { status: 202, value: accepted },
  }),
  actionImportBulk: operation({
    method: 'POST',
    path: '/lists/{list_id}/contacts/actions/import-bulk',
    summary: 'Adds and changes many contacts.',
    pathParams,
    body: importBody,
    answer: { status: 202, value: accepted },
    conflict: {},
    callback: struct('ImportOutcome', 'What is posted when the import has ended.', {
      expected: {
        imported: integer('Contacts that were added.'),
        updated: integer('Contacts that were changed.'),
        ignored: integer(
          'Contacts that were passed over: twice there, or without the field that they are known by.',
        ),
        invalid: integer('Contacts that were not as they must be.'),
      },
      optional: { file: text('Address of a file that says what became of each.') },
    }),
    evidence: 'seen',
    notes: [
      'There is no number of the import: only the callback says what came of it.',
      "One contact alone is refused. E-goi's own programs send 1,000 to 10,000 in one request.",
      'Tags of contacts are passed over: attach them when the import has ended.',
    ],
  }),
  actionUnsubscribeContact: operation({
    method: 'POST',
    path: '/lists/{list_id}/contacts/actions/unsubscribe',
    summary: 'Removes contacts from a list.',
    pathParams,
    body: struct('UnsubscribeBody', 'Which contacts leave.', {
      required: { data: listOf(removal, 'The contacts.') },
      bareList: 'data',
    }),
    answer: {
      status: 200,
      value: struct('UnsubscribeOutcome', 'What became of each contact.', {
        expected: { success: listOf(contactId, 'Contacts that left.') },
        optional: { errors: removalErrors },
      }),
    },
    effect: 'idempotent',
    evidence: 'seen',
    notes: [
      'The status is 200 even when no contact left: `errors` says so.',
      "One of E-goi's own programs sends the bare list; a server should take it.",
    ],
  }),
  actionStartAutomation: operation({
    method: 'POST',
    path: '/lists/{list_id}/contacts/actions/start-automation',
    summary: 'Puts contacts into an automation.',
    pathParams,
    body: struct('StartAutomationBody', 'Which automation, and which contacts.', {
      required: {
        automation_id: id('Automation.'),
        action_id: id('Action of the automation that they begin with.'),
        contacts: listOf(contactId, 'Contacts, by their ids.'),
      },
    }),
    answer: {
      status: 200,
      value: struct('StartAutomationOutcome', 'What became of each contact.', {
        expected: {
          automation_id: id('Automation.'),
          action_id: id('Action that they begin with.'),
          success: listOf(contactId, 'Contacts that are in it now.'),
        },
        optional: { error: startErrors },
      }),
    },
    notes: ['The status is 200 even when no contact is in it: `error` says so.'],
  }),
  actionUpdateContacts: operation({
    method: 'POST',
    path: '/lists/{list_id}/contacts/actions/update',
    summary: 'Changes many contacts in the same way.',
    pathParams,
    body: updateBody,
    answer: { status: 202, value: accepted },
    conflict: {},
  }),
};
