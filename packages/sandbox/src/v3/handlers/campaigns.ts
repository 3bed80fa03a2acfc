import { deleteOldCampaign, requireCampaignOf } from '../../account/campaigns/campaigns.ts';
import {
  type CampaignFilter,
  type CampaignProgress,
  type ListedCampaign,
  pageOfListedCampaigns,
} from '../../account/store/campaign-list.ts';
import { accountUser } from '../../account/work/account-owner.ts';
import type { HandlerCall } from '../calls/handler.ts';
import { momentText } from '../calls/moments.ts';
import { pageIn } from '../calls/page.ts';

/** The channels that the account and the API both know: the API has no fax. */
const channels = ['email', 'sms', 'voice'] as const;

type Channel = (typeof channels)[number];

type CampaignQuery = HandlerCall<'getAllCampaigns'>['input'];

/** Campaigns of all channels. */
export const campaignHandlers = {
  async getAllCampaigns({ sql, input }: HandlerCall<'getAllCampaigns'>) {
    const isOfOther = input.created_by !== undefined && input.created_by !== accountUser.id;
    if (isOfOther) return { total_items: 0, items: [] };
    const order = { by: columns[input.order_by ?? 'created'], isAscending: input.order === 'asc' };
    const page = pageIn(input, 100);
    const { total, campaigns } = await pageOfListedCampaigns(sql, filterOf(input), order, page);
    return { total_items: total, items: campaigns.map(campaignRecord) };
  },

  async deleteCampaigns(call: HandlerCall<'deleteCampaigns'>) {
    const campaign = await requireCampaignOf(call.sql, call.input.campaign_hash, channels);
    await deleteOldCampaign(call, campaign);
    return undefined;
  },
};

/** One user makes all campaigns, so that they have no order by it. */
const columns = {
  created: 'created',
  list_id: 'list',
  internal_name: 'internal_name',
  created_by: 'created',
  group_id: 'campaign_group',
} as const;

/** The API's words for how far campaigns are. */
const statusWords = {
  standby: 'draft',
  queued: 'queued',
  paused: 'paused',
  finished: 'sent',
  canceled: 'canceled',
} as const satisfies Readonly<Record<CampaignProgress, string>>;

/** What the account calls them; nothing is ever seen while it is sent. */
const progressWords: Readonly<Record<NonNullable<CampaignQuery['status']>, string>> = {
  draft: 'standby',
  queued: 'queued',
  paused: 'paused',
  sending: 'sending',
  sent: 'finished',
  canceled: 'canceled',
};

function filterOf(input: CampaignQuery): CampaignFilter<Channel> {
  return {
    channels: channels.filter((known) => input.channel === undefined || known === input.channel),
    equal: {
      hash: input.campaign_hash?.toLowerCase(),
      list: input.list_id,
      progress: input.status === undefined ? undefined : progressWords[input.status],
      internal_name: input.internal_name,
      campaign_group: input.group_id,
    },
    between: {
      created: range(input.created_min, input.created_max),
      changed: range(input.updated_min, input.updated_max),
      started: range(input.start_date_min, input.start_date_max),
      ended: range(input.end_date_min, input.end_date_max),
      scheduled: range(input.schedule_date_min, input.schedule_date_max),
    },
  };
}

function range(least: string | undefined, most: string | undefined) {
  return [momentIn(least), momentIn(most)] as const;
}

function momentIn(text: string | undefined): string | undefined {
  return text === undefined || text === '' ? undefined : momentText(text);
}

function campaignRecord(campaign: ListedCampaign<Channel>) {
  const { campaign_group, scheduled } = campaign;
  return {
    id: campaign.id,
    campaign_hash: campaign.hash,
    status: statusWords[campaign.progress],
    thumbnail: '',
    channel: campaign.channel,
    internal_name: campaign.internal_name,
    list_id: campaign.list,
    title: campaign.subject,
    created_by: accountUser.id,
    ...(campaign_group === null ? {} : { group_id: campaign_group }),
    created: campaign.created,
    updated: campaign.changed,
    start_date: campaign.started ?? '',
    end_date: campaign.ended ?? '',
    schedule_date: { enabled: scheduled !== null, date: scheduled ?? '' },
    processed_messages: campaign.sent,
    automation_id: 0,
  };
}
