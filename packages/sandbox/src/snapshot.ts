import type { WireObject } from '@egoi-client/core';
import {
  campaignChannelNames,
  extraFieldTypeNames,
  senderChannelNames,
} from './v2/calls/api-words.ts';
import { contactRecords } from './v2/records/contact-record.ts';
import { allGroups, type CampaignGroup } from './account/store/campaign-groups.ts';
import { type Campaign, pageOfCampaigns } from './account/store/campaigns.ts';
import {
  allAutobotRuns,
  allAutobots,
  type Autobot,
  type AutobotRun,
} from './account/store/autobots.ts';
import { type Callback, callbackOf } from './account/store/callbacks.ts';
import { pageOfContacts, tagsOfContacts } from './account/store/contacts.ts';
import { createdAccounts } from './account/store/created-accounts.ts';
import { type ExtraField, extraFieldsOf } from './account/store/extra-fields.ts';
import { type Form, formsOf } from './account/store/forms.ts';
import { type List, pageOfLists } from './account/store/lists.ts';
import { allCnames, type Sender, sendersOf } from './account/store/senders.ts';
import { type Segment, segmentMemberUids, segmentsOf } from './account/store/segments.ts';
import type { Statements } from './account/store/statements.ts';
import { allTags, type Tag } from './account/store/tags.ts';
import { allWebhooks, type Webhook } from './account/store/webhooks.ts';

/** A contact as subscriberData answers it, and what no method tells. */
export interface ContactSnapshot {
  readonly record: WireObject;
  /** Number of the reason for its removal, `'1'` to `'5'`, and what was said about it; `''` where there is none. */
  readonly removeOption: string;
  readonly removeObs: string;
  /** Numbers of its tags. */
  readonly tags: readonly number[];
}

/** A segment with those who are in it now. */
export interface SegmentSnapshot extends Segment {
  /** References of its members, in the order of the list. */
  readonly members: readonly string[];
}

/** A thing of the account, one member of which the API has words of its own for. */
type Named<Thing, Member extends keyof Thing, Names> = Omit<Thing, Member> &
  Readonly<Record<Member, Names[keyof Names]>>;

/** Everything that an account holds. */
export interface SandboxSnapshot {
  /** The newest first. */
  readonly lists: readonly (List & {
    readonly extraFields: readonly Named<ExtraField, 'type', typeof extraFieldTypeNames>[];
    readonly contacts: readonly ContactSnapshot[];
    readonly segments: readonly SegmentSnapshot[];
    readonly forms: readonly Form[];
    readonly callback: Callback | undefined;
  })[];
  readonly tags: readonly Tag[];
  /** The newest first, without their files. */
  readonly campaigns: readonly Named<Campaign, 'channel', typeof campaignChannelNames>[];
  readonly campaignGroups: readonly CampaignGroup[];
  readonly senders: readonly Named<Sender, 'channel', typeof senderChannelNames>[];
  readonly cnames: readonly string[];
  readonly autobots: readonly Autobot[];
  /** Every start of an automation, the oldest first. */
  readonly autobotRuns: readonly AutobotRun[];
  /** Addresses that API v3 was told to post events to, the oldest first. */
  readonly webhooks: readonly Webhook[];
  /** User names that createAccount took. */
  readonly createdAccounts: readonly string[];
}

export async function takeSnapshot(sql: Statements): Promise<SandboxSnapshot> {
  const all = await pageOfLists(sql, 0, -1);
  const fields = await extraFieldsOf(
    sql,
    all.map((list) => list.id),
  );
  const lists = [];
  for (const list of all) {
    const extraFields = fields
      .filter((field) => field.list === list.id)
      .map((field) => ({ ...field, type: extraFieldTypeNames[field.type] }));
    const contacts = list.total === 0 ? [] : await snapshotContacts(sql, list);
    const segments = await snapshotSegments(sql, list);
    const forms = await formsOf(sql, list.id);
    const callback = await callbackOf(sql, list.id);
    lists.push({ ...list, extraFields, contacts, segments, forms, callback });
  }
  const campaigns = await pageOfCampaigns(sql, 0, -1);
  const senders = await sendersOf(sql, undefined);
  return {
    lists,
    tags: await allTags(sql),
    campaigns: campaigns.map((campaign) => ({
      ...campaign,
      channel: campaignChannelNames[campaign.channel],
    })),
    campaignGroups: await allGroups(sql),
    senders: senders.map((sender) => ({
      ...sender,
      channel: senderChannelNames[sender.channel],
    })),
    cnames: (await allCnames(sql)).map(({ name }) => name).toSorted(),
    autobots: await allAutobots(sql),
    autobotRuns: await allAutobotRuns(sql),
    webhooks: await allWebhooks(sql),
    createdAccounts: await createdAccounts(sql),
  };
}

async function snapshotSegments(sql: Statements, list: List): Promise<SegmentSnapshot[]> {
  const segments = [];
  for (const segment of await segmentsOf(sql, list.id)) {
    const members = await segmentMemberUids(sql, list.id, segment.name);
    segments.push({ ...segment, members });
  }
  return segments;
}

async function snapshotContacts(sql: Statements, list: List): Promise<ContactSnapshot[]> {
  const contacts = await pageOfContacts(sql, list.id, 0, list.total);
  const records = await contactRecords(sql, list.id, contacts);
  const tags = new Map<number, number[]>(contacts.map(({ id }) => [id, []]));
  for (const { contact, tag } of await tagsOfContacts(sql, [...tags.keys()])) {
    tags.get(contact)?.push(tag);
  }
  const tagLists = [...tags.values()];
  return records.map((record, index) => ({
    record,
    removeOption: contacts[index]?.remove_option ?? '',
    removeObs: contacts[index]?.remove_obs ?? '',
    tags: tagLists[index] ?? [],
  }));
}
