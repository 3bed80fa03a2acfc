import { BrokenRule } from '../broken-rule.ts';
import { isPhone } from '../contacts/formats.ts';
import { requireReferenced, requireSegment } from '../segments/segments.ts';
import { type Campaign, type CampaignChannel, settleStatus } from '../store/campaigns.ts';
import { activeStatus, type Contact, findByReference, findByValues } from '../store/contacts.ts';
import {
  contactsSentTo,
  type Distribution,
  type NamedRecipients,
  type Recipient,
  type Recipients,
  sendMessages,
  type Sending,
} from '../store/messages.ts';
import type { SegmentReference } from '../store/segments.ts';
import type { Statements } from '../store/statements.ts';
import type { AccountWork } from '../work/account-work.ts';

/** Segments by their names. @throws BrokenRule for one that the list does not have */
export async function chosenBySegments(
  sql: Statements,
  list: number,
  names: readonly string[],
): Promise<Recipients> {
  const chosen = [];
  for (const name of names) chosen.push(await requireSegment(sql, list, name));
  return { chosen };
}

/** Who gets a campaign whose turn has not come: named ones, the members of segments, or everybody. */
export type QueuedRecipients =
  | NamedRecipients
  | ({ readonly segments: readonly SegmentReference[] } & Distribution);

/** Who that is by now: contacts who left since get nothing. @throws BrokenRule for a segment that the list does not have */
export async function recipientsOf(
  sql: Statements,
  list: number,
  queued: QueuedRecipients,
): Promise<Recipients> {
  if ('named' in queued) return { named: await stillActive(sql, list, queued.named) };
  const { segments, ...distribution } = queued;
  const chosen = [];
  for (const segment of segments) chosen.push(await requireReferenced(sql, list, segment));
  return { chosen, ...distribution };
}

async function stillActive(
  sql: Statements,
  list: number,
  named: readonly Recipient[],
): Promise<Recipient[]> {
  const uids = named.flatMap(({ uid }) => (uid === null ? [] : [uid]));
  const contacts = await findByReference(sql, list, uids);
  const active = new Set(contacts.filter(isActive).map(({ uid }) => uid));
  return named.filter(({ uid }) => uid === null || active.has(uid));
}

function isActive({ status }: Contact): boolean {
  return status === activeStatus;
}

/** Every contact of the list. */
export const everyone: Recipients = { chosen: [] };

/**
 * Contacts by UID or e-mail address, each once.
 *
 * @throws BrokenRule when the list lacks one of them, for one that is not active, and for one whom the
 *   channel does not reach
 */
export async function namedContacts(
  sql: Statements,
  list: number,
  references: readonly string[],
  channel: CampaignChannel,
): Promise<NamedRecipients> {
  const found = await findByReference(sql, list, references);
  const known = new Set(found.flatMap(({ uid, email }) => [uid, email?.toLowerCase() ?? '']));
  const isKnown = (reference: string) => known.has(reference) || known.has(reference.toLowerCase());
  if (!references.every(isKnown)) throw new BrokenRule({ reason: 'notFound', what: 'contact' });
  return {
    named: found.map((contact) => {
      refuseInactive(contact);
      return { contact: contact.id, uid: contact.uid, address: addressOf[channel](contact) };
    }),
  };
}

/** Where a message of a channel reaches a contact. */
const addressOf: Readonly<Record<CampaignChannel, (contact: Contact) => string>> = {
  email: ({ email }) => email ?? noAddress('email'),
  sms: ({ cellphone, telephone }) =>
    cellphone ?? noAddress(telephone === null ? 'phone' : 'cellphone'),
  voice: ({ cellphone, telephone }) => cellphone ?? telephone ?? noAddress('phone'),
  fax: ({ fax }) => fax ?? noAddress('fax'),
};

function noAddress(what: 'email' | 'cellphone' | 'phone' | 'fax'): never {
  throw new BrokenRule({ reason: 'noAddress', what });
}

/**
 * Recipients by their numbers, each once; they need not be contacts.
 *
 * @throws BrokenRule for what is no number, and for the number of a contact that is not active
 */
export async function namedNumbers(
  sql: Statements,
  list: number,
  field: 'cellphone' | 'telephone' | 'fax',
  texts: readonly string[],
): Promise<NamedRecipients> {
  const numbers = [...new Set(texts.map(numberIn))];
  const holders = new Map<string, Contact>();
  for (const { value, contact } of await findByValues(sql, list, field, numbers)) {
    if (holders.get(value)?.status !== activeStatus) holders.set(value, contact);
  }
  return {
    named: numbers.map((address): Recipient => {
      const contact = holders.get(address);
      if (contact !== undefined) refuseInactive(contact);
      return { contact: contact?.id ?? null, uid: contact?.uid ?? null, address };
    }),
  };
}

/** A number without a prefix, as a known client sends it, is Portuguese. */
function numberIn(text: string): string {
  const number = /^\d{4,15}$/.test(text) ? `351-${text}` : text;
  if (!isPhone(number)) throw new BrokenRule({ reason: 'invalid', what: 'recipient' });
  return number;
}

function refuseInactive(contact: Contact): void {
  if (!isActive(contact)) throw new BrokenRule({ reason: 'inactive', what: 'contact' });
}

/** Sends a campaign, and tells of it. @throws BrokenRule when it reaches nobody */
export async function sendCampaign(
  { sql, moment, announceCampaign }: AccountWork,
  campaign: Campaign,
  sending: Omit<Sending, 'moment'>,
  recipients: Recipients,
): Promise<void> {
  const { id, sent } = await sendMessages(
    sql,
    campaign,
    { ...sending, moment: moment.dateTime },
    recipients,
  );
  if (sent === 0) throw new BrokenRule({ reason: 'none', what: 'recipients' });
  await settleStatus(sql, campaign.hash);
  const contacts = (limit: number) => contactsSentTo(sql, id, limit);
  await announceCampaign(sending.list, { action: 'sent', campaign, contacts });
}
