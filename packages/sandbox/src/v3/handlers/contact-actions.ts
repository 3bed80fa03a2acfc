import { contactRulesOf } from '../../account/contacts/contact-change.ts';
import { removeContact } from '../../account/contacts/contacts.ts';
import { requireTag } from '../../account/contacts/tags.ts';
import { requireList } from '../../account/lists/lists.ts';
import { enqueue } from '../../account/queue/queue.ts';
import { type Selection, writtenChange } from '../../account/queue/queued-work.ts';
import { requireReferenced } from '../../account/segments/segments.ts';
import { findByReference, removedStatus } from '../../account/store/contacts.ts';
import type { List } from '../../account/store/lists.ts';
import { accepted, type HandlerCall, ok } from '../calls/handler.ts';
import { unprocessable } from '../calls/refusal.ts';
import { baseFieldNamed, methodsOfRemoval, removalReasons } from '../calls/words.ts';
import { type ContactBody, readContact } from './read-contact.ts';
import { readSegmentReference } from './segment-reference.ts';

interface InList {
  readonly list_id: number;
}

interface TagBody {
  readonly tag_id: number;
  readonly contacts?: readonly string[] | undefined;
  readonly field_id?: string | undefined;
  readonly segment_id?: string | undefined;
}

interface ChosenBody {
  readonly type: 'all' | 'contacts' | 'segment';
  readonly contacts?: readonly string[] | undefined;
  readonly segment_id?: string | undefined;
}

interface Removal {
  readonly contact_id?: string | undefined;
  readonly unsubscription_method?: string | undefined;
  readonly unsubscription_reason?: string | undefined;
  readonly unsubscription_observation?: string | undefined;
}

/** What is done with many contacts of a list; all but the removal waits for its turn. */
export const contactActionHandlers = {
  actionAttachTag: (call: HandlerCall<InList, unknown, TagBody>) => queueTag(call, 'attachTag'),

  actionDetachTag: (call: HandlerCall<InList, unknown, TagBody>) => queueTag(call, 'detachTag'),

  actionActivateContacts: (call: HandlerCall<InList, unknown, ChosenBody>) =>
    queueStatus(call, 'activate'),

  actionDeactivateContacts: (call: HandlerCall<InList, unknown, ChosenBody>) =>
    queueStatus(call, 'deactivate'),

  async actionUpdateContacts(call: HandlerCall<InList, unknown, ChosenBody & ContactBody>) {
    const list = await requireList(call.sql, call.path.list_id);
    const rules = await contactRulesOf(call, list);
    const { dateTime: moment } = call.moment;
    const change = writtenChange(readContact(call.body, rules, { empty: 'clears', moment }));
    const selection = await readSelection(call, list);
    await enqueue(call, { type: 'update', list, work: { does: 'update', change, selection } });
    return accepted;
  },

  async actionForgetContacts(
    call: HandlerCall<InList, unknown, { readonly contacts: readonly string[] }>,
  ) {
    const list = await requireList(call.sql, call.path.list_id);
    const selection = byReference(call.body.contacts);
    await enqueue(call, { type: 'forget', list, work: { does: 'forget', selection } });
    return accepted;
  },

  async actionUnsubscribeContact(
    call: HandlerCall<
      InList,
      unknown,
      { readonly data?: readonly Removal[] | undefined } | readonly Removal[]
    >,
  ) {
    const list = await requireList(call.sql, call.path.list_id);
    const data = 'data' in call.body ? (call.body.data ?? []) : (call.body as readonly Removal[]);
    const success: string[] = [];
    const errors: Record<string, string[]> = {};
    for (const removal of data) {
      const id = removal.contact_id?.toLowerCase() ?? '';
      const problem = await unsubscribe(call, list, id, removal);
      if (problem === undefined) success.push(id);
      else (errors[problem] ??= []).push(id);
    }
    return ok({ success, errors });
  },
};

type RemovalProblem =
  | 'contact_not_in_list'
  | 'contact_already_removed'
  | 'invalid_unsubscription_method'
  | 'invalid_unsubscription_reason';

async function unsubscribe(
  call: HandlerCall,
  list: List,
  id: string,
  removal: Removal,
): Promise<RemovalProblem | undefined> {
  const { unsubscription_method: way = 'api', unsubscription_reason: why } = removal;
  if (!Object.hasOwn(methodsOfRemoval, way)) return 'invalid_unsubscription_method';
  const reason = removalReasons.findIndex((known) => known === why);
  if (why !== undefined && reason < 0) return 'invalid_unsubscription_reason';
  const [contact] = await findByReference(call.sql, list.id, [id]);
  if (contact === undefined) return 'contact_not_in_list';
  if (contact.status === removedStatus) return 'contact_already_removed';
  await removeContact(call, contact, {
    kind: 'removedByCall',
    method: methodsOfRemoval[way as keyof typeof methodsOfRemoval],
    option: why === undefined ? undefined : String(reason + 1),
    note: removal.unsubscription_observation,
  });
  return undefined;
}

async function queueTag(
  call: HandlerCall<InList, unknown, TagBody>,
  does: 'attachTag' | 'detachTag',
) {
  const list = await requireList(call.sql, call.path.list_id);
  const tag = await requireTag(call.sql, call.body.tag_id);
  const { contacts = [], field_id, segment_id } = call.body;
  const selection =
    field_id === undefined
      ? await readSelection(
          {
            ...call,
            body: { type: segment_id === undefined ? 'contacts' : 'segment', contacts, segment_id },
          },
          list,
        )
      : byValue(field_id, contacts);
  await enqueue(call, { type: does, list, work: { does, tag: tag.id, selection } });
  return accepted;
}

async function queueStatus(
  call: HandlerCall<InList, unknown, ChosenBody>,
  does: 'activate' | 'deactivate',
) {
  const list = await requireList(call.sql, call.path.list_id);
  const selection = await readSelection(call, list);
  await enqueue(call, { type: does, list, work: { does, selection } });
  return accepted;
}

/** Whom a request means. @throws BrokenRule for a segment that the list does not have */
async function readSelection(
  { sql, body }: HandlerCall<unknown, unknown, ChosenBody>,
  list: List,
): Promise<Selection> {
  if (body.type === 'all') return { by: 'all' };
  if (body.type === 'contacts') return byReference(body.contacts ?? []);
  const segment = readSegmentReference(body.segment_id ?? '');
  await requireReferenced(sql, list.id, segment);
  return { by: 'segment', segment };
}

function byReference(contacts: readonly string[]): Selection {
  return { by: 'reference', references: contacts.map((id) => id.toLowerCase()) };
}

/** @throws Refusal 422 for a name that no field has */
function byValue(name: string, values: readonly string[]): Selection {
  if (name === 'contact_id' || name === 'uid') return byReference(values);
  const field = /^\d{1,15}$/.test(name) ? Number(name) : baseFieldNamed(name);
  if (field === undefined) throw unprocessable('field_id', `'${name}' is no field of contacts`);
  return { by: 'value', field, values };
}
