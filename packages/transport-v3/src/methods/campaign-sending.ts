import type { MethodName } from '@egoi-client/core';
import { readWord } from '@egoi-client/core/wire';
import { lostParameters, type MethodEntry } from '../calls/method-entry.ts';
import { severalRecipients } from '../campaigns/recipients.ts';
import { sendEmail } from '../campaigns/send-email.ts';
import { changesCampaign, isGiven, queuedOrder } from '../campaigns/send-parts.ts';
import { sendSms } from '../campaigns/send-sms.ts';
import { sendVoice } from '../campaigns/send-voice.ts';

/** Sending campaigns and direct messages. */
export const campaignSendingMethods = {
  sendCall: {
    verdict: 'with losses',
    operations: [
      'getAllCampaigns',
      'getAllSegments',
      'getContact',
      'getAllContacts',
      'actionSendVoice',
    ],
    cost: {
      requests: 1,
      further:
        'one without listID, one for each contact and for each further recipient, one for the names of segments, one for a number that is refused',
    },
    losses: [
      ...queuedOrder({ endings: [['SUBSCRIBER_NOT_FOUND', 'answer']] }),
      ...severalRecipients(['subscriber', 'cellphone', 'telephone'], 'unseen'),
    ],
    answer: sendVoice,
  },

  sendEmail: {
    verdict: 'with losses',
    operations: [
      'getAllSegments',
      'getContact',
      'getList',
      'patchEmailCampaign',
      'actionSendEmail',
      'getAllCampaigns',
      'getAllContacts',
    ],
    cost: {
      requests: 1,
      further:
        'one with subject, fromID or header_footer_template, and then one for each address, or for the list where everybody is meant; one for each UID and for each further recipient, one for the names of segments, one that finds out why the campaign or an address is refused',
    },
    losses: [
      ...queuedOrder({ endings: [['NO_SUBSCRIBERS', 'answer']] }),
      ...changesCampaign(['subject'], ['SUBJECT']),
      ...changesCampaign(['fromID', 'header_footer_template']),
      ...severalRecipients(['email'], { endings: [['SUBSCRIBER_NOT_FOUND', 'partial']] }),
      ...severalRecipients(['uid'], 'unseen'),
    ],
    answer: sendEmail,
  },

  sendSMS: {
    verdict: 'with losses',
    operations: [
      'getAllSegments',
      'getContact',
      'getAllContacts',
      'getAllCellphoneSenders',
      'getList',
      'createSmsCampaign',
      'patchSmsCampaign',
      'actionSendSms',
      'deleteCampaigns',
    ],
    cost: {
      requests: 1,
      further:
        'one where no campaign is given, or its message or sender changes, and then one for each number, or for the list where everybody is meant; one for a sender by its text, for each contact, for each further recipient, for the names of segments, for a number that is refused, and for taking back a campaign that could not be sent',
    },
    losses: [
      ...queuedOrder({ endings: [['NO_SUBSCRIBERS', 'answer']] }),
      ...changesCampaign(['message', 'fromID', 'from']),
      {
        kind: 'approximate',
        name: 'subject',
        reason: 'an SMS of API v3 has its internal name alone',
        occurs: (params) =>
          isGiven('subject', 'campaign')(params) || isGiven('subject', 'internal_title')(params),
        effects: { fields: ['SUBJECT'] },
      },
      ...lostParameters('API v3 has nothing like it', ['auto'], {
        occurs: (params) => readWord(params, 'auto') === '1',
        effects: 'unseen',
      }),
      ...severalRecipients(['cellphone', 'uid', 'subscriber'], 'unseen'),
    ],
    answer: sendSms,
  },
} as const satisfies Partial<Record<MethodName, MethodEntry>>;
