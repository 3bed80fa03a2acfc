import type { References } from '../references.ts';
import { campaignChannelWords } from './file-words.ts';
import type { Statements } from './statements.ts';

/** What a campaign goes by. */
export type CampaignChannel = 'email' | 'sms' | 'fax' | 'voice';

/** A campaign, but for its file. */
export interface Campaign extends CampaignSettings {
  readonly id: number;
  /** 32 hexadecimal characters. */
  readonly hash: string;
  readonly channel: CampaignChannel;
  readonly status: 'standby' | 'queued' | 'finished' | 'canceled' | 'deleted';
  /** 1 for a campaign that an event sends; the API cannot delete it. */
  readonly triggered: number;
  /** When it was first sent, `YYYY-MM-DD HH:MM:SS`. */
  readonly started: string | null;
  /** When it was last sent. */
  readonly ended: string | null;
  /** When it was made; `''` where a file of an older release does not know it. */
  readonly created: string;
  /** When it was last changed. */
  readonly changed: string;
  /** When it is to be sent. */
  readonly scheduled: string | null;
}

/** What a user decides about a campaign. `''` where there is nothing. */
export interface CampaignSettings {
  readonly list: number;
  readonly subject: string;
  readonly internal_name: string;
  /** Number of the sender. */
  readonly sender: number | null;
  /** Name that the sender shows. */
  readonly sender_name: string;
  /** Number of the sender that replies go to. */
  readonly reply: number | null;
  /** Name that the reply-to shows. */
  readonly reply_name: string;
  /** HTML of an e-mail, text of an SMS. */
  readonly message: string;
  /** Address of a page with the contents. */
  readonly url: string;
  /** Number of the group. */
  readonly campaign_group: number | null;
  /** What a face keeps of it for itself, as JSON. */
  readonly details: string | null;
}

const settingNames = [
  'list',
  'subject',
  'internal_name',
  'sender',
  'sender_name',
  'reply',
  'reply_name',
  'message',
  'url',
  'campaign_group',
  'details',
] as const satisfies readonly (keyof CampaignSettings)[];

/** A campaign that is made. */
export interface NewCampaign extends CampaignSettings {
  readonly channel: CampaignChannel;
  readonly triggered: 0 | 1;
  readonly file: Buffer | undefined;
}

/** A campaign without contents of its own, before any is set. */
export const emptyCampaign = {
  internal_name: '',
  sender: null,
  sender_name: '',
  reply: null,
  reply_name: '',
  message: '',
  url: '',
  campaign_group: null,
  details: null,
  triggered: 0,
  file: undefined,
} as const;

export async function findCampaign(sql: Statements, hash: string): Promise<Campaign | undefined> {
  const [row] = await sql.rows<CampaignRow>('SELECT * FROM campaign WHERE hash = ?', hash);
  return row === undefined ? undefined : campaignOf(row);
}

/** A page of the campaigns, the newest first. */
export async function pageOfCampaigns(
  sql: Statements,
  start: number,
  limit: number,
): Promise<Campaign[]> {
  const rows = await sql.rows<CampaignRow>(
    'SELECT * FROM campaign ORDER BY id DESC LIMIT ? OFFSET ?',
    limit,
    start,
  );
  return rows.map(campaignOf);
}

type CampaignRow = Omit<Campaign, 'channel'> & { readonly channel: string };

function campaignOf(row: CampaignRow): Campaign {
  return { ...row, channel: campaignChannelWords.fromFile(row.channel) };
}

/** @param moment `YYYY-MM-DD HH:MM:SS` @returns the campaign, which was not sent yet */
export async function addCampaign(
  sql: Statements,
  references: References,
  { file, ...settings }: NewCampaign,
  moment: string,
): Promise<Campaign> {
  const [last] = await sql.rows<{ seq: number }>(
    "SELECT seq FROM sqlite_sequence WHERE name = 'campaign'",
  );
  const id = (last?.seq ?? 0) + 1;
  const campaign: Campaign = {
    ...settings,
    id,
    hash: references('campaign', id),
    status: 'standby',
    started: null,
    ended: null,
    created: moment,
    changed: moment,
    scheduled: null,
  };
  const row: CampaignRow = { ...campaign, channel: campaignChannelWords.toFile(campaign.channel) };
  const columns = Object.keys(row) as (keyof CampaignRow)[];
  await sql.run(
    `INSERT INTO campaign (${columns.join(', ')}) VALUES (${columns.map(() => '?').join(', ')})`,
    ...columns.map((column) => row[column]),
  );
  if (file !== undefined) await saveCampaignFile(sql, id, file);
  return campaign;
}

/** Gives a campaign its file, in place of one that it may have. */
export async function saveCampaignFile(sql: Statements, id: number, file: Buffer): Promise<void> {
  const text = file.toString('base64');
  await sql.run('INSERT OR REPLACE INTO campaign_file (campaign, base64) VALUES (?, ?)', id, text);
}

export async function saveCampaign(
  sql: Statements,
  id: number,
  settings: CampaignSettings,
  moment: string,
): Promise<void> {
  await sql.run(
    `UPDATE campaign SET ${settingNames.map((name) => `${name} = ?`).join(', ')}, changed = ?
      WHERE id = ?`,
    ...settingNames.map((name) => settings[name]),
    moment,
    id,
  );
}

/** Marks a campaign as deleted; it stays in the list of campaigns. */
export async function markDeleted(sql: Statements, id: number): Promise<void> {
  await sql.run("UPDATE campaign SET status = 'deleted' WHERE id = ?", id);
}

/** Lets a campaign wait for its turn. @param scheduled when it was asked to go out, `YYYY-MM-DD HH:MM:SS`; `null` for as soon as can be */
export async function markQueued(
  sql: Statements,
  id: number,
  scheduled: string | null,
): Promise<void> {
  await sql.run("UPDATE campaign SET status = 'queued', scheduled = ? WHERE id = ?", scheduled, id);
}

/** Gives a campaign the status that is left when one of its sends waits no more. */
export async function settleStatus(sql: Statements, hash: string): Promise<void> {
  await sql.run(
    `UPDATE campaign SET status = CASE
        WHEN EXISTS (SELECT 1 FROM queued_work JOIN operation ON operation.id = operation
          WHERE operation.campaign = hash) THEN 'queued'
        WHEN started IS NOT NULL THEN 'finished' ELSE 'canceled' END
      WHERE hash = ? AND status <> 'deleted'`,
    hash,
  );
}

export async function hasFile(sql: Statements, campaign: number): Promise<boolean> {
  const rows = await sql.rows('SELECT campaign FROM campaign_file WHERE campaign = ?', campaign);
  return rows.length > 0;
}

/** Tells whether a campaign that waits for its turn has a sender, or lets replies go to it. */
export async function isSenderQueued(sql: Statements, sender: number): Promise<boolean> {
  const rows = await sql.rows(
    "SELECT id FROM campaign WHERE status = 'queued' AND (sender = ?1 OR reply = ?1) LIMIT 1",
    sender,
  );
  return rows.length > 0;
}
