import { BrokenRule } from '../broken-rule.ts';
import { thirtyDaysBefore } from '../clock.ts';
import {
  type Campaign,
  type CampaignChannel,
  findCampaign,
  hasFile,
  markDeleted,
} from '../store/campaigns.ts';
import { cancelSends } from '../store/operations.ts';
import type { Statements } from '../store/statements.ts';
import type { AccountWork } from '../work/account-work.ts';

/** @param hash in any case @throws BrokenRule for one that no campaign has */
export async function requireCampaign(sql: Statements, hash: string): Promise<Campaign> {
  const campaign = await findCampaign(sql, hash.toLowerCase());
  if (campaign === undefined) throw new BrokenRule({ reason: 'notFound', what: 'campaign' });
  return campaign;
}

/**
 * A campaign of one of some channels, as those see it who know no deleted ones.
 *
 * @param hash in any case @throws BrokenRule for one that no such campaign has
 */
export async function requireCampaignOf(
  sql: Statements,
  hash: string,
  channels: readonly CampaignChannel[],
): Promise<Campaign> {
  const campaign = await requireCampaign(sql, hash);
  if (campaign.status === 'deleted' || !channels.includes(campaign.channel)) {
    throw new BrokenRule({ reason: 'notFound', what: 'campaign' });
  }
  return campaign;
}

/** Marks a campaign as deleted, which is not sent then. @throws BrokenRule for one that is already, or that an event sends */
export async function deleteCampaign(
  { sql, moment }: AccountWork,
  campaign: Campaign,
): Promise<void> {
  if (campaign.status === 'deleted') {
    throw new BrokenRule({ reason: 'deleted', what: 'campaign' });
  }
  if (campaign.triggered === 1) throw new BrokenRule({ reason: 'triggered', what: 'campaign' });
  await cancelSends(sql, campaign.hash, moment.dateTime);
  await markDeleted(sql, campaign.id);
}

/** Deletes a campaign of which nobody needs the reports any more. @throws BrokenRule as `deleteCampaign` does, and for one that was sent in the last 30 days */
export async function deleteOldCampaign(work: AccountWork, campaign: Campaign): Promise<void> {
  if (campaign.ended !== null && campaign.ended >= thirtyDaysBefore(work.moment)) {
    throw new BrokenRule({ reason: 'sentLately', what: 'campaign' });
  }
  await deleteCampaign(work, campaign);
}

/** @throws BrokenRule for a campaign of another channel, and for one that was sent, waits to be, or was deleted */
export function refuseFixed(campaign: Campaign, channel: CampaignChannel): void {
  const isFree = campaign.status === 'standby' || campaign.status === 'canceled';
  if (campaign.channel !== channel || !isFree) {
    throw new BrokenRule({ reason: 'notEditable', what: 'campaign' });
  }
}

/** @throws BrokenRule for a campaign of another channel, and for a deleted one */
export function refuseOther(campaign: Campaign, channel: CampaignChannel): void {
  if (campaign.channel !== channel || campaign.status === 'deleted') throw notSendable();
}

/** @throws BrokenRule for a campaign of another channel, a deleted and an empty one */
export async function refuseUnsendable(
  sql: Statements,
  campaign: Campaign,
  channel: CampaignChannel,
): Promise<void> {
  refuseOther(campaign, channel);
  const hasText = campaign.message.trim() !== '' || campaign.url !== '';
  if (!hasText && !(await hasFile(sql, campaign.id))) throw notSendable();
}

function notSendable(): BrokenRule {
  return new BrokenRule({ reason: 'notSendable', what: 'campaign' });
}

/** @throws BrokenRule for a campaign that was never sent */
export function refuseUnsent({ started }: Campaign): void {
  if (started === null) throw new BrokenRule({ reason: 'notSent', what: 'campaign' });
}

/** @param maxLength in characters @throws BrokenRule for a text that no SMS can hold */
export function checkSmsText(text: string, maxLength: number): void {
  if (Array.from(text).length > maxLength) {
    throw new BrokenRule({ reason: 'tooLarge', what: 'message' });
  }
}
