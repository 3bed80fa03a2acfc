import type { WireObject, WireValue } from '@egoi-client/core';
import type { Contact } from '@egoi-client/v3-api';
import { readValue, readWord } from '@egoi-client/core/wire';
import { readListId, readText } from '../calls/params.ts';
import { Refusal } from '../calls/refusal.ts';
import type { FurtherStep } from '../calls/further-steps.ts';
import type { V3Call } from '../calls/v3-call.ts';
import { removalMethods, removalReasons } from '../values/words.ts';
import { codesOfNew, contactCodes, holdersIn } from './contact-codes.ts';
import { refuseFormerFields } from './contact-losses.ts';
import { contactRecord, givenRecord, needsLabels } from './contact-record.ts';
import { fieldsOf, writeExtras } from './extra-fields.ts';
import { isUid, namedContact } from './find-contact.ts';
import { type GivenContact, readContact, saysAnything, statusWord } from './read-contact.ts';
import { attachSteps, tagNumbers } from './tags.ts';

const removed = 2;

/** An address in `subscriber` stands in for a missing `email`. */
function withAddress(params: WireObject): WireObject {
  const reference = readText(params, 'subscriber', 'SUBSCRIBER_FORMAT_ERROR') ?? '';
  const isNeeded = reference.includes('@') && readValue(params, 'email') === undefined;
  return isNeeded ? { ...params, email: reference } : params;
}

/** Answers addSubscriber; with `operation` 2 it changes the contact that holds a unique value already. */
export async function addSubscriber(call: V3Call): Promise<WireValue> {
  const list_id = readListId(call.params);
  refuseFormerFields(call.params);
  const params = withAddress(call.params);
  const given = readContact(params, call.options.phonePrefix);
  if (!saysAnything(given)) throw new Refusal('NO_DATA_TO_INSERT');
  await refuseKnown(call, list_id);
  const tags = await tagNumbers(call, given.tags);
  const status = given.status ?? 1;
  let uid: string;
  try {
    const { contact_id } = await writeExtras(call, list_id, given.extras, (extra) =>
      call.ask(
        'createContact',
        { list_id, body: { base: { ...given.base, status: statusWord(status) }, ...extra } },
        codesOfNew(given),
      ),
    );
    uid = contact_id;
  } catch (error) {
    const [holder] = error instanceof Refusal ? holdersIn(error.problem?.errors) : [];
    if (holder === undefined || readWord(params, 'operation') !== '2') throw error;
    if (given.status === undefined) call.shown.add('STATUS');
    return changeContact(call, list_id, holder, given, tags);
  }
  return answerWith(call, list_id, uid, { ...given, status }, tags, [`contact ${uid}`]);
}

/** @throws Refusal where `subscriber` is a contact that is there: a call that adds would make another one of it */
async function refuseKnown(call: V3Call, list_id: number): Promise<void> {
  const reference = readWord(call.params, 'subscriber') ?? '';
  if (!isUid(reference)) return;
  const contact_id = reference.toLowerCase();
  const known = await call.ask('getContact', { list_id, contact_id }, contactCodes).catch(absent);
  if (known !== undefined) throw new Refusal('DATA_CANNOT_BE_EDITED');
}

function absent(error: unknown): undefined {
  if (error instanceof Refusal && error.code === 'SUBSCRIBER_NOT_FOUND') return undefined;
  throw error;
}

/** Answers editSubscriber. */
export async function editSubscriber(call: V3Call): Promise<WireValue> {
  const list_id = readListId(call.params);
  refuseFormerFields(call.params);
  const given = readContact(call.params, call.options.phonePrefix);
  const tags = await tagNumbers(call, given.tags);
  const { uid, contact } = await namedContact(call, list_id);
  if (contact?.base.status === 'removed') throw new Refusal('SUBSCRIBER_DATA_CANNOT_BE_EDITED');
  return changeContact(call, list_id, uid, given, tags);
}

/** Changes a contact in what is given, and in nothing else: a status that is not given would bring contacts back. */
async function changeContact(
  call: V3Call,
  list_id: number,
  contact_id: string,
  given: GivenContact,
  tags: readonly number[],
): Promise<WireValue> {
  const { base, status, extras } = given;
  const word = status === undefined || status === removed ? undefined : statusWord(status);
  const isChanged = Object.keys(base).length > 0 || extras.size > 0 || word !== undefined;
  if (!isChanged && status === undefined && tags.length === 0)
    throw new Refusal('NO_DATA_TO_INSERT');
  const done: string[] = [];
  if (isChanged) {
    // `removed` is no word for a change, and was turned to none above.
    const patched = {
      ...base,
      ...(word === undefined || word === 'removed' ? {} : { status: word }),
    };
    await writeExtras(call, list_id, extras, (extra) =>
      call.ask(
        'patchContact',
        {
          list_id,
          contact_id,
          body: { ...(Object.keys(patched).length === 0 ? {} : { base: patched }), ...extra },
        },
        contactCodes,
      ),
    );
    done.push(`changes of contact ${contact_id}`);
  }
  return answerWith(call, list_id, contact_id, given, tags, done);
}

/** What follows the write of a contact: its removal, its tags, its record. */
async function answerWith(
  call: V3Call,
  list_id: number,
  uid: string,
  contact: GivenContact,
  tags: readonly number[],
  done: readonly string[],
): Promise<WireValue> {
  const leaves = contact.status === removed && !done.some((word) => word === `contact ${uid}`);
  const given = givenRecord(list_id, uid, contact);
  let record: WireValue = given;
  const reading: FurtherStep = {
    name: 'UID',
    words: 'the reading of the record',
    async run() {
      const read = await call.ask('getContact', { list_id, contact_id: uid }, contactCodes);
      record = await recordWithLabels(call, list_id, read);
    },
  };
  const steps: FurtherStep[] = [
    ...attachSteps(call, list_id, tags, { contacts: [uid] }),
    ...(leaves
      ? [{ name: 'status', words: 'the removal', run: () => unsubscribe(call, list_id, uid) }]
      : []),
    ...(call.options.contactAnswers === 'record' ? [reading] : []),
  ];
  const answer = () => record;
  if (done.length > 0) return call.finish(done, answer, steps);
  // The first thing that is done decides the call: what goes wrong with it is no part.
  const [first, ...others] = steps;
  await first?.run();
  return call.finish([first?.words ?? ''], answer, others);
}

/** Takes a contact off its list. @throws Refusal also where a success says that it was not done */
export async function unsubscribe(
  call: V3Call,
  list_id: number,
  contact_id: string,
): Promise<void> {
  const { params } = call;
  const reason = removalReasons[Number(readWord(params, 'removeReason') ?? 5) - 1] ?? 'other';
  const observation = readWord(params, 'removeObs');
  const method = readWord(params, 'removeMethod')?.toLowerCase() ?? 'api';
  const { errors = {} } = await call.ask(
    'actionUnsubscribeContact',
    {
      list_id,
      body: {
        data: [
          {
            contact_id,
            unsubscription_method: removalMethods.get(method) ?? 'api',
            unsubscription_reason: reason,
            ...(observation === undefined ? {} : { unsubscription_observation: observation }),
          },
        ],
      },
    },
    contactCodes,
  );
  // A success with errors in it is none.
  const [problem] = Object.entries(errors).flatMap(([name, contacts]) =>
    Array.isArray(contacts) && contacts.length > 0 ? [name] : [],
  );
  if (problem === 'contact_already_removed') throw new Refusal('SUBSCRIBER_ALREADY_REMOVED');
  if (problem === 'contact_not_in_list') throw new Refusal('SUBSCRIBER_NOT_FOUND');
  if (problem !== undefined) throw new Refusal('INTERNAL_ERROR');
}

/** A contact in the fields of API v2, its options by their labels. */
export async function recordWithLabels(
  call: V3Call,
  list: number,
  contact: Contact,
): Promise<WireValue> {
  return contactRecord(list, contact, needsLabels(contact) ? await fieldsOf(call, list) : []);
}
