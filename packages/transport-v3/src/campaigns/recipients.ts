import type { WireObject } from '@egoi-client/core';
import type { Contact, SendToAll, SendToSegments } from '@egoi-client/v3-api';
import type { DeclaredLoss } from '../calls/method-entry.ts';
import { readList, scalarText } from '@egoi-client/core/wire';
import { Refusal } from '../calls/refusal.ts';
import type { V3Call } from '../calls/v3-call.ts';
import { contactCodes } from '../contacts/contact-codes.ts';
import { contactWithAddress, isUid } from '../contacts/find-contact.ts';
import { segmentIds } from '../contacts/segments.ts';
import { isPhone, phoneOf } from '../values/phone.ts';

/** Whom one order to send goes to. */
export interface Target {
  readonly segments:
    | SendToAll
    | SendToSegments
    | { readonly type: 'contact'; readonly data: string };
  /** Whose number it is, where calls are made. */
  readonly destination: 'cellphone' | 'phone' | 'cellphone_phone';
}

/** What a parameter names, each once; `undefined` for a list or a struct among it. */
function textsIn(params: WireObject, name: string): (string | undefined)[] {
  const texts = readList(params, name).map((item) => scalarText(item)?.trim());
  return [...new Set(texts)].filter((text) => text !== '');
}

/** Those of some parameters that name recipients. @throws Refusal `INVALID_OPTION` for more than one way at once */
export function readWays<const Name extends string>(
  params: WireObject,
  names: readonly Name[],
): { readonly way: Name; readonly texts: readonly string[] } | undefined {
  const given = names
    .map((way) => ({
      way,
      texts: textsIn(params, way).map((text) => {
        if (text === undefined) throw new Refusal('INVALID_OPTION');
        return text;
      }),
    }))
    .filter(({ texts }) => texts.length > 0);
  if (given.length > 1) throw new Refusal('INVALID_OPTION');
  return given[0];
}

/** Parameters that may name several recipients, of whom API v3 takes one with an order. */
export function severalRecipients(
  names: readonly string[],
  effects: NonNullable<DeclaredLoss['effects']>,
): DeclaredLoss[] {
  return names.map((name) => ({
    kind: 'approximate',
    name,
    reason:
      'API v3 sends to one address with a request: one that fails leaves those before it sent. A segment reaches many at once',
    effects,
    needsLeave: true,
    occurs: (params) => textsIn(params, name).length > 1,
  }));
}

/** Everybody, or the members of segments by their names. @throws Refusal for a segment that the list does not have */
export async function chosenTarget(
  call: V3Call,
  list: number,
  names: readonly string[],
): Promise<Target> {
  const destination = 'cellphone_phone';
  if (names.some((name) => name.toLowerCase() === 'all')) {
    return { segments: { type: 'none' }, destination };
  }
  const ids = await segmentIds(call, list, names);
  if (ids === undefined) throw new Refusal('SEGMENT_NOT_FOUND');
  return { segments: { type: 'segment', data: [...ids] }, destination };
}

/**
 * An e-mail address, or the UID of a contact who has one.
 *
 * @param isLookedUp whether an address is looked for now, and not by the service when it sends
 * @throws Refusal for a contact that nothing can be sent to
 */
export async function emailTarget(
  call: V3Call,
  list: number,
  reference: string,
  isLookedUp: boolean,
): Promise<Target> {
  const isKnown = isUid(reference) || isLookedUp;
  const data = isKnown ? (await activeContact(call, list, reference)).email : reference;
  if (data === undefined || data === '') throw new Refusal('SUBSCRIBER_NOT_FOUND');
  return { segments: { type: 'contact', data }, destination: 'cellphone' };
}

/** A number in any spelling. @throws Refusal for what is none */
export function numberTarget(
  call: V3Call,
  destination: 'cellphone' | 'phone',
  text: string,
): Target {
  const data = phoneOf(text, call.options.phonePrefix);
  if (!isPhone(data)) throw new Refusal('SUBSCRIBER_FORMAT_ERROR');
  return { segments: { type: 'contact', data }, destination };
}

/** The number of a contact: that of the mobile, and for calls else the other. @throws Refusal for a contact without one */
export async function contactTarget(
  call: V3Call,
  list: number,
  reference: string,
  channel: 'sms' | 'voice',
): Promise<Target> {
  const { cellphone = '', phone = '' } = await activeContact(call, list, reference);
  if (cellphone !== '') return numberTarget(call, 'cellphone', cellphone);
  if (phone === '') throw new Refusal('NO_CELLPHONE_OR_TELEPHONE');
  if (channel === 'sms') throw new Refusal('NO_CELLPHONE');
  return numberTarget(call, 'phone', phone);
}

async function activeContact(
  call: V3Call,
  list_id: number,
  reference: string,
): Promise<Contact['base']> {
  const { base } = isUid(reference)
    ? await call.ask('getContact', { list_id, contact_id: reference.toLowerCase() }, contactCodes)
    : await contactWithAddress(call, list_id, reference);
  if (base.status !== 'active') throw new Refusal('SUBSCRIBER_NOT_ACTIVE');
  return base;
}

/** A target for each text, one after the other: each may take a request. */
export async function eachOf(
  texts: readonly string[],
  targetOf: (text: string) => Promise<Target>,
): Promise<Target[]> {
  const targets: Target[] = [];
  for (const text of texts) targets.push(await targetOf(text));
  return targets;
}

/**
 * Looks whether an order would be refused for whom it is for: before anything is changed for it.
 *
 * @throws Refusal for a list that is not there, and for the number of a contact who gets nothing any more
 */
export async function refuseUnreachable(
  call: V3Call,
  list_id: number,
  targets: readonly Target[],
): Promise<void> {
  for (const target of targets) {
    if (target.segments.type === 'none') await call.ask('getList', { list_id });
    if (await isInactive(call, list_id, target)) throw new Refusal('SUBSCRIBER_NOT_ACTIVE');
  }
}

/** Contacts with one address that are looked through. */
const mostFound = 10;

/** Whether a recipient is on the list, and nothing is sent to them: API v3 does not say why it refuses one. */
export async function isInactive(
  call: V3Call,
  list_id: number,
  { segments, destination }: Target,
): Promise<boolean> {
  if (segments.type !== 'contact') return false;
  const { data } = segments;
  const field = data.includes('@') ? 'email' : destination === 'phone' ? 'phone' : 'cellphone';
  const page = { offset: 0, limit: mostFound };
  const { items } = await call.ask('getAllContacts', { list_id, [field]: data, ...page });
  const holders = items.filter(({ base }) => base[field]?.toLowerCase() === data.toLowerCase());
  return holders.length > 0 && holders.every(({ base }) => base.status !== 'active');
}
