import type { EgoiErrorCode, WireValue } from '@egoi-client/core';
import { readId, readName, readText, readValue, readWord } from '../calls/params.ts';
import { Refusal } from '../calls/refusal.ts';
import {
  addCampaign,
  type Campaign,
  type CampaignChannel,
  emptyCampaign,
  hasFile,
} from '../../account/store/campaigns.ts';
import type { Contact } from '../../account/store/contacts.ts';
import type { List } from '../../account/store/lists.ts';
import { type Recipients, sendMessages, type Sending } from '../../account/store/messages.ts';
import { findSender, type Sender, type SenderChannel } from '../../account/store/senders.ts';
import { headerFooterTemplates } from '../../account/store/templates.ts';
import { requireList } from './find-list.ts';
import type { Handler, HandlerCall } from '../calls/handler.ts';
import { readSender, readSmsText, requireCampaign } from './read-campaign.ts';
import { chosenBySegments, namedContacts, namedNumbers, readWays } from './recipients.ts';

/** Sending campaigns and direct messages. All of it has happened when the call is answered. */
export const campaignSendingHandlers = {
  sendCall: (call) => sendToChosen(call, 'voice', readVoiceRecipients),

  async sendEmail(call) {
    const { params } = call;
    const list = await requireList(call);
    const campaign = await requireCampaign(call);
    await refuseUnsendable(call, campaign, 'email');
    const recipients = await readEmailRecipients(call, list);
    const sender = await requireSender(call, campaign, 'email');
    const isRetitled = readValue(params, 'subject') !== undefined;
    const subject = isRetitled ? readName(params, 'subject', 'NO_SUBJECT') : campaign.subject;
    const { message } = campaign;
    const isOwn = sender.id === campaign.sender;
    const senderName = isOwn ? campaign.sender_name : '';
    const sending = { list: list.id, sender: sender.sender, senderName, subject, message };
    const template = readTemplate(call);
    return deliver(call, campaign, { ...sending, template }, recipients, 'NO_SUBSCRIBERS');
  },

  sendFAX: (call) => sendToChosen(call, 'fax', readFaxRecipients),

  async sendSMS(call) {
    const { params } = call;
    const list = await requireList(call);
    const auto = readText(params, 'auto', 'INVALID_OPTION') ?? '';
    if (!['', '0', '1'].includes(auto)) throw new Refusal('INVALID_OPTION');
    const message = readSmsText(call, 'NO_MESSAGE');
    if (!readText(params, 'campaign', 'CAMPAIGN_NOT_VALID')) {
      if (message === '') throw new Refusal('NO_MESSAGE');
      return sendDirectSms(call, list, message);
    }
    const campaign = await requireCampaign(call, 'CAMPAIGN_NOT_VALID', 'CAMPAIGN_NOT_VALID');
    if (message === '') await refuseUnsendable(call, campaign, 'sms_premium');
    else refuseOther(campaign, 'sms_premium');
    const sending = {
      list: list.id,
      sender: (await requireSender(call, campaign, 'telemovel')).sender,
      senderName: '',
      subject: readWord(params, 'subject') ?? campaign.subject,
      message: message === '' ? campaign.message : message,
      template: null,
    };
    const recipients = await readSmsRecipients(call, list);
    return deliver(call, campaign, sending, recipients, 'NO_SUBSCRIBERS');
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
  return deliver(call, campaign, sending, recipients, 'SUBSCRIBER_NOT_FOUND');
}

/** Sends an SMS without a campaign: one is made for it. */
async function sendDirectSms(call: HandlerCall, list: List, message: string): Promise<WireValue> {
  const { params, sql, references } = call;
  const subject = readName(params, 'subject', 'NO_SUBJECT');
  const sender = await requireSender(call, undefined, 'telemovel');
  const recipients = await readSmsRecipients(call, list);
  const campaign = await addCampaign(sql, references, {
    ...emptyCampaign,
    list: list.id,
    channel: 'sms_premium',
    subject,
    internal_name: readWord(params, 'internal_title') ?? '',
    sender: sender.id,
    message,
  });
  const sending = {
    list: list.id,
    sender: sender.sender,
    senderName: '',
    subject,
    message,
    template: null,
  };
  const answer = await deliver(call, campaign, sending, recipients, 'NO_SUBSCRIBERS');
  return { ...answer, CAMPAIGN: campaign.hash };
}

/** @param none the code for a send that reaches nobody */
async function deliver(
  { sql, moment }: HandlerCall,
  campaign: Campaign,
  sending: Omit<Sending, 'moment'>,
  recipients: Recipients,
  none: EgoiErrorCode,
): Promise<{ ID: string }> {
  const sent = await sendMessages(
    sql,
    campaign,
    { ...sending, moment: moment.dateTime },
    recipients,
  );
  if (sent === 0) throw new Refusal(none);
  return { ID: campaign.hash };
}

/** The campaign of a call or a fax, whose methods have one code for whatever is wrong with it. */
async function requireSendable(call: HandlerCall, channel: CampaignChannel): Promise<Campaign> {
  const campaign = await requireCampaign(call, 'CAMPAIGN_NOT_VALID', 'CAMPAIGN_NOT_VALID');
  await refuseUnsendable(call, campaign, channel);
  return campaign;
}

/** @throws Refusal `CAMPAIGN_NOT_VALID` for one of another channel, a deleted or an empty one */
async function refuseUnsendable(
  { sql }: HandlerCall,
  campaign: Campaign,
  channel: CampaignChannel,
): Promise<void> {
  refuseOther(campaign, channel);
  const hasText = campaign.message.trim() !== '' || campaign.url !== '';
  if (!hasText && !(await hasFile(sql, campaign.id))) throw new Refusal('CAMPAIGN_NOT_VALID');
}

function refuseOther(campaign: Campaign, channel: CampaignChannel): void {
  if (campaign.channel !== channel || campaign.status === 'deleted') {
    throw new Refusal('CAMPAIGN_NOT_VALID');
  }
}

/** Calls and faxes name no sender and change nothing of the campaign. */
function titleOf({ subject, message }: Campaign) {
  return { subject, message, sender: '', senderName: '', template: null };
}

/** The list of a call or a fax: the campaign's, unless the call names another. */
async function readListOf(call: HandlerCall, campaign: Campaign): Promise<number> {
  if (readId(call.params, 'listID') === undefined) return campaign.list;
  return (await requireList(call, 'INVALID_OPTION', 'INVALID_OPTION')).id;
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
  const text = channel === 'telemovel' ? readText(params, 'from', 'INVALID_FROM') : undefined;
  const found = text
    ? ((await findSender(sql, channel, { sender: text })) ??
      (await readSender(call, 'from', channel, 'INVALID_FROM')))
    : await findSender(sql, channel, { id: campaign?.sender ?? 0 });
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
  if (given.way === 'segment') {
    return chosenBySegments(call.sql, id, given.texts, 'SEGMENT_NOT_FOUND');
  }
  return namedContacts(call.sql, id, given.texts, ({ email }) => {
    if (email === null) throw new Refusal('SUBSCRIBER_NOT_FOUND');
    return email;
  });
}

async function readSmsRecipients(call: HandlerCall, { id }: List): Promise<Recipients> {
  const { params, sql } = call;
  const given = readWays(params, ['cellphone', 'uid', 'subscriber', 'segment']);
  if (given === undefined) {
    const isEmpty = readValue(params, 'cellphone') !== undefined;
    throw new Refusal(isEmpty ? 'NO_CELLPHONE' : 'SUBSCRIBER_MISSING');
  }
  if (given.way === 'segment') return chosenBySegments(sql, id, given.texts, 'SEGMENT_NOT_FOUND');
  if (given.way === 'cellphone') return namedNumbers(sql, id, 'cellphone', given.texts);
  return namedContacts(sql, id, given.texts, ({ cellphone, telephone }) => {
    if (cellphone !== null) return cellphone;
    throw new Refusal(telephone === null ? 'NO_CELLPHONE_OR_TELEPHONE' : 'NO_CELLPHONE');
  });
}

async function readVoiceRecipients(
  { params, sql }: HandlerCall,
  list: number,
): Promise<Recipients> {
  const given = readWays(params, ['cellphone', 'telephone', 'subscriber', 'segment']);
  if (given === undefined) throw new Refusal('NO_CELLPHONE_OR_TELEPHONE');
  const { way, texts } = given;
  if (way === 'segment') return chosenBySegments(sql, list, texts, 'INVALID_OPTION');
  if (way !== 'subscriber') return namedNumbers(sql, list, way, texts);
  return namedContacts(sql, list, texts, (contact: Contact) => {
    const number = contact.cellphone ?? contact.telephone;
    if (number === null) throw new Refusal('NO_CELLPHONE_OR_TELEPHONE');
    return number;
  });
}

async function readFaxRecipients({ params, sql }: HandlerCall, list: number): Promise<Recipients> {
  const given = readWays(params, ['fax', 'subscriber', 'segment']);
  if (given === undefined) throw new Refusal('SUBSCRIBER_NOT_FOUND');
  const { way, texts } = given;
  if (way === 'segment') return chosenBySegments(sql, list, texts, 'INVALID_OPTION');
  if (way === 'fax') return namedNumbers(sql, list, 'fax', texts);
  return namedContacts(sql, list, texts, ({ fax }) => {
    if (fax === null) throw new Refusal('SUBSCRIBER_FORMAT_ERROR');
    return fax;
  });
}
