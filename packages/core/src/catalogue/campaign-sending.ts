import {
  internalName,
  recipients,
  sent,
  recipientErrors,
  unknownParams,
} from './campaign-kinds.ts';
import { method } from './declare-method.ts';
import { closedParams, flagParam, openParams, textParam } from './kinds.ts';
import { campaignHash, listId, subscriberReference, textsParam } from './shared-kinds.ts';

/** Sending campaigns and direct messages. */
export const campaignSending = {
  sendCall: method({
    name: 'sendCall',
    group: 'campaigns',
    summary: 'Sends a voice campaign.',
    effect: 'write',
    params: openParams({
      campaign: campaignHash.nullish(),
      listID: listId.nullish(),
      subscriber: textsParam('UIDs or e-mail addresses of the recipients.').nullish(),
      cellphone: textsParam('Numbers of the recipients.').nullish(),
      telephone: textsParam('Numbers of the recipients.').nullish(),
      segment: recipients.segment,
    }),
    result: sent,
    errors: [
      'CAMPAIGN_NOT_VALID',
      'NO_CELLPHONE_OR_TELEPHONE',
      'SUBSCRIBER_FORMAT_ERROR',
      ...recipientErrors,
    ],
    evidence: { params: 'inferred', result: 'inferred' },
    notes: [unknownParams('all of them')],
  }),

  sendEmail: method({
    name: 'sendEmail',
    group: 'campaigns',
    summary: 'Sends an e-mail campaign to addresses, to one contact or to segments of a list.',
    effect: 'write',
    params: openParams({
      campaign: campaignHash,
      listID: listId,
      fromID: textParam('Code of the sender.').nullish(),
      subject: textParam("Subject, in place of the campaign's.").nullish(),
      ...recipients,
      uid: textParam('UID of one contact, in place of `email` and `segment`.').nullish(),
      header_footer_template: textParam('Number of a header and footer template.').nullish(),
    }),
    result: sent,
    errors: [
      'LIST_MISSING',
      'LIST_NOT_FOUND',
      'NO_CAMPAIGN',
      'CAMPAIGN_NOT_FOUND',
      'SUBSCRIBER_MISSING',
      'CAMPAIGN_NOT_VALID',
      ...recipientErrors,
      'INVALID_FROM',
      'NO_SUBSCRIBERS',
      'SEGMENT_NOT_FOUND',
      'NO_SUBJECT',
    ],
    evidence: { params: 'seen', result: 'partly seen' },
    notes: [
      'Clients of about 2011 send `uid` and `email`, of which the unused one is empty, or `segment`, and neither `fromID` nor `subject`.',
      'How sending is scheduled, no source knows.',
    ],
  }),

  sendFAX: method({
    name: 'sendFAX',
    group: 'campaigns',
    summary: 'Sends a fax campaign.',
    effect: 'write',
    params: openParams({
      campaign: campaignHash.nullish(),
      listID: listId.nullish(),
      subscriber: textsParam('UIDs or e-mail addresses of the recipients.').nullish(),
      fax: textsParam('Numbers of the recipients.').nullish(),
      segment: recipients.segment,
    }),
    result: sent,
    errors: ['CAMPAIGN_NOT_VALID', 'SUBSCRIBER_FORMAT_ERROR', ...recipientErrors],
    evidence: { params: 'inferred', result: 'inferred' },
    notes: [unknownParams('all of them')],
  }),

  sendSMS: method({
    name: 'sendSMS',
    aliases: ['sendSms'],
    group: 'campaigns',
    summary:
      'Sends an SMS to one number, one contact, many numbers or segments, with or without a campaign.',
    details:
      "The message has 160 characters at most. Without a campaign the answer's `CAMPAIGN` is the hash of the one that was made.",
    effect: 'write',
    params: closedParams({
      listID: listId,
      campaign: campaignHash.nullish(),
      message: textParam('The message, 160 characters at most.').nullish(),
      cellphone: textsParam('Number or numbers, as prefix-number: `351-912345678`.').nullish(),
      uid: textParam('UID of one recipient; or give `cellphone` or `segment`.').nullish(),
      subscriber: subscriberReference.nullish(),
      segment: recipients.segment,
      fromID: textParam('Code of the sender.').nullish(),
      from: textParam('Sender as text, such as a brand name.').nullish(),
      subject: textParam('Title of the campaign that is made.').nullish(),
      internal_title: internalName,
      auto: flagParam('Meaning not documented in any source.').nullish(),
    }),
    result: sent,
    errors: [
      'LIST_MISSING',
      'LIST_NOT_FOUND',
      'NO_MESSAGE',
      'MESSAGE_TOO_LONG',
      'NO_SUBJECT',
      'INVALID_FROM',
      'NO_CELLPHONE',
      'NO_CELLPHONE_OR_TELEPHONE',
      'SUBSCRIBER_FORMAT_ERROR',
      'CAMPAIGN_NOT_VALID',
      ...recipientErrors,
      'NO_SUBSCRIBERS',
      'SUBSCRIBER_MISSING',
      'SEGMENT_NOT_FOUND',
    ],
    evidence: { params: 'seen', result: 'seen' },
    notes: [
      'Whether `ID` and `CAMPAIGN` come together, no source knows; the sandbox answers both.',
    ],
  }),
} as const;
