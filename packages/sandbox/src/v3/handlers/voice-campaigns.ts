import type { CreateVoiceCampaignBody } from '@egoi-client/v3-api';
import { refuseFixed, requireCampaignOf } from '../../account/campaigns/campaigns.ts';
import { fileIn } from '../../account/campaigns/files.ts';
import { requireGroup } from '../../account/campaigns/groups.ts';
import { checkUsable } from '../../account/campaigns/senders.ts';
import {
  addCampaign,
  emptyCampaign,
  type NewCampaign,
  saveCampaign,
  saveCampaignFile,
} from '../../account/store/campaigns.ts';
import type { AccountWork } from '../../account/work/account-work.ts';
import type { HandlerCall } from '../calls/handler.ts';
import { inField, unprocessable } from '../calls/refusal.ts';
import { changedText, requiredText } from '../calls/required-text.ts';
import { detailsOf, readList, readSender, readTemplate } from './read-campaign.ts';
import { sendByOrder } from './send-campaign.ts';

/** Voice campaigns. They have no subject: v2 sees their internal name in its place. */
export const voiceCampaignHandlers = {
  async createVoiceCampaign(call: HandlerCall<'createVoiceCampaign'>) {
    const { sql, references, moment } = call;
    const { body } = call.input;
    const list = await readList(call, body.list_id);
    const internal_name = requiredText('internal_name', body.internal_name);
    const sender = checkUsable(await readSender(call, 'voice', body.sender_id));
    const campaign: NewCampaign = {
      ...emptyCampaign,
      ...(await readContent(call, body.content)),
      channel: 'voice',
      list: list.id,
      internal_name,
      subject: internal_name,
      sender: sender.id,
      campaign_group: await readGroup(call, body.group_id, null),
    };
    const { hash } = await addCampaign(sql, references, campaign, moment.dateTime);
    return { campaign_hash: hash };
  },

  async patchVoiceCampaign(call: HandlerCall<'patchVoiceCampaign'>) {
    const { sql, moment } = call;
    const { body } = call.input;
    const campaign = await requireCampaignOf(sql, call.input.campaign_hash, ['voice']);
    refuseFixed(campaign, 'voice');
    const audio = body.message?.audio;
    if (audio !== undefined) {
      if (detailsOf(campaign).template_id !== undefined) {
        throw unprocessable('message.audio', 'The campaign holds no recording to be changed');
      }
      await saveCampaignFile(sql, campaign.id, await readAudio(call, 'message.audio', audio));
    }
    const internal_name = changedText('internal_name', body.internal_name, campaign.internal_name);
    const isTitled = campaign.subject !== campaign.internal_name;
    const { sender_id } = body;
    await saveCampaign(
      sql,
      campaign.id,
      {
        ...campaign,
        internal_name,
        subject: isTitled ? campaign.subject : internal_name,
        sender: sender_id === undefined ? campaign.sender : await readUsable(call, sender_id),
        campaign_group: await readGroup(call, body.group_id, campaign.campaign_group),
      },
      moment.dateTime,
    );
    return { campaign_hash: campaign.hash };
  },

  actionSendVoice: (call: HandlerCall<'actionSendVoice'>) =>
    sendByOrder(call, 'voice', call.input.body),
};

async function readContent(
  call: AccountWork,
  content: CreateVoiceCampaignBody['content'],
): Promise<Partial<NewCampaign>> {
  if (content.type === 'audio') {
    return { file: await readAudio(call, 'content.audio', content.audio ?? '') };
  }
  const id = Number(content.template_id ?? NaN);
  const message = readTemplate('content.template_id', id);
  return { message, details: JSON.stringify({ template_id: id }) };
}

async function readAudio({ settings }: AccountWork, field: string, text: string): Promise<Buffer> {
  const file = await inField(field, () => fileIn(text, 'audio', settings.maxFileBytes));
  if (file === undefined) throw unprocessable(field, 'A value is required');
  return file;
}

async function readUsable(call: AccountWork, id: number): Promise<number> {
  return inField('sender_id', async () => checkUsable(await readSender(call, 'voice', id)).id);
}

async function readGroup(
  { sql }: AccountWork,
  id: number | undefined,
  otherwise: number | null,
): Promise<number | null> {
  if (id === undefined) return otherwise;
  return inField('group_id', async () => (await requireGroup(sql, id)).id);
}
