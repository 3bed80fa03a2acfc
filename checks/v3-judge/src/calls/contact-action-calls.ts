import { contactId, noContact, refused, right, wrong } from './judged-call.ts';

const contacts = [contactId(1), contactId(2)];
const callback_url = 'https://www.example.com/done';

/** What is done with many contacts of a list. Tag `1` is there, and the saved segment of list `1`. */
export const contactActionCalls = [
  right('actionAttachTag', { list_id: 1, body: { tag_id: 1, contacts } }, { worksOff: true }),
  right(
    'actionAttachTag',
    { list_id: 1, body: { tag_id: 1, field_id: 'email', contacts: ['eva@example.com'] } },
    { worksOff: true },
  ),
  refused('actionAttachTag', { list_id: 1, body: { tag_id: 99, contacts } }, 404),
  wrong('actionAttachTag', { list_id: 1, body: { contacts } }),
  wrong('actionAttachTag', { list_id: 1, body: { tag_id: 1, contacts: ['ana'] } }),
  right('getAllContactsBySegment', {
    list_id: 1,
    segment_id: 'tag_1',
    limit: 10,
    show_removed: false,
  }),
  right('getAllContactsBySegment', { list_id: 1, segment_id: '1' }),
  refused('getAllContactsBySegment', { list_id: 1, segment_id: '99' }, 404),
  wrong('getAllContactsBySegment', { list_id: 1, segment_id: 'tag_1', limit: 0 }),
  right('getAllContacts', { list_id: 1 }),
  right(
    'actionDetachTag',
    { list_id: 1, body: { tag_id: 1, segment_id: 'tag_1' } },
    { worksOff: true },
  ),
  right(
    'actionDetachTag',
    { list_id: 1, body: { tag_id: 1, field_id: 'email', contacts: ['eva@example.com'] } },
    { worksOff: true },
  ),
  wrong('actionDetachTag', { list_id: 1, body: { tag_id: 'vip', contacts } }),
  right(
    'actionDeactivateContacts',
    { list_id: 1, body: { type: 'contacts', contacts } },
    { worksOff: true },
  ),
  wrong('actionDeactivateContacts', { list_id: 1, body: { type: 'some' } }),
  right('actionActivateContacts', { list_id: 1, body: { type: 'all' } }, { worksOff: true }),
  refused('actionActivateContacts', { list_id: 99, body: { type: 'all' } }, 404),
  wrong('actionActivateContacts', { list_id: 1, body: { type: 'contacts', contacts: ['ana'] } }),
  right(
    'actionUpdateContacts',
    { list_id: 1, body: { type: 'contacts', contacts, base: { language: 'en' } } },
    { worksOff: true },
  ),
  right(
    'actionUpdateContacts',
    { list_id: 1, body: { type: 'segment', segment_id: '1', base: { last_name: 'S' } } },
    { worksOff: true },
  ),
  right(
    'actionUpdateContacts',
    {
      list_id: 1,
      body: { type: 'all', base: { consent: 'consent' }, extra: [{ field_id: 1, value: 'Porto' }] },
    },
    { worksOff: true },
  ),
  wrong('actionUpdateContacts', {
    list_id: 1,
    body: { type: 'contacts', base: { language: 'en' } },
  }),
  wrong('actionUpdateContacts', { list_id: 1, body: { type: 'all', base: { language: 'xx' } } }),
  right(
    'actionExportContacts',
    { list_id: 1, body: { format: 'csv', fields: ['email', 'first_name'], callback_url } },
    { worksOff: true },
  ),
  right(
    'actionExportContacts',
    { list_id: 1, body: { format: 'xml', segments: ['1'] } },
    { worksOff: true },
  ),
  wrong('actionExportContacts', { list_id: 1, body: { format: 'pdf' } }),
  wrong('actionExportContacts', { list_id: 1, body: {} }),
  right(
    'actionImportBulk',
    {
      list_id: 1,
      body: {
        mode: 'update',
        compare_field: 'email',
        contacts: [
          { base: { email: 'ana@example.com', first_name: 'Ana' } },
          { base: { email: 'zoe@example.com' }, extra: [{ field_id: 1, value: 'Faro' }] },
        ],
        notify: [1],
        callback_url,
      },
    },
    { worksOff: true },
  ),
  refused(
    'actionImportBulk',
    {
      list_id: 99,
      body: {
        mode: 'add',
        compare_field: 'email',
        contacts: [{ base: { email: 'a@example.com' } }, { base: { email: 'b@example.com' } }],
      },
    },
    404,
  ),
  refused(
    'actionImportBulk',
    {
      list_id: 1,
      body: {
        mode: 'add',
        compare_field: 'email',
        file: {
          url: 'https://www.example.com/contacts.csv',
          field_mapping: [{ field_id: 'email', column_name: 'E-mail' }],
          separator: ';',
          delimiter: '"',
        },
        force_empty: false,
      },
    },
    422,
  ),
  wrong('actionImportBulk', {
    list_id: 1,
    body: {
      mode: 'replace',
      compare_field: 'email',
      contacts: [{ base: { email: 'a@example.com' } }, { base: { email: 'b@example.com' } }],
    },
  }),
  wrong('actionImportBulk', {
    list_id: 1,
    body: { mode: 'add', compare_field: 'email', contacts: [{ base: { email: 'a@example.com' } }] },
  }),
  right('actionStartAutomation', {
    list_id: 1,
    body: { automation_id: 1, action_id: 1, contacts: [contactId(1), noContact] },
  }),
  refused(
    'actionStartAutomation',
    { list_id: 1, body: { automation_id: 99, action_id: 1, contacts } },
    404,
  ),
  wrong('actionStartAutomation', { list_id: 1, body: { automation_id: 1, contacts } }),
  right('actionUnsubscribeContact', {
    list_id: 1,
    body: {
      data: [
        {
          contact_id: contactId(4),
          unsubscription_method: 'manual',
          unsubscription_reason: 'other',
          unsubscription_observation: 'by phone',
        },
        { contact_id: noContact },
      ],
    },
  }),
  right('actionUnsubscribeContact', { list_id: 1, body: { data: [{ contact_id: contactId(4) }] } }),
  wrong('actionUnsubscribeContact', {
    list_id: 1,
    body: { data: [{ contact_id: contactId(4), unsubscription_method: 'fax' }] },
  }),
  right('getContact', { list_id: 1, contact_id: contactId(4) }),
  right(
    'actionForgetContacts',
    { list_id: 1, body: { contacts: [contactId(4)] } },
    { worksOff: true },
  ),
  wrong('actionForgetContacts', { list_id: 1, body: { contacts: [], type: 'all' } }),
  wrong('actionForgetContacts', { list_id: 1, body: { contacts: contactId(4) } }),
];
