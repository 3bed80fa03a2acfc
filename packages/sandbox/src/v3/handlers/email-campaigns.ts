import type { CreateEmailCampaignBody } from '@egoi-client/v3-api';
import { refuseFixed, requireCampaignOf } from '../../account/campaigns/campaigns.ts';
import { fileIn } from '../../account/campaigns/files.ts';
import { checkUsable } from '../../account/campaigns/senders.ts';
import { requireList } from '../../account/lists/lists.ts';
import {
  addCampaign,
  type Campaign,
  emptyCampaign,
  hasFile,
  type NewCampaign,
  saveCampaign,
} from '../../account/store/campaigns.ts';
import type { Sender } from '../../account/store/senders.ts';
import { headerFooterTemplates } from '../../account/store/templates.ts';
import type { AccountWork } from '../../account/work/account-work.ts';
import { checkUrl } from '../calls/callback-url.ts';
import type { HandlerCall } from '../calls/handler.ts';
import { inField, unprocessable } from '../calls/refusal.ts';
import { changedText, requiredText } from '../calls/required-text.ts';
import { type CampaignDetails, detailsOf, readSender, readTemplate } from './read-campaign.ts';
import { sendByOrder } from './send-campaign.ts';

/** E-mail campaigns. */
export const emailCampaignHandlers = {
  async createEmailCampaign(call: HandlerCall<'createEmailCampaign'>) {
    const { sql, references, moment } = call;
    const { body } = call.input;
    const { id: list } = await requireList(sql, body.list_id);
    const internal_name = requiredText('internal_name', body.internal_name);
    const sender = checkUsable(await readSender(call, 'email', body.sender_id));
    const { details, ...content } = await readContent(call, body.content);
    const campaign: NewCampaign = {
      ...emptyCampaign,
      ...content,
      channel: 'email',
      list,
      internal_name,
      subject: body.subject === undefined ? internal_name : requiredText('subject', body.subject),
      sender: sender.id,
      sender_name: sender.name,
      ...(await readReply(call, body.reply_to)),
      details: JSON.stringify({ ...details, header_footer: readFrame(body.header_footer) }),
    };
    const { hash } = await addCampaign(sql, references, campaign, moment.dateTime);
    return { campaign_hash: hash };
  },

  async patchEmailCampaign(call: HandlerCall<'patchEmailCampaign'>) {
    const { sql, moment } = call;
    const { body } = call.input;
    const campaign = await requireCampaignOf(sql, call.input.campaign_hash, ['email']);
    refuseFixed(campaign, 'email');
    const details = detailsOf(campaign);
    const { plain_text = details.plain_text, snippet = details.snippet } = body.content ?? {};
    const frame = { ...details.header_footer, ...readFrame(body.header_footer) };
    const changed: CampaignDetails = { ...details, plain_text, snippet, header_footer: frame };
    const message = body.content?.body;
    if (message !== undefined) await refuseOtherContent(call, campaign);
    const sender =
      body.sender_id === undefined ? undefined : await readUsable(call, body.sender_id);
    await saveCampaign(
      sql,
      campaign.id,
      {
        ...campaign,
        internal_name: changedText('internal_name', body.internal_name, campaign.internal_name),
        subject: changedText('subject', body.subject, campaign.subject),
        message: message === undefined ? campaign.message : requiredText('content.body', message),
        ...(sender === undefined ? {} : { sender: sender.id, sender_name: sender.name }),
        ...(await readReply(call, body.reply_to)),
        details: JSON.stringify(changed),
      },
      moment.dateTime,
    );
    return { campaign_hash: campaign.hash };
  },

  actionSendEmail: (call: HandlerCall<'actionSendEmail'>) =>
    sendByOrder(call, 'email', call.input.body),
};

type Content = CreateEmailCampaignBody['content'];

async function readContent(
  { settings }: AccountWork,
  content: Content,
): Promise<Pick<NewCampaign, 'message' | 'url' | 'file'> & { readonly details: CampaignDetails }> {
  const { plain_text, snippet } = content;
  const [shared, none] = [
    { plain_text, snippet },
    { message: '', url: '', file: undefined },
  ];
  switch (content.type) {
    case 'html':
      return { ...none, message: requiredText('content.body', content.body), details: shared };
    case 'template': {
      const { template_id } = content;
      const message = readTemplate('content.template_id', template_id);
      return { ...none, message, details: { ...shared, template_id } };
    }
    case 'web_page': {
      const { use_page_title } = content;
      const url = checkUrl('content.url', content.url.trim());
      return { ...none, url, details: { ...shared, use_page_title } };
    }
    default: {
      const { file: text } = content;
      const file = await inField('content.file', () => fileIn(text, 'zip', settings.maxFileBytes));
      if (file === undefined) throw unprocessable('content.file', 'A value is required');
      return { ...none, file, details: shared };
    }
  }
}

/** @throws Refusal 422 for a campaign whose contents are no HTML: nothing else can be changed */
async function refuseOtherContent({ sql }: AccountWork, campaign: Campaign): Promise<void> {
  const isTemplate = detailsOf(campaign).template_id !== undefined;
  if (isTemplate || campaign.url !== '' || (await hasFile(sql, campaign.id))) {
    throw unprocessable('content.body', 'The campaign holds no HTML that could be changed');
  }
}

function readUsable(call: AccountWork, id: number, field = 'sender_id'): Promise<Sender> {
  return inField(field, async () => checkUsable(await readSender(call, 'email', id, field)));
}

async function readReply(
  call: AccountWork,
  id: number | undefined,
): Promise<Pick<Partial<NewCampaign>, 'reply' | 'reply_name'>> {
  if (id === undefined) return {};
  const sender = await readUsable(call, id, 'reply_to');
  return { reply: sender.id, reply_name: sender.name };
}

function readFrame(
  frame: CreateEmailCampaignBody['header_footer'],
): CreateEmailCampaignBody['header_footer'] {
  const isKnown =
    frame?.id === undefined || headerFooterTemplates.some((known) => known.id === frame.id);
  if (!isKnown) throw unprocessable('header_footer.id', 'The template does not exist');
  return frame;
}
