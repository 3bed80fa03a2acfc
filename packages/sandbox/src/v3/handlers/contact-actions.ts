import { contactRulesOf } from '../../account/contacts/contact-change.ts';
import { removeContact } from '../../account/contacts/contacts.ts';
import { requireTag } from '../../account/contacts/tags.ts';
import {
  requireAction,
  requireAutomation,
  startAutomation,
} from '../../account/lists/automations.ts';
import { requireList } from '../../account/lists/lists.ts';
import { enqueue } from '../../account/queue/queue.ts';
import { type Selection, writtenChange } from '../../account/queue/queued-work.ts';
import { requireReferenced } from '../../account/segments/segments.ts';
import { findByReference, removedStatus } from '../../account/store/contacts.ts';
import { extraFieldsOf } from '../../account/store/extra-fields.ts';
import type { List } from '../../account/store/lists.ts';
import type { AccountWork } from '../../account/work/account-work.ts';
import { accepted, type HandlerCall } from '../calls/handler.ts';
import { unprocessable } from '../calls/refusal.ts';
import { baseFieldNamed, methodsOfRemoval, removalReasons } from '../calls/words.ts';
import { readContact } from './read-contact.ts';
import { readSegmentReference } from './segment-reference.ts';

/** Whom a request means. */
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

/** What is done with many contacts of a list; all but removals and the start of an automation wait for their turn. */
export const contactActionHandlers = {
  actionAttachTag: (call: HandlerCall<'actionAttachTag'>) => queueTag(call, 'attachTag'),

  actionDetachTag: (call: HandlerCall<'actionDetachTag'>) => queueTag(call, 'detachTag'),

  actionActivateContacts: (call: HandlerCall<'actionActivateContacts'>) =>
    queueStatus(call, 'activate'),

  actionDeactivateContacts: (call: HandlerCall<'actionDeactivateContacts'>) =>
    queueStatus(call, 'deactivate'),

  async actionUpdateContacts(call: HandlerCall<'actionUpdateContacts'>) {
    const list = await requireList(call.sql, call.input.list_id);
    const rules = await contactRulesOf(call, list);
    const { dateTime: moment } = call.moment;
    const change = writtenChange(readContact(call.input.body, rules, { empty: 'clears', moment }));
    const selection = await readSelection(call, list, call.input.body);
    await enqueue(call, { type: 'update', list, work: { does: 'update', change, selection } });
    return accepted;
  },

  async actionForgetContacts(call: HandlerCall<'actionForgetContacts'>) {
    const list = await requireList(call.sql, call.input.list_id);
    const selection = byReference(call.input.body.contacts);
    await enqueue(call, { type: 'forget', list, work: { does: 'forget', selection } });
    return accepted;
  },

  async actionStartAutomation(call: HandlerCall<'actionStartAutomation'>) {
    const { automation_id, action_id, contacts } = call.input.body;
    const list = await requireList(call.sql, call.input.list_id);
    const known = await requireAutomation(call.sql, automation_id);
    if (known.status !== 'active') {
      throw unprocessable('automation_id', 'The automation is not active');
    }
    if (known.list !== null && known.list !== list.id) {
      throw unprocessable('automation_id', 'The automation is for contacts of another list');
    }
    const action = await requireAction(call.sql, known, action_id);
    const success: string[] = [];
    const error: Record<string, string[]> = {};
    for (const id of contacts.map((text) => text.toLowerCase())) {
      const [contact] = await findByReference(call.sql, list.id, [id]);
      if (contact === undefined) (error['contact_not_in_list'] ??= []).push(id);
      else if (contact.status === removedStatus) (error['contact_already_removed'] ??= []).push(id);
      else {
        await startAutomation(call, action, contact);
        success.push(id);
      }
    }
    return { automation_id, action_id, success, error };
  },

  async actionUnsubscribeContact(call: HandlerCall<'actionUnsubscribeContact'>) {
    const list = await requireList(call.sql, call.input.list_id);
    const success: string[] = [];
    const errors: Record<string, string[]> = {};
    for (const removal of call.input.body.data ?? []) {
      const id = removal.contact_id?.toLowerCase() ?? '';
      const problem = await unsubscribe(call, list, id, removal);
      if (problem === undefined) success.push(id);
      else (errors[problem] ??= []).push(id);
    }
    return { success, errors };
  },
};

type RemovalProblem =
  | 'contact_not_in_list'
  | 'contact_already_removed'
  | 'invalid_unsubscription_method'
  | 'invalid_unsubscription_reason';

async function unsubscribe(
  call: AccountWork,
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
  call: HandlerCall<'actionAttachTag' | 'actionDetachTag'>,
  does: 'attachTag' | 'detachTag',
) {
  const list = await requireList(call.sql, call.input.list_id);
  const tag = await requireTag(call.sql, call.input.body.tag_id);
  const { body } = call.input;
  const selection =
    'segment_id' in body
      ? await bySegment(call, list, body.segment_id)
      : 'field_id' in body
        ? await byValue(call, list, body.field_id, body.contacts)
        : byReference(body.contacts);
  await enqueue(call, { type: does, list, work: { does, tag: tag.id, selection } });
  return accepted;
}

async function queueStatus(
  call: HandlerCall<'actionActivateContacts' | 'actionDeactivateContacts'>,
  does: 'activate' | 'deactivate',
) {
  const list = await requireList(call.sql, call.input.list_id);
  const selection = await readSelection(call, list, call.input.body);
  await enqueue(call, { type: does, list, work: { does, selection } });
  return accepted;
}

/** Whom a request means. @throws BrokenRule for a segment that the list does not have */
async function readSelection(
  call: AccountWork,
  list: List,
  { type, contacts = [], segment_id = '' }: ChosenBody,
): Promise<Selection> {
  if (type === 'all') return { by: 'all' };
  return type === 'contacts' ? byReference(contacts) : bySegment(call, list, segment_id);
}

/** @throws BrokenRule for a segment that the list does not have */
async function bySegment({ sql }: AccountWork, list: List, id: string): Promise<Selection> {
  const segment = readSegmentReference(id);
  await requireReferenced(sql, list.id, segment);
  return { by: 'segment', segment };
}

function byReference(contacts: readonly string[]): Selection {
  return { by: 'reference', references: contacts.map((id) => id.toLowerCase()) };
}

/** @throws Refusal 422 for a name that no field of the list has */
async function byValue(
  { sql }: AccountWork,
  list: List,
  name: string,
  values: readonly string[],
): Promise<Selection> {
  if (name === 'contact_id' || name === 'uid') return byReference(values);
  const own = (await extraFieldsOf(sql, [list.id])).find(({ id }) => String(id) === name);
  const field = own?.id ?? baseFieldNamed(name);
  if (field === undefined) throw unprocessable('field_id', `'${name}' is no field of the list`);
  return { by: 'value', field, values };
}
