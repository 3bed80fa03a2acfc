import { campaignChannelNames } from '../calls/api-words.ts';
import type { WireObject } from '@egoi-client/core';
import { readId, readValue, readWord, scalarText } from '@egoi-client/core/wire';
import { readPage, readName } from '../calls/params.ts';
import { deleteCampaign, refuseFixed } from '../../account/campaigns/campaigns.ts';
import { changeGroup } from '../../account/campaigns/groups.ts';
import {
  type Campaign,
  type CampaignChannel,
  type CampaignSettings,
  pageOfCampaigns,
  saveCampaign,
} from '../../account/store/campaigns.ts';
import { headerFooterTemplates, type Template, templates } from '../../account/store/templates.ts';
import { requireListOf } from './find-named.ts';
import { type Handler, type HandlerCall, outcomeOk } from '../calls/handler.ts';
import {
  readEmailSender,
  readSender,
  readSmsText,
  readUrl,
  requireCampaignOf,
} from './read-campaign.ts';

/** Campaigns that exist, and their templates. */
export const campaignHandlers = {
  async deleteCampaign(call) {
    await deleteCampaign(call, await requireCampaignOf(call));
    return outcomeOk;
  },

  async editCampaignEmail(call) {
    const { params, sql } = call;
    const campaign = await requireEditable(call, 'email');
    const settings = await readSettings(call, campaign);
    const from = await readEmailSender(call, 'from', 'INVALID_FROM');
    const reply = await readEmailSender(call, 'reply', 'INVALID_REPLY');
    const edited = {
      ...settings,
      // The method has no code for a list or a struct in its place.
      message: scalarText(readValue(params, 'message')) ?? campaign.message,
      url: readValue(params, 'url') === undefined ? campaign.url : readUrl(params),
      sender: from.sender?.id ?? campaign.sender,
      sender_name: from.name ?? campaign.sender_name,
      reply: reply.sender?.id ?? campaign.reply,
      reply_name: reply.name ?? campaign.reply_name,
    };
    await saveCampaign(sql, campaign.id, edited, call.moment.dateTime);
    return outcomeOk;
  },

  async editCampaignGroup({ params, sql }) {
    const name = readName(params, 'name', 'NAME_MISSING');
    await changeGroup(sql, readId(params, 'group') ?? 0, name);
    return outcomeOk;
  },

  async editCampaignSMS(call) {
    const { params, sql } = call;
    const campaign = await requireEditable(call, 'sms');
    const settings = await readSettings(call, campaign);
    const isNew = readValue(params, 'message') !== undefined;
    const message = isNew ? readSmsText(call, 'MESSAGE_TOO_LONG') : campaign.message;
    const sender = await readSender(call, 'from', 'sms', 'INVALID_FROM');
    const edited = {
      ...settings,
      message,
      sender: sender?.id ?? campaign.sender,
    };
    await saveCampaign(sql, campaign.id, edited, call.moment.dateTime);
    return outcomeOk;
  },

  async getCampaigns({ params, sql }) {
    const { start, limit } = readPage(params);
    const page = await pageOfCampaigns(sql, start, limit);
    return page.map(campaignRecord);
  },

  async getHeaderFooterTemplates() {
    return headerFooterTemplates.map(templateRecord);
  },

  async getTemplates() {
    return templates.map(templateRecord);
  },
} as const satisfies Record<string, Handler>;

/** A campaign that was neither sent nor deleted. One of another channel cannot be edited as this one. */
async function requireEditable(call: HandlerCall, channel: CampaignChannel): Promise<Campaign> {
  const campaign = await requireCampaignOf(call);
  refuseFixed(campaign, channel);
  return campaign;
}

/** What every channel lets edit: list, title and name. */
async function readSettings(call: HandlerCall, campaign: Campaign): Promise<CampaignSettings> {
  const { params } = call;
  const isMoved = readId(params, 'listID') !== undefined;
  const isRetitled = readValue(params, 'subject') !== undefined;
  return {
    ...campaign,
    list: isMoved ? (await requireListOf(call)).id : campaign.list,
    subject: isRetitled ? readName(params, 'subject', 'NO_SUBJECT') : campaign.subject,
    internal_name: readWord(params, 'internal_name') ?? campaign.internal_name,
  };
}

function campaignRecord(campaign: Campaign): WireObject {
  return {
    HASH: campaign.hash,
    REF: String(campaign.id),
    LISTNUM: String(campaign.list),
    SUBJECT: campaign.subject,
    INTERNAL_NAME: campaign.internal_name,
    CHANNEL: campaignChannelNames[campaign.channel],
    STATUS: campaign.status,
    START: campaign.started ?? unset,
    END: campaign.ended ?? unset,
  };
}

/** A moment that has not come (reference, 14.9). */
const unset = '0000-00-00 00:00:00';

function templateRecord({ id, name }: Template): WireObject {
  return { ID: String(id), NAME: name };
}
