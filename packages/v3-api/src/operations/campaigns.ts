import { count, flag, id, integer, struct, text, word } from '../schema/declare.ts';
import { campaignHash, listId, moment } from '../schema/kinds.ts';
import { ofCampaign } from './campaign-parts.ts';
import { operation } from './operation.ts';
import { collection, orderParams } from './shared.ts';

const channels = ['email', 'push', 'sms', 'smart_sms', 'voice', 'web_push'] as const;
const statuses = ['draft', 'canceled', 'queued', 'paused', 'sending', 'sent'] as const;

const campaign = struct('Campaign', 'A campaign of any channel.', {
  required: { campaign_hash: campaignHash },
  expected: {
    id: id('Number of the campaign; the `REF` of API v2.'),
    status: word(statuses, 'How far it is.'),
    channel: word(channels, 'By what it is sent.'),
    internal_name: text('Name that only the account sees.'),
    list_id: listId,
    title: text('Subject, or what stands for one.'),
    created_by: id('User who made it.'),
    created: moment('When it was made.'),
    updated: moment('When it was last changed.'),
  },
  optional: {
    thumbnail: text('Address of a small picture of it.'),
    group_id: integer('Group that it is in; left out where there is none.'),
    start_date: moment('When sending began.'),
    end_date: moment('When sending ended.'),
    schedule_date: struct('CampaignSchedule', 'When it is to be sent.', {
      optional: { enabled: flag('Whether a moment is set.'), date: moment('The moment.') },
    }),
    processed_messages: count('Messages that went out.'),
    automation_id: integer('Automation that sends it; `0` is none.'),
  },
});

/** Campaigns of all channels. */
export const campaignOperations = {
  getAllCampaigns: operation({
    method: 'GET',
    path: '/campaigns',
    summary: 'Gives the campaigns of the account.',
    queryParams: {
      channel: word(channels, 'Only campaigns of this channel.'),
      campaign_hash: text('Only this campaign, by its hash.'),
      list_id: integer('Only campaigns of this list.'),
      status: word(statuses, 'Only campaigns that are this far.'),
      internal_name: text('Only campaigns with this internal name.'),
      created_by: integer('Only campaigns of this user.'),
      group_id: integer('Only campaigns of this group.'),
      created_min: moment('Only campaigns made then or later.'),
      created_max: moment('Only campaigns made then or before.'),
      updated_min: moment('Only campaigns changed then or later.'),
      updated_max: moment('Only campaigns changed then or before.'),
      start_date_min: moment('Only campaigns whose sending began then or later.'),
      start_date_max: moment('Only campaigns whose sending began then or before.'),
      end_date_min: moment('Only campaigns whose sending ended then or later.'),
      end_date_max: moment('Only campaigns whose sending ended then or before.'),
      schedule_date_min: moment('Only campaigns to be sent then or later.'),
      schedule_date_max: moment('Only campaigns to be sent then or before.'),
      ...orderParams(['created', 'list_id', 'internal_name', 'created_by', 'group_id']),
    },
    answer: { status: 200, value: collection('CampaignPage', campaign, 'campaigns') },
    paging: { usualLimit: 100 },
    notes: ['A page has 100 campaigns where no limit is given, and not 10 as elsewhere.'],
  }),
  deleteCampaigns: operation({
    method: 'DELETE',
    path: '/campaigns/{campaign_hash}',
    summary: 'Deletes a campaign.',
    pathParams: ofCampaign,
    answer: { status: 204 },
    conflict: {
      reasons: {
        campaign_sent_last_30_days:
          'This campaign cant be deleted since it was sent in the last 30 days',
      },
    },
  }),
};
