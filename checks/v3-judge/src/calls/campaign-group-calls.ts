import { refused, right, wrong } from './judged-call.ts';

/** Groups of campaigns. */
export const campaignGroupCalls = [
  right('createCampaignGroup', { body: { name: 'Spring' } }),
  right('createCampaignGroup', { body: { name: 'Summer' } }),
  wrong('createCampaignGroup', { body: { title: 'Spring' } }),
  wrong('createCampaignGroup', { body: {} }),
  right('getAllCampaignGroups', { limit: 10 }),
  right('getAllCampaignGroups', { name: 'Spring', group_id: 1 }),
  wrong('getAllCampaignGroups', { limit: 1001 }),
  right('updateCampaignGroup', { group_id: 1, body: { name: 'Late spring' } }),
  refused('updateCampaignGroup', { group_id: 99, body: { name: 'Late spring' } }, 404),
  wrong('updateCampaignGroup', { group_id: 1, body: { name: ['Spring'] } }),
  right('deleteCampaignGroup', { group_id: 2 }),
  refused('deleteCampaignGroup', { group_id: 2 }, 404),
  wrong('deleteCampaignGroup', { group_id: 'spring' }, 404),
];
