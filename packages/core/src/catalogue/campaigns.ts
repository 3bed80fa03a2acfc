import { helperLinks, internalName, from, oldSenders, unknownParams } from './campaign-kinds.ts';
import { method } from './declare-method.ts';
import {
  closedParams,
  dateTime,
  id,
  idParam,
  integer,
  listOf,
  openParams,
  struct,
  text,
  textParam,
} from './kinds.ts';
import { campaignHash, listId, outcome, outcomeNote } from './shared-kinds.ts';

/** Campaigns that exist: listed, edited, deleted; and their templates. */
export const campaigns = {
  deleteCampaign: method({
    name: 'deleteCampaign',
    group: 'campaigns',
    summary: 'Deletes a campaign.',
    effect: 'write',
    params: closedParams({ campaign: campaignHash }),
    result: outcome,
    errors: ['NO_CAMPAIGN', 'CAMPAIGN_NOT_FOUND', 'CANNOT_BE_DELETED', 'ALREADY_DELETED'],
    evidence: { params: 'seen', result: 'inferred' },
    notes: [outcomeNote],
  }),

  editCampaignEmail: method({
    name: 'editCampaignEmail',
    group: 'campaigns',
    summary: 'Edits an e-mail campaign that has not been sent.',
    effect: 'idempotent',
    params: openParams({
      campaign: campaignHash,
      listID: listId.nullish(),
      subject: textParam('Subject of the e-mail.').nullish(),
      internal_name: internalName,
      from: from.nullish(),
      ...oldSenders,
      url: textParam('Address of a page whose HTML becomes the message.').nullish(),
      message: textParam('The message, HTML.').nullish(),
      reply: textParam("Code of the reply-to sender; its name is the sandbox's choice.").nullish(),
      ...helperLinks,
    }),
    result: outcome,
    errors: [
      'NO_CAMPAIGN',
      'CAMPAIGN_NOT_FOUND',
      'CANNOT_EDIT_CAMPAIGN',
      'NO_SUBJECT',
      'INVALID_URL',
      'INVALID_FROM',
      'INVALID_REPLY',
      'LIST_NOT_FOUND',
    ],
    evidence: { params: 'seen', result: 'unknown' },
    notes: ["`LIST_NOT_FOUND` is the sandbox's choice.", outcomeNote],
  }),

  editCampaignGroup: method({
    name: 'editCampaignGroup',
    group: 'campaigns',
    summary: 'Edits a campaign group.',
    effect: 'idempotent',
    params: openParams({
      group: idParam('Number of the group.').nullish(),
      name: textParam('New name.').nullish(),
    }),
    result: outcome,
    errors: ['NAME_MISSING', 'CAMPAIGN_NOT_FOUND'],
    evidence: { params: 'unknown', result: 'shape only' },
    notes: [
      "The codes are the sandbox's choice.",
      unknownParams('`group` and `name`'),
      outcomeNote,
    ],
  }),

  editCampaignSMS: method({
    name: 'editCampaignSMS',
    group: 'campaigns',
    summary: 'Edits an SMS campaign that has not been sent.',
    effect: 'idempotent',
    params: closedParams({
      campaign: campaignHash,
      listID: listId.nullish(),
      subject: textParam('Title.').nullish(),
      internal_name: internalName,
      from: from.nullish(),
      message: textParam('The message, 160 characters at most.').nullish(),
    }),
    result: outcome,
    errors: [
      'NO_CAMPAIGN',
      'CAMPAIGN_NOT_FOUND',
      'CANNOT_EDIT_CAMPAIGN',
      'MESSAGE_TOO_LONG',
      'INVALID_FROM',
      'LIST_NOT_FOUND',
      'NO_SUBJECT',
    ],
    evidence: { params: 'seen', result: 'unknown' },
    notes: ["`LIST_NOT_FOUND` and `NO_SUBJECT` are the sandbox's choice.", outcomeNote],
  }),

  getCampaigns: method({
    name: 'getCampaigns',
    group: 'campaigns',
    summary: 'Lists the campaigns of all channels.',
    details: '`SUBJECT` and `INTERNAL_NAME` hold JSON text at times.',
    effect: 'read',
    paging: { key: 'HASH', none: ['CAMPAIGN_NOT_FOUND'] },
    params: closedParams({
      start: idParam('Campaigns to skip.').nullish(),
      limit: idParam('Most campaigns to return; a known client asks for 1,000.').nullish(),
    }),
    result: listOf(
      struct(
        {
          HASH: text('Hash of the campaign.'),
          REF: text('Reference of the campaign.').optional(),
          LISTNUM: integer('Number of its list.').optional(),
          SUBJECT: text('Subject or title.').optional(),
          INTERNAL_NAME: text('Name inside the account.').optional(),
          CHANNEL: text("`'email'`, `'sms_premium'`, …").optional(),
          STATUS: text("`'finished'`, `'archived'`, `'deleted'`, `'standby'`, …").optional(),
          START: dateTime('When sending began.').optional(),
          END: dateTime('When sending ended.').optional(),
        },
        'One campaign.',
        'Campaign',
      ),
      'The campaigns.',
    ),
    errors: ['CAMPAIGN_NOT_FOUND'],
    evidence: { params: 'partly seen', result: 'seen' },
    notes: [
      "No source knows the answer of an account without campaigns; the empty list is the sandbox's choice.",
      '`start` is inferred from subscriberData.',
    ],
  }),

  getHeaderFooterTemplates: method({
    name: 'getHeaderFooterTemplates',
    group: 'campaigns',
    summary: 'Lists the header and footer templates that sendEmail takes.',
    effect: 'read',
    params: closedParams({}),
    result: listOf(
      struct(
        { ID: text('Number of the template.'), NAME: text('Name of the template.') },
        'One template.',
        'HeaderFooterTemplate',
      ),
      'The templates.',
    ),
    errors: [],
    evidence: { params: 'seen', result: 'seen' },
  }),

  getTemplates: method({
    name: 'getTemplates',
    group: 'campaigns',
    summary: 'Lists the message templates.',
    effect: 'read',
    params: openParams({}),
    result: listOf(
      struct(
        {
          ID: id('Number of the template.').optional(),
          NAME: text('Name of the template.').optional(),
        },
        'One template.',
        'Template',
      ),
      'The templates.',
    ),
    errors: ['TEMPLATE_NOT_FOUND'],
    evidence: { params: 'unknown', result: 'shape only' },
    notes: ["No source knows the fields; `ID` and `NAME` are the sandbox's choice."],
  }),
} as const;
