import { BrokenRule } from '../broken-rule.ts';
import { momentOf } from '../clock.ts';
import { refuseUnsendable } from '../campaigns/campaigns.ts';
import type { QueuedRecipients } from '../campaigns/recipients.ts';
import { firstWithin, type SendingHours } from '../campaigns/sending-hours.ts';
import { type Campaign, type CampaignChannel, markQueued } from '../store/campaigns.ts';
import { type Sending, wasBroadcast } from '../store/messages.ts';
import { isBroadcastQueued } from '../store/operations.ts';
import type { AccountWork } from '../work/account-work.ts';
import { enqueue } from './queue.ts';

/** How a campaign is to be sent. */
export interface SendOrder {
  readonly channel: Exclude<CampaignChannel, 'fax'>;
  readonly sending: Omit<Sending, 'moment'>;
  readonly recipients: QueuedRecipients;
  /** When it goes out, in milliseconds since 1970. @default once the account's delay has passed */
  readonly scheduledMs?: number | undefined;
  /** Between which hours it goes out. @default at any */
  readonly hours?: SendingHours | undefined;
}

/**
 * Queues a campaign. It goes to its list or to segments once, to named recipients as often as asked.
 *
 * @throws BrokenRule for one of another channel, one that is empty, and one that went to its list or to
 *   segments, or waits for it, when it is to go there again
 */
export async function queueCampaign(
  work: AccountWork,
  campaign: Campaign,
  { channel, sending, recipients, scheduledMs, hours }: SendOrder,
): Promise<void> {
  const { sql, moment, settings } = work;
  await refuseUnsendable(sql, campaign, channel);
  const isAgain =
    'segments' in recipients &&
    ((await wasBroadcast(sql, campaign.id)) || (await isBroadcastQueued(sql, campaign.hash)));
  if (isAgain) throw new BrokenRule({ reason: 'sentAlready', what: 'campaign' });
  const wantedMs = scheduledMs ?? moment.timeMs + settings.queueDelayMs;
  await enqueue(work, {
    type: channel,
    list: { id: sending.list },
    campaign: campaign.hash,
    title: campaign.internal_name,
    dueMs: hours === undefined ? wantedMs : firstWithin(wantedMs, hours),
    work: { does: 'send', campaign: campaign.hash, sending, recipients },
  });
  const isScheduled = scheduledMs !== undefined;
  await markQueued(sql, campaign.id, isScheduled ? momentOf(new Date(wantedMs)).dateTime : null);
}
