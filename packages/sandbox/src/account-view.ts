import type { WireObject } from '@egoi-client/core';
import type { CampaignChannel } from './account/store/campaigns.ts';
import {
  type Contact,
  countChosen,
  findByReference,
  pageOfChosen,
  pageOfContacts,
  tagsOfContacts,
} from './account/store/contacts.ts';
import { type HistoryEntry, historyOf } from './account/store/activity.ts';
import { allAutobots, type Autobot } from './account/store/autobots.ts';
import { type Callback, callbackOf } from './account/store/callbacks.ts';
import { type ExtraField, extraFieldsOf } from './account/store/extra-fields.ts';
import { campaignChannelWords } from './account/store/file-words.ts';
import { type Form, formsOf } from './account/store/forms.ts';
import { findList, type List, pageOfLists } from './account/store/lists.ts';
import type { Operation } from './account/store/operations.ts';
import { type ActionCount, countActions } from './account/store/reports.ts';
import { type Segment, segmentCondition, segmentsOf } from './account/store/segments.ts';
import type { Statements } from './account/store/statements.ts';
import { allTags, type Tag } from './account/store/tags.ts';
import { type Webhook, webhooksOf } from './account/store/webhooks.ts';
import { contactRecords } from './v2/records/contact-record.ts';

/** Which part of a list is meant: so many, from one on. */
export interface ViewPage {
  /** 0 for the first. */
  readonly start: number;
  /** 1 to 1,000. */
  readonly limit: number;
}

/** Some of a list's contacts. */
export interface ContactPage {
  readonly contacts: readonly Contact[];
  /** How many there are; `undefined` where counting them would take too long. */
  readonly total: number | undefined;
  readonly hasMore: boolean;
}

/** Whose contacts are wanted; of a search and a segment, one. */
export interface ContactChoice {
  /** Part of an address, a number or a name, or a whole UID. */
  readonly search?: string;
  /** The name of a segment. */
  readonly segment?: string;
}

/** A contact with what is known of it. */
export interface ContactDetail {
  readonly contact: Contact;
  /** As subscriberData answers it. */
  readonly record: WireObject;
  readonly tags: readonly number[];
  /** The newest first. */
  readonly history: readonly HistoryEntry[];
}

/** A list with what belongs to it. */
export interface ListDetail {
  readonly list: List;
  readonly fields: readonly ExtraField[];
  readonly segments: readonly Segment[];
  readonly forms: readonly Form[];
  readonly callback: Callback | undefined;
  readonly webhooks: readonly Webhook[];
}

/** A send of a campaign, without whom it went to. */
export interface SentMessage {
  readonly sending: number;
  readonly campaign: string;
  readonly channel: CampaignChannel;
  readonly list: number;
  /** `YYYY-MM-DD HH:MM:SS` */
  readonly moment: string;
  readonly sender: string;
  readonly senderName: string;
  readonly subject: string;
  /** HTML of an e-mail, text of an SMS. */
  readonly body: string;
  /** Address of the page with the contents, which is not fetched; `''` where there is none. */
  readonly url: string;
  /** How many it went to. */
  readonly recipients: number;
}

/** One whom a message went to. */
export interface MessageRecipient {
  /** `null` for an address that is no contact's. */
  readonly uid: string | null;
  readonly address: string;
  /** What the recipient did with the campaign. */
  readonly actions: readonly string[];
}

/** A campaign, without its contents. */
export interface ViewedCampaign {
  readonly hash: string;
  readonly channel: CampaignChannel;
  readonly list: number;
  readonly subject: string;
  readonly internal_name: string;
  readonly status: string;
  readonly created: string;
  readonly started: string | null;
  readonly sent: number;
}

/** What came of a campaign. */
export interface CampaignReport {
  readonly campaign: ViewedCampaign;
  readonly counts: readonly ActionCount[];
  /** Clicks by address, the most first. */
  readonly links: readonly { readonly url: string; readonly clicks: number }[];
}

/** What an account holds, page by page: for whoever looks at it, and not for programs, which have the API. Looks count as no calls. */
export interface AccountView {
  /** The newest first. */
  lists(page: ViewPage): Promise<readonly List[]>;
  list(id: number): Promise<ListDetail | undefined>;
  contacts(list: number, choice: ContactChoice, page: ViewPage): Promise<ContactPage>;
  /** @param reference UID or e-mail address */
  contact(list: number, reference: string): Promise<ContactDetail | undefined>;
  /** With how many contacts carry each. */
  tags(): Promise<readonly (Tag & { readonly contacts: number })[]>;
  automations(): Promise<readonly (Autobot & { readonly runs: number })[]>;
  /** The newest first. */
  operations(page: ViewPage): Promise<readonly Operation[]>;
  /** The newest first. */
  campaigns(page: ViewPage): Promise<readonly ViewedCampaign[]>;
  /** @param hash of the campaign */
  report(hash: string): Promise<CampaignReport | undefined>;
  /** What was sent, the newest first. */
  messages(page: ViewPage): Promise<readonly SentMessage[]>;
  /** @param sending its number */
  message(sending: number): Promise<SentMessage | undefined>;
  recipients(sending: number, page: ViewPage): Promise<readonly MessageRecipient[]>;
}

/** @param look looks at the account in a turn of its own */
export function accountView(
  look: <T>(step: (sql: Statements) => Promise<T>) => Promise<T>,
): AccountView {
  return {
    lists: ({ start, limit }) => look((sql) => pageOfLists(sql, start, limit)),
    list: (id) => look((sql) => listDetail(sql, id)),
    contacts: (list, choice, page) => look((sql) => contactPage(sql, list, choice, page)),
    contact: (list, reference) => look((sql) => contactDetail(sql, list, reference)),
    tags: () =>
      look(async (sql) => {
        const counts = await sql.rows<{ tag: number; contacts: number }>(
          'SELECT tag, count(*) AS contacts FROM contact_tag GROUP BY tag',
        );
        const byTag = new Map(counts.map(({ tag, contacts }) => [tag, contacts]));
        return (await allTags(sql)).map((tag) => ({ ...tag, contacts: byTag.get(tag.id) ?? 0 }));
      }),
    automations: () =>
      look(async (sql) => {
        const counts = await sql.rows<{ autobot: number; runs: number }>(
          'SELECT autobot, count(*) AS runs FROM autobot_run GROUP BY autobot',
        );
        const byId = new Map(counts.map(({ autobot, runs }) => [autobot, runs]));
        return (await allAutobots(sql)).map((one) => ({ ...one, runs: byId.get(one.id) ?? 0 }));
      }),
    operations: ({ start, limit }) =>
      look((sql) =>
        sql.rows<Operation>(
          'SELECT * FROM operation ORDER BY id DESC LIMIT ? OFFSET ?',
          limit,
          start,
        ),
      ),
    campaigns: ({ start, limit }) =>
      look((sql) => viewedCampaigns(sql, 'ORDER BY id DESC LIMIT ? OFFSET ?', limit, start)),
    report: (hash) => look((sql) => campaignReport(sql, hash)),
    messages: ({ start, limit }) =>
      look((sql) => sentMessages(sql, 'ORDER BY sending.id DESC LIMIT ? OFFSET ?', limit, start)),
    message: (sending) =>
      look(async (sql) => (await sentMessages(sql, 'WHERE sending.id = ?', sending))[0]),
    recipients: (sending, page) => look((sql) => recipientsOf(sql, sending, page)),
  };
}

async function listDetail(sql: Statements, id: number): Promise<ListDetail | undefined> {
  const list = await findList(sql, id);
  if (list === undefined) return undefined;
  return {
    list,
    fields: await extraFieldsOf(sql, [id]),
    segments: await segmentsOf(sql, id),
    forms: await formsOf(sql, id),
    callback: await callbackOf(sql, id),
    webhooks: await webhooksOf(sql, id),
  };
}

async function contactPage(
  sql: Statements,
  list: number,
  { search, segment }: ContactChoice,
  { start, limit }: ViewPage,
): Promise<ContactPage> {
  if (search === undefined && segment === undefined) {
    const total = (await findList(sql, list))?.total ?? 0;
    const contacts = await pageOfContacts(sql, list, start, limit);
    return { contacts, total, hasMore: start + limit < total };
  }
  const chosen =
    segment === undefined
      ? searchCondition(list, search ?? '')
      : await segmentCondition(sql, list, segment);
  if (chosen === undefined) return { contacts: [], total: 0, hasMore: false };
  const contacts = await pageOfChosen(sql, chosen, start, limit + 1);
  const hasMore = contacts.length > limit;
  const total = segment === undefined ? undefined : await countChosen(sql, chosen);
  return { contacts: contacts.slice(0, limit), total, hasMore };
}

const searched = ['email', 'first_name', 'last_name', 'cellphone', 'telephone'];

/** Looks at every contact of the list, which takes half a second for a million. */
function searchCondition(list: number, search: string) {
  const pattern = `%${search.replaceAll(/[\\%_]/g, '\\$&')}%`;
  const fields = searched.map((field) => `${field} LIKE ? ESCAPE '\\'`);
  return {
    where: `list = ? AND (uid = ? OR ${fields.join(' OR ')})`,
    values: [list, search, ...searched.map(() => pattern)],
  };
}

async function contactDetail(
  sql: Statements,
  list: number,
  reference: string,
): Promise<ContactDetail | undefined> {
  const [contact] = await findByReference(sql, list, [reference]);
  if (contact === undefined) return undefined;
  const [record = {}] = await contactRecords(sql, list, [contact]);
  const tags = (await tagsOfContacts(sql, [contact.id])).map(({ tag }) => tag);
  return { contact, record, tags, history: await historyOf(sql, contact.id) };
}

async function viewedCampaigns(
  sql: Statements,
  which: string,
  ...values: readonly (string | number)[]
): Promise<ViewedCampaign[]> {
  const rows = await sql.rows<Omit<ViewedCampaign, 'channel'> & { readonly channel: string }>(
    `SELECT hash, channel, list, subject, internal_name, status, created, started,
        (SELECT count(*) FROM sending JOIN message ON message.sending = sending.id
          WHERE sending.campaign = campaign.id) AS sent
      FROM campaign ${which}`,
    ...values,
  );
  return rows.map((row) => ({ ...row, channel: campaignChannelWords.fromFile(row.channel) }));
}

async function campaignReport(sql: Statements, hash: string): Promise<CampaignReport | undefined> {
  const [campaign] = await viewedCampaigns(sql, 'WHERE hash = ?', hash);
  if (campaign === undefined) return undefined;
  const links = await sql.rows<{ url: string; clicks: number }>(
    `SELECT detail AS url, count(*) AS clicks FROM activity
      WHERE campaign = ? AND action = 'click' AND detail IS NOT NULL
      GROUP BY detail ORDER BY clicks DESC LIMIT 50`,
    hash,
  );
  return { campaign, counts: await countActions(sql, hash), links };
}

async function sentMessages(
  sql: Statements,
  which: string,
  ...values: readonly number[]
): Promise<SentMessage[]> {
  const rows = await sql.rows<Omit<SentMessage, 'channel'> & { readonly channel: string }>(
    `SELECT sending.id AS sending, campaign.hash AS campaign, campaign.channel, sending.list,
        sending.moment, sending.sender, sending.sender_name AS senderName, sending.subject,
        sending.message AS body, campaign.url,
        (SELECT count(*) FROM message WHERE message.sending = sending.id) AS recipients
      FROM sending JOIN campaign ON campaign.id = sending.campaign ${which}`,
    ...values,
  );
  return rows.map((row) => ({ ...row, channel: campaignChannelWords.fromFile(row.channel) }));
}

async function recipientsOf(
  sql: Statements,
  sending: number,
  { start, limit }: ViewPage,
): Promise<MessageRecipient[]> {
  const rows = await sql.rows<{ uid: string | null; address: string; actions: string }>(
    `SELECT message.uid, message.address,
        (SELECT json_group_array(action) FROM (SELECT DISTINCT action FROM activity
          WHERE activity.campaign = campaign.hash AND activity.contact = message.contact
            AND action <> 'sent' ORDER BY activity.id)) AS actions
      FROM message JOIN sending ON sending.id = message.sending
        JOIN campaign ON campaign.id = sending.campaign
      WHERE message.sending = ? ORDER BY message.id LIMIT ? OFFSET ?`,
    sending,
    limit,
    start,
  );
  return rows.map(({ actions, ...row }) => ({
    ...row,
    actions: (JSON.parse(actions) as (string | null)[]).filter((action) => action !== null),
  }));
}
