import { contactId, noContact, refused, right, wrong } from './judged-call.ts';

const ana = {
  status: 'active',
  first_name: 'Ana',
  last_name: 'Silva',
  birth_date: '1990-01-31',
  language: 'pt',
  email: 'ana@example.com',
  cellphone: '351-912345678',
} as const;

/** Contacts one by one and page by page; Ana is the first of list `1`. */
export const contactCalls = [
  right('createContact', {
    list_id: 1,
    body: {
      base: ana,
      extra: [
        { field_id: 1, value: 'Porto' },
        { field_id: 2, value: [1] },
        { field_id: 4, value: '2020-02-29' },
      ],
    },
  }),
  right('createContact', {
    list_id: 1,
    body: {
      base: { email: 'rui@example.com', phone: '351-222333444', status: 'inactive' },
      utm: { utm_source: 'site', utm_campaign: 'spring' },
      referrer: { referrer: 'https://www.example.com/form' },
    },
  }),
  right('createContact', { list_id: 1, body: { base: { email: 'eva@example.com' } } }),
  right('createContact', { list_id: 1, body: { base: { email: 'joe@example.com' } } }),
  right('createContact', {
    list_id: 1,
    body: { base: { cellphone: '', phone: '', birth_date: '', email: 'max@example.com' } },
  }),
  right('createContact', {
    list_id: 1,
    body: {
      base: { status: 'unconfirmed', email: 'app@example.com' },
      extra: [{ field_id: 3, value: '44' }],
      advertising: { gclid: '1', msclkid: '2', fbclid: '3' },
    },
  }),
  refused(
    'createContact',
    {
      list_id: 1,
      body: {
        base: {
          push_token_android: [{ app_id: 'shop-1', token: 'abc' }],
          push_token_ios: [{ app_id: 'shop-2', token: 'def' }],
        },
      },
    },
    422,
  ),
  refused('createContact', { list_id: 1, body: { base: ana } }, 409),
  refused('createContact', { list_id: 99, body: { base: ana } }, 404),
  wrong('createContact', { list_id: 1, body: { base: { email: ['ana@example.com'] } } }),
  wrong('createContact', {
    list_id: 1,
    body: { base: { email: 'x@example.com', status: 'happy' } },
  }),
  wrong('createContact', { list_id: 1, body: { base: { cellphone: '+351912345678' } } }),
  wrong('createContact', {
    list_id: 1,
    body: { base: { email: 'x@example.com' }, extra: 'Porto' },
  }),
  right('getContact', { list_id: 1, contact_id: contactId(1) }),
  refused('getContact', { list_id: 1, contact_id: noContact }, 404),
  wrong('getContact', { list_id: 1, contact_id: 'ana' }, 404),
  right('patchContact', {
    list_id: 1,
    contact_id: contactId(1),
    body: {
      base: { first_name: 'Anna', language: 'en' },
      extra: [{ field_id: 1, value: 'Lisboa' }],
    },
  }),
  refused(
    'patchContact',
    { list_id: 1, contact_id: contactId(2), body: { base: { email: ana.email } } },
    409,
  ),
  refused(
    'patchContact',
    { list_id: 1, contact_id: noContact, body: { base: { first_name: 'A' } } },
    404,
  ),
  wrong('patchContact', {
    list_id: 1,
    contact_id: contactId(1),
    body: { base: { status: 'removed' } },
  }),
  wrong('patchContact', {
    list_id: 1,
    contact_id: contactId(1),
    body: { base: { language: 'xx' } },
  }),
  right('patchContact', {
    list_id: 1,
    contact_id: contactId(2),
    body: {
      base: {
        consent: 'contract',
        last_name: 'Reis',
        birth_date: '1980-02-29',
        email_status: 'active',
        phone: '351-222333999',
        phone_status: 'inactive',
      },
    },
  }),
  right('updateContactByField', {
    list_id: 1,
    body: {
      compare_field: { field_id: 'email', value: 'rui@example.com' },
      base: { first_name: 'Rui', status: 'active' },
    },
  }),
  wrong('updateContactByField', {
    list_id: 1,
    body: { compare_field: { field_id: [], value: 'x' } },
  }),
  right('searchContacts', { contact: ana.email }),
  right('searchContacts', { contact: ana.cellphone, type: 'cellphone' }),
  wrong('searchContacts', {}),
  wrong('searchContacts', { contact: ana.email, type: 'fax' }),
  right('getAllContacts', { list_id: 1, limit: 1000, offset: 0 }),
  right('getAllContacts', {
    list_id: 1,
    first_name: 'Anna',
    last_name: 'Silva',
    language: 'en',
    birth_date: '1990-01-31',
    cellphone: ana.cellphone,
    cellphone_status: true,
    phone_status: true,
  }),
  right('getAllContacts', { list_id: 1, email: ana.email, limit: 5 }),
  right('getAllContacts', { list_id: 1, phone: '351-222333999', phone_status: false }),
  right('getAllContacts', {
    list_id: 1,
    email: ana.email,
    email_status: true,
    extra_field_id: { 1: 'Lisboa' },
  }),
  refused('getAllContacts', { list_id: 99 }, 404),
  wrong('getAllContacts', { list_id: 1, limit: 1001 }),
  wrong('getAllContacts', { list_id: 1, email_status: 'perhaps' }),
  right('getAllContactActivities', { list_id: 1, contact_id: contactId(1), limit: 100 }),
  right('getAllContactActivities', {
    list_id: 1,
    contact_id: contactId(1),
    action_name: 'subscription',
  }),
  right('getAllContactActivities', {
    list_id: 1,
    contact_id: contactId(1),
    date_min: '2020-01-01 00:00:00',
    date_max: '2030-01-01 00:00:00',
    offset: 0,
  }),
  refused('getAllContactActivities', { list_id: 1, contact_id: noContact }, 404),
  wrong('getAllContactActivities', { list_id: 1, contact_id: contactId(1), action_name: 'sneeze' }),
];
