import { EgoiConfigError } from '@egoi-client/core';
import { removeContact } from './account/contacts/contacts.ts';
import type { AccountWork } from './account/work/account-work.ts';
import {
  addCampaign,
  emptyCampaign,
  findCampaign,
  type NewCampaign,
} from './account/store/campaigns.ts';
import { type Contact, findByReference, removedStatus } from './account/store/contacts.ts';
import { findList } from './account/store/lists.ts';
import { listsSentTo } from './account/store/messages.ts';
import { type Action, addActivity, wasSentTo } from './account/store/reports.ts';
import { sendersOf } from './account/store/senders.ts';
import type { Statements } from './account/store/statements.ts';

/** Something that a recipient of a campaign did. */
export interface CampaignEvent {
  /** Hash of a campaign that was sent to the contact. */
  readonly campaign: string;
  /** UID or e-mail address of the contact. */
  readonly subscriber: string;
  /** `'remove'` removes the contact from its list, as the link in a message does. */
  readonly event: 'view' | 'click' | 'bounce' | 'complaint' | 'remove';
  /** Address of the link that was clicked on. @default none: a click on any */
  readonly url?: string;
}

/** A campaign that an event of the account sends. */
export interface TriggeredCampaign {
  readonly listID: number;
  readonly subject: string;
}

const actions: ReadonlyMap<unknown, Action> = new Map([
  ['view', 'view'],
  ['click', 'click'],
  ['bounce', 'bounce'],
  ['complaint', 'complaint'],
  ['remove', 'removed'],
]);

/** @throws EgoiConfigError for an unknown event, a link that was not clicked on, or a contact whom the campaign was not sent to or who is removed already */
export async function recordCampaignEvent(
  work: AccountWork,
  { campaign: hash, subscriber, event, url }: CampaignEvent,
): Promise<void> {
  const { sql, moment } = work;
  const action = actions.get(event);
  if (action === undefined) {
    throw new EgoiConfigError(
      'recordEvent: event must be view, click, bounce, complaint or remove',
    );
  }
  if (url !== undefined && (event !== 'click' || typeof url !== 'string' || url === '')) {
    throw new EgoiConfigError('recordEvent: url is the address of a link that was clicked on');
  }
  const campaign = await findCampaign(sql, hash);
  if (campaign === undefined) {
    throw new EgoiConfigError('recordEvent: campaign must be a campaign of the account');
  }
  const contact = await findRecipient(sql, campaign.id, campaign.hash, subscriber);
  if (contact === undefined) {
    throw new EgoiConfigError(
      'recordEvent: subscriber must be a contact whom the campaign was sent to',
    );
  }
  if (action === 'removed') {
    if (contact.status === removedStatus) {
      throw new EgoiConfigError('recordEvent: subscriber is removed already');
    }
    await removeContact(work, contact, { kind: 'unsubscribeLink', method: 'campaign' });
  }
  const activity = { contact: contact.id, moment: moment.dateTime, action, campaign: hash, url };
  await addActivity(sql, activity);
  if (action === 'removed') return;
  const contacts = () => Promise.resolve([contact]);
  await work.announceCampaign(contact.list, { action, campaign, contacts, url });
}

async function findRecipient(
  sql: Statements,
  campaign: number,
  hash: string,
  subscriber: string,
): Promise<Contact | undefined> {
  for (const list of await listsSentTo(sql, campaign)) {
    const [contact] = await findByReference(sql, list, [subscriber]);
    if (contact !== undefined && (await wasSentTo(sql, hash, contact.id))) return contact;
  }
  return undefined;
}

/**
 * Adds an e-mail campaign of the kind that the API itself neither makes nor deletes.
 *
 * @returns its hash
 * @throws EgoiConfigError for a list that the account does not have
 */
export async function addTriggeredCampaign(
  { sql, references, moment }: AccountWork,
  { listID, subject }: TriggeredCampaign,
): Promise<string> {
  if ((await findList(sql, listID)) === undefined) {
    throw new EgoiConfigError('addTriggeredCampaign: listID must be a list of the account');
  }
  const [sender] = await sendersOf(sql, 'email');
  const campaign: NewCampaign = {
    ...emptyCampaign,
    list: listID,
    channel: 'email',
    subject,
    message: subject,
    sender: sender?.id ?? null,
    triggered: 1,
  };
  const { hash } = await addCampaign(sql, references, campaign, moment.dateTime);
  return hash;
}
