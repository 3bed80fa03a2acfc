import {
  addGroup,
  changeGroup,
  checkGroupName,
  deleteUnusedGroup,
  requireGroup,
} from '../../account/campaigns/groups.ts';
import { allGroups, type CampaignGroup } from '../../account/store/campaign-groups.ts';
import type { HandlerCall } from '../calls/handler.ts';
import { pageOf } from '../calls/page.ts';
import { inField } from '../calls/refusal.ts';
import { requiredText } from '../calls/required-text.ts';

/** Groups of campaigns. */
export const campaignGroupHandlers = {
  async getAllCampaignGroups({ sql, input }: HandlerCall<'getAllCampaignGroups'>) {
    const { group_id, name } = input;
    const groups = (await allGroups(sql)).filter(
      (group) =>
        (group_id === undefined || group.id === group_id) &&
        (name === undefined || group.name === name),
    );
    return pageOf(groups.map(groupRecord), input);
  },

  async createCampaignGroup({ sql, input }: HandlerCall<'createCampaignGroup'>) {
    const name = requiredText('name', input.body.name).trim();
    return groupRecord({ id: await addGroup(sql, name), name });
  },

  async updateCampaignGroup({ sql, input }: HandlerCall<'updateCampaignGroup'>) {
    const { id } = await requireGroup(sql, input.group_id);
    const name = requiredText('name', input.body.name).trim();
    await inField('name', () => checkGroupName(sql, name, id));
    await changeGroup(sql, id, name);
    return groupRecord({ id, name });
  },

  async deleteCampaignGroup({ sql, input }: HandlerCall<'deleteCampaignGroup'>) {
    await deleteUnusedGroup(sql, input.group_id);
    return undefined;
  },
};

function groupRecord({ id, name }: CampaignGroup) {
  return { group_id: id, name };
}
