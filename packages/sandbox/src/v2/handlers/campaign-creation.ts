import { readWord } from '@egoi-client/core/wire';
import { readName, readText } from '../calls/params.ts';
import { Refusal } from '../calls/refusal.ts';
import {
  addCampaign,
  type CampaignChannel,
  emptyCampaign,
  type NewCampaign,
} from '../../account/store/campaigns.ts';
import { insertGroup } from '../../account/store/campaign-groups.ts';
import { readFile } from './files.ts';
import { requireListOf } from './find-named.ts';
import type { Handler, HandlerCall } from '../calls/handler.ts';
import { readEmailSender, readSender, readSmsText, readUrl } from './read-campaign.ts';

/** Making campaigns of every channel. */
export const campaignCreationHandlers = {
  async createCampaignEmail(call) {
    const { params } = call;
    const campaign = await readNewCampaign(call, 'email');
    const message = readText(params, 'message', 'NO_MESSAGE') ?? '';
    const url = readUrl(params);
    const fileText = readText(params, 'file', 'INVALID_FILE');
    if (message.trim() === '' && url === '' && !fileText) {
      throw new Refusal(fileText === undefined ? 'NO_MESSAGE' : 'NO_ZIP_FILE');
    }
    const from = await readEmailSender(call, 'from', 'INVALID_FROM');
    if (from.sender === undefined) throw new Refusal('INVALID_FROM');
    const reply = await readEmailSender(call, 'reply', 'INVALID_REPLY');
    const file = readFile(call, 'zip', 'INVALID_FILE');
    return create(call, {
      ...campaign,
      message,
      url,
      file,
      sender: from.sender.id,
      sender_name: from.name ?? '',
      reply: reply.sender?.id ?? null,
      reply_name: reply.name ?? '',
    });
  },

  async createCampaignFAX(call) {
    const campaign = await readNewCampaign(call, 'fax');
    const file = readFile(call, 'pdf', 'INVALID_FILE');
    if (file === undefined) throw new Refusal('NO_FAX_FILE');
    return create(call, { ...campaign, file });
  },

  async createCampaignGroup({ params, sql }) {
    return { ID: String(await insertGroup(sql, readName(params, 'name', 'NAME_MISSING'))) };
  },

  async createCampaignSMS(call) {
    const campaign = await readNewCampaign(call, 'sms');
    const message = readSmsText(call, 'NO_MESSAGE');
    if (message === '') throw new Refusal('NO_MESSAGE');
    const sender = await readSender(call, 'from', 'sms', 'INVALID_FROM');
    if (sender === undefined) throw new Refusal('INVALID_FROM');
    return create(call, { ...campaign, message, sender: sender.id });
  },

  async createCampaignVoice(call) {
    const campaign = await readNewCampaign(call, 'voice');
    const file = readFile(call, 'audio', 'INVALID_FILE');
    if (file === undefined) throw new Refusal('NO_AUDIO_FILE');
    return create(call, { ...campaign, file });
  },
} as const satisfies Record<string, Handler>;

/** What every channel asks for: a list and a title. */
async function readNewCampaign(call: HandlerCall, channel: CampaignChannel): Promise<NewCampaign> {
  const { params } = call;
  const list = await requireListOf(call);
  const subject = readName(params, 'subject', 'NO_SUBJECT');
  const internal_name = readWord(params, 'internal_name') ?? '';
  return { ...emptyCampaign, list: list.id, channel, subject, internal_name };
}

async function create(call: HandlerCall, campaign: NewCampaign) {
  const { hash } = await addCampaign(call.sql, call.references, campaign, call.moment.dateTime);
  return { ID: hash };
}
