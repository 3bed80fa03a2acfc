import { contactId, type JudgedCall, right } from '../calls/judged-call.ts';
import type { SentRequest } from '../calls/write-unchecked.ts';

const empty = { last_name: '', birth_date: '', cellphone: '', phone: '' };

/** How modules for shops and sites write by hand, beside the call that they mean. */
const modules: readonly (readonly [meant: JudgedCall, request: SentRequest])[] = [
  [
    right('createContact', {
      list_id: 1,
      body: { base: { status: 'active', first_name: 'Pia', email: 'pia@example.com' } },
    }),
    post('/lists/1/contacts', {
      base: {
        status: 'active',
        first_name: 'Pia',
        email: 'pia@example.com',
        language: '',
        ...empty,
      },
    }),
  ],
  [
    right('createContact', {
      list_id: 1,
      body: { base: { email: 'leo@example.com' }, extra: [{ field_id: 1, value: '4000' }] },
    }),
    // Numbers of fields as text, and numbers where text is meant.
    post('/lists/1/contacts', {
      base: { email: 'leo@example.com' },
      extra: [{ field_id: '1', value: 4000 }],
    }),
  ],
  [
    right('actionAttachTag', { list_id: 1, body: { tag_id: 1, contacts: [contactId(1)] } }),
    post('/lists/1/contacts/actions/attach-tag', { tag_id: '1', contacts: [contactId(1)] }),
  ],
  [
    right('actionUnsubscribeContact', {
      list_id: 1,
      body: { data: [{ contact_id: contactId(3), unsubscription_method: 'manual' }] },
    }),
    // A bare list in place of the object that holds it.
    post('/lists/1/contacts/actions/unsubscribe', [
      { contact_id: contactId(3), unsubscription_method: 'manual' },
    ]),
  ],
  [
    right('getAllContacts', { list_id: 1, email_status: true }),
    get('/lists/1/contacts?offset=&limit=10&email_status=1&language='),
  ],
  // An array of PHP that is empty is a list.
  [right('ping', {}), post('/ping', [])],
];

/** The calls that modules mean. */
export const phpModuleCalls: readonly JudgedCall[] = modules.map(([meant]) => meant);

/** The requests that modules write, by the calls that they mean. */
export const phpModuleRequests: ReadonlyMap<JudgedCall, SentRequest> = new Map(modules);

function post(path: string, body: unknown): SentRequest {
  return { method: 'POST', path, body: JSON.stringify(body) };
}

function get(path: string): SentRequest {
  return { method: 'GET', path, body: undefined };
}
