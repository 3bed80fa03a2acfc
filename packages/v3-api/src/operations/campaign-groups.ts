import { id, struct, text } from '../schema/declare.ts';
import { operation } from './operation.ts';
import { collection } from './shared.ts';

const groupId = id('Group of campaigns.');
const name = text('What it is called.');

const group = struct('CampaignGroup', 'A group of campaigns.', {
  required: { group_id: groupId, name },
});

const groupBody = struct('CampaignGroupBody', 'Name of a group.', {
  required: { name },
  setByService: ['group_id'],
});

/** Groups of campaigns. */
export const campaignGroupOperations = {
  getAllCampaignGroups: operation({
    method: 'GET',
    path: '/campaign-groups',
    summary: 'Gives the groups of campaigns.',
    queryParams: {
      group_id: id('Only this group.'),
      name: text('Only groups with this name.'),
    },
    answer: { status: 200, value: collection('CampaignGroupPage', group, 'groups') },
    paging: {},
  }),
  createCampaignGroup: operation({
    method: 'POST',
    path: '/campaign-groups',
    summary: 'Makes a group of campaigns.',
    body: groupBody,
    answer: { status: 201, value: group },
    conflict: {},
  }),
  updateCampaignGroup: operation({
    method: 'PUT',
    path: '/campaign-groups/{group_id}',
    summary: 'Changes the name of a group of campaigns.',
    pathParams: { group_id: groupId },
    body: groupBody,
    answer: { status: 200, value: group },
  }),
  deleteCampaignGroup: operation({
    method: 'DELETE',
    path: '/campaign-groups/{group_id}',
    summary: 'Deletes a group of campaigns.',
    pathParams: { group_id: groupId },
    answer: { status: 204 },
    conflict: {},
  }),
};
