import type { WireValue } from '@egoi-client/core';
import { refuseOther, refuseUnsendable } from '../../account/campaigns/campaigns.ts';
import { namedContacts, namedNumbers, sendCampaign } from '../../account/campaigns/recipients.ts';
import { readId, readValue, readWord } from '@egoi-client/core/wire';
import { readName, readText } from '../calls/params.ts';
import { Refusal } from '../calls/refusal.ts';
import {
  addCampaign,
  type Campaign,
  type CampaignChannel,
  emptyCampaign,
  type NewCampaign,
} from '../../account/store/campaigns.ts';
import type { List } from '../../account/store/lists.ts';
import type { Recipients, Sending } from '../../account/store/messages.ts';
import { findUsableSender } from '../../account/campaigns/senders.ts';
import type { Sender, SenderChannel } from '../../account/store/senders.ts';
import { headerFooterTemplates } from '../../account/store/templates.ts';
import { requireListOf } from './find-named.ts';
import type { Handler, HandlerCall } from '../calls/handler.ts';
import { readSender, readSmsText, requireCampaignOf } from './read-campaign.ts';
import { readWays, recipientsIn } from './read-recipients.ts';

/** Sending campaigns and direct messages. All of it has happened when the call is answered. */
export const campaignSendingHandlers = {
  sendCall: (call) => sendToChosen(call, 'voice', readVoiceRecipients),

  async sendEmail(call) {
    const { params } = call;
    const list = await requireListOf(call);
    const campaign = await requireCampaignOf(call);
    await refuseUnsendable(call.sql, campaign, 'email');
    const recipients = await readEmailRecipients(call, list);
    const sender = await requireSender(call, campaign, 'email');
    const isRetitled = readValue(params, 'subject') !== undefined;
    const subject = isRetitled ? readName(params, 'subject', 'NO_SUBJECT') : campaign.subject;
    const { message } = campaign;
    const isOwn = sender.id === campaign.sender;
    const senderName = isOwn ? campaign.sender_name : '';
    const sending = { list: list.id, sender: sender.sender, senderName, subject, message };
    const template = readTemplate(call);
    return deliver(call, campaign, { ...sending, template }, recipients);
  },

  sendFAX: (call) => sendToChosen(call, 'fax', readFaxRecipients),

  async sendSMS(call) {
    const { params } = call;
    const list = await requireListOf(call);
    const auto = readText(params, 'auto', 'INVALID_OPTION') ?? '';
    if (!['', '0', '1'].includes(auto)) throw new Refusal('INVALID_OPTION');
    const message = readSmsText(call, 'NO_MESSAGE');
    if (!readText(params, 'campaign', 'CAMPAIGN_NOT_VALID')) {
      if (message === '') throw new Refusal('NO_MESSAGE');
      return sendDirectSms(call, list, message);
    }
    const campaign = await requireCampaignOf(call, 'CAMPAIGN_NOT_VALID');
    if (message === '') await refuseUnsendable(call.sql, campaign, 'sms');
    else refuseOther(campaign, 'sms');
    const sending = {
      list: list.id,
      sender: (await requireSender(call, campaign, 'sms')).sender,
      senderName: '',
      subject: readWord(params, 'subject') ?? campaign.subject,
      message: message === '' ? campaign.message : message,
      template: null,
    };
    const recipients = await readSmsRecipients(call, list);
    return deliver(call, campaign, sending, recipients);
  },
} as const satisfies Record<string, Handler>;

/** Sends a campaign to whom the call names, by contact, by number or by segment. */
async function sendToChosen(
  call: HandlerCall,
  channel: 'voice' | 'fax',
  readRecipients: typeof readFaxRecipients,
) {
  const campaign = await requireSendable(call, channel);
  const list = await readListOf(call, campaign);
  const recipients = await readRecipients(call, list);
  const sending = { ...titleOf(campaign), list };
  return deliver(call, campaign, sending, recipients);
}

/** Sends an SMS without a campaign: one is made for it. */
async function sendDirectSms(call: HandlerCall, list: List, message: string): Promise<WireValue> {
  const { params, sql, references } = call;
  const subject = readName(params, 'subject', 'NO_SUBJECT');
  const sender = await requireSender(call, undefined, 'sms');
  const recipients = await readSmsRecipients(call, list);
  const made: NewCampaign = {
    ...emptyCampaign,
    list: list.id,
    channel: 'sms',
    subject,
    internal_name: readWord(params, 'internal_title') ?? '',
    sender: sender.id,
    message,
  };
  const campaign = await addCampaign(sql, references, made, call.moment.dateTime);
  const sending = {
    list: list.id,
    sender: sender.sender,
    senderName: '',
    subject,
    message,
    template: null,
  };
  const answer = await deliver(call, campaign, sending, recipients);
  return { ...answer, CAMPAIGN: campaign.hash };
}

async function deliver(
  call: HandlerCall,
  campaign: Campaign,
  sending: Omit<Sending, 'moment'>,
  recipients: Recipients,
): Promise<{ ID: string }> {
  await sendCampaign(call, campaign, sending, recipients);
  return { ID: campaign.hash };
}

/** The campaign of a call or a fax, whose methods have one code for whatever is wrong with it. */
async function requireSendable(call: HandlerCall, channel: CampaignChannel): Promise<Campaign> {
  const campaign = await requireCampaignOf(call, 'CAMPAIGN_NOT_VALID');
  await refuseUnsendable(call.sql, campaign, channel);
  return campaign;
}

/** Calls and faxes name no sender and change nothing of the campaign. */
function titleOf({ subject, message }: Campaign) {
  return { subject, message, sender: '', senderName: '', template: null };
}

/** The list of a call or a fax: the campaign's, unless the call names another. */
async function readListOf(call: HandlerCall, campaign: Campaign): Promise<number> {
  if (readId(call.params, 'listID') === undefined) return campaign.list;
  return (await requireListOf(call)).id;
}

/** The sender of the call, else the campaign's. @throws Refusal `INVALID_FROM` when there is none */
async function requireSender(
  call: HandlerCall,
  campaign: Campaign | undefined,
  channel: SenderChannel,
): Promise<Sender> {
  const { params, sql } = call;
  const given = await readSender(call, 'fromID', channel, 'INVALID_FROM');
  if (given !== undefined) return given;
  // Of an SMS also as text, as a known client sends it (reference, sendSMS).
  const text = channel === 'sms' ? readText(params, 'from', 'INVALID_FROM') : undefined;
  const found = text
    ? ((await findUsableSender(sql, channel, { sender: text })) ??
      (await readSender(call, 'from', channel, 'INVALID_FROM')))
    : await findUsableSender(sql, channel, { id: campaign?.sender ?? 0 });
  if (found === undefined) throw new Refusal('INVALID_FROM');
  return found;
}

function readTemplate({ params }: HandlerCall): number | null {
  const id = readId(params, 'header_footer_template');
  if (id === undefined) return null;
  if (!headerFooterTemplates.some((template) => template.id === id)) {
    throw new Refusal('INVALID_OPTION');
  }
  return id;
}

async function readEmailRecipients(call: HandlerCall, { id }: List): Promise<Recipients> {
  const given = readWays(call.params, ['email', 'uid', 'segment']);
  if (given === undefined) throw new Refusal('SUBSCRIBER_MISSING');
  const { way, texts } = given;
  if (way === 'segment') return recipientsIn(call, id, texts);
  return namedContacts(call.sql, id, texts, 'email');
}

async function readSmsRecipients(call: HandlerCall, { id }: List): Promise<Recipients> {
  const { params, sql } = call;
  const given = readWays(params, ['cellphone', 'uid', 'subscriber', 'segment']);
  if (given === undefined) {
    const isEmpty = readValue(params, 'cellphone') !== undefined;
    throw new Refusal(isEmpty ? 'NO_CELLPHONE' : 'SUBSCRIBER_MISSING');
  }
  const { way, texts } = given;
  if (way === 'segment') return recipientsIn(call, id, texts);
  if (way === 'cellphone') return namedNumbers(sql, id, way, texts);
  return namedContacts(sql, id, texts, 'sms');
}

async function readVoiceRecipients(call: HandlerCall, list: number): Promise<Recipients> {
  const given = readWays(call.params, ['cellphone', 'telephone', 'subscriber', 'segment']);
  if (given === undefined) throw new Refusal('NO_CELLPHONE_OR_TELEPHONE');
  const { way, texts } = given;
  if (way === 'segment') return recipientsIn(call, list, texts);
  if (way !== 'subscriber') return namedNumbers(call.sql, list, way, texts);
  return namedContacts(call.sql, list, texts, 'voice');
}

async function readFaxRecipients(call: HandlerCall, list: number): Promise<Recipients> {
  const given = readWays(call.params, ['fax', 'subscriber', 'segment']);
  if (given === undefined) throw new Refusal('SUBSCRIBER_NOT_FOUND');
  const { way, texts } = given;
  if (way === 'segment') return recipientsIn(call, list, texts);
  if (way === 'fax') return namedNumbers(call.sql, list, way, texts);
  return namedContacts(call.sql, list, texts, 'fax');
}
