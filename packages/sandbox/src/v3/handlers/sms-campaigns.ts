import type { SmsOptions } from '@egoi-client/v3-api';
import { checkSmsText, refuseFixed, requireCampaignOf } from '../../account/campaigns/campaigns.ts';
import { checkUsable } from '../../account/campaigns/senders.ts';
import {
  addCampaign,
  emptyCampaign,
  type NewCampaign,
  saveCampaign,
} from '../../account/store/campaigns.ts';
import { type Sender, sendersOf } from '../../account/store/senders.ts';
import type { AccountWork } from '../../account/work/account-work.ts';
import type { HandlerCall } from '../calls/handler.ts';
import { inField, unprocessable } from '../calls/refusal.ts';
import { changedText, requiredText } from '../calls/required-text.ts';
import {
  type CampaignDetails,
  detailsOf,
  readList,
  readSender,
  readTemplate,
} from './read-campaign.ts';
import { sendByOrder } from './send-campaign.ts';

/** SMS campaigns. They have no subject: v2 sees their internal name in its place. */
export const smsCampaignHandlers = {
  async createSmsCampaign(call: HandlerCall<'createSmsCampaign'>) {
    const { sql, references, moment } = call;
    const { content, options, ...body } = call.input.body;
    const list = await readList(call, body.list_id);
    const internal_name = requiredText('internal_name', body.internal_name);
    const isText = content.type === 'text';
    const details: CampaignDetails = isText
      ? { options }
      : { options, template_id: content.template_id };
    const campaign: NewCampaign = {
      ...emptyCampaign,
      channel: 'sms',
      list: list.id,
      internal_name,
      subject: internal_name,
      message: isText
        ? await readMessage(call, content.message, options)
        : readTemplate('content.template_id', content.template_id),
      sender:
        body.sender_id === undefined
          ? (await usualSender(call)).id
          : await readUsable(call, body.sender_id),
      details: JSON.stringify(details),
    };
    const { hash } = await addCampaign(sql, references, campaign, moment.dateTime);
    return { campaign_hash: hash };
  },

  async patchSmsCampaign(call: HandlerCall<'patchSmsCampaign'>) {
    const { sql, moment } = call;
    const { body } = call.input;
    const campaign = await requireCampaignOf(sql, call.input.campaign_hash, ['sms']);
    refuseFixed(campaign, 'sms');
    const details = detailsOf(campaign);
    const given = body.content?.message;
    if (given !== undefined && details.template_id !== undefined) {
      throw unprocessable('content.message', 'The campaign holds no text that could be changed');
    }
    const internal_name = changedText('internal_name', body.internal_name, campaign.internal_name);
    const options = { ...details.options, ...body.options };
    const message = await readMessage(call, given ?? campaign.message, options);
    const isTitled = campaign.subject !== campaign.internal_name;
    const { sender_id } = body;
    await saveCampaign(
      sql,
      campaign.id,
      {
        ...campaign,
        internal_name,
        subject: isTitled ? campaign.subject : internal_name,
        message,
        sender: sender_id === undefined ? campaign.sender : await readUsable(call, sender_id),
        details: JSON.stringify({ ...details, options }),
      },
      moment.dateTime,
    );
    return { campaign_hash: campaign.hash };
  },

  actionSendSms: (call: HandlerCall<'actionSendSms'>) => sendByOrder(call, 'sms', call.input.body),
};

async function readUsable(call: AccountWork, id: number): Promise<number> {
  return inField('sender_id', async () => checkUsable(await readSender(call, 'sms', id)).id);
}

/** The oldest sender of SMS, which goes where none is said. @throws Refusal 422 where the account has none */
async function usualSender({ sql }: AccountWork): Promise<Sender> {
  const usable = (await sendersOf(sql, 'sms')).find(({ status }) => status === 'active');
  if (usable === undefined) throw unprocessable('sender_id', 'The account has no sender of SMS');
  return usable;
}

/** The most messages that a text takes where nothing is said. */
const usualMessages = 7;

/** Fewer characters have room in an SMS when they are not all in its own alphabet. */
const unicodeLength = 70;

async function readMessage(
  { settings }: AccountWork,
  text: string,
  { encoding, max_messages = usualMessages }: SmsOptions = {},
): Promise<string> {
  const { maxSmsLength } = settings;
  const length = encoding === 'unicode' ? Math.min(unicodeLength, maxSmsLength) : maxSmsLength;
  await inField('content.message', () => checkSmsText(text, length * max_messages));
  return requiredText('content.message', text);
}
