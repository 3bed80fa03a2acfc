import type { MethodName, WireValue } from '@egoi-client/core';
import { lostParameters, type MethodEntry } from '../calls/method-entry.ts';
import { readId, readValue, readWord } from '@egoi-client/core/wire';
import { readListId, readName, readText } from '../calls/params.ts';
import { Refusal, type V2Code } from '../calls/refusal.ts';
import type { V3Call } from '../calls/v3-call.ts';
import {
  readHash,
  readSenderId,
  readSmsText,
  readTemplate,
  senderWithText,
} from '../campaigns/campaign-parts.ts';
import { findCampaign, ofChannel } from '../campaigns/find-campaign.ts';
import {
  chosenTarget,
  contactTarget,
  eachOf,
  emailTarget,
  numberTarget,
  readWays,
  severalRecipients,
  type Target,
  whyNotSent,
} from '../campaigns/recipients.ts';
import {
  changesCampaign,
  codesFor,
  isGiven,
  queuedOrder,
  sendCodes,
} from '../campaigns/send-parts.ts';
import { sendMade, sendToEach } from '../campaigns/send-to-each.ts';

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
        'one without listID, one for each contact and for each further recipient, one for the names of segments',
    },
    losses: [
      ...queuedOrder({ endings: [['SUBSCRIBER_NOT_FOUND', 'answer']] }),
      ...severalRecipients(['subscriber', 'cellphone', 'telephone'], 'unseen'),
    ],
    answer: (call) => inWordsOf(codesOfCalls, () => sendVoice(call)),
  },

  sendEmail: {
    verdict: 'with losses',
    operations: [
      'getAllSegments',
      'getContact',
      'patchEmailCampaign',
      'actionSendEmail',
      'getAllCampaigns',
      'getAllContacts',
    ],
    cost: {
      requests: 1,
      further:
        'one with subject, fromID or header_footer_template, one for each UID and for each further recipient, one for the names of segments, one that finds out why the campaign or an address is refused',
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
      'createSmsCampaign',
      'patchSmsCampaign',
      'actionSendSms',
      'deleteCampaigns',
    ],
    cost: {
      requests: 1,
      further:
        'one where no campaign is given, or its message or sender changes; one for a sender by its text, for each contact, for each further recipient, for the names of segments, and for taking back a campaign that could not be sent',
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
    answer: (call) => inWordsOf(codesOfSms, () => sendSms(call)),
  },
} as const satisfies Partial<Record<MethodName, MethodEntry>>;

async function sendEmail(call: V3Call): Promise<WireValue> {
  const { params } = call;
  const list_id = readListId(params);
  const campaign_hash = readHash(params, 'NO_CAMPAIGN', 'CAMPAIGN_NOT_FOUND');
  const given = readWays(params, ['email', 'uid', 'segment']);
  if (given === undefined) throw new Refusal('SUBSCRIBER_MISSING');
  const sender_id = readSenderId(params, 'fromID', 'INVALID_FROM');
  const isRetitled = readValue(params, 'subject') !== undefined;
  const subject = isRetitled ? readName(params, 'subject', 'NO_SUBJECT') : undefined;
  const template = readTemplate(params);
  const targets =
    given.way === 'segment'
      ? [await chosenTarget(call, list_id, given.texts)]
      : await eachOf(given.texts, (text) => emailTarget(call, list_id, text));
  const changes = {
    ...(subject === undefined ? {} : { subject }),
    ...(sender_id === undefined ? {} : { sender_id }),
    ...(template === undefined ? {} : { header_footer: { id: template } }),
  };
  if (Object.keys(changes).length > 0) {
    await ofChannel(call, campaign_hash, 'CAMPAIGN_NOT_VALID', () =>
      call.ask('patchEmailCampaign', { campaign_hash, body: changes }, sendCodes),
    );
  }
  return sendToEach(call, {
    name: given.way,
    targets,
    answer: { ID: campaign_hash },
    send: (target) =>
      ofChannel(call, campaign_hash, 'CAMPAIGN_NOT_VALID', () =>
        call.ask(
          'actionSendEmail',
          { campaign_hash, body: { list_id, segments: target.segments } },
          codesFor(target, 'SUBSCRIBER_NOT_FOUND'),
        ),
      ).catch((error: unknown) => whyNotSent(call, list_id, target, error)),
  });
}

async function sendSms(call: V3Call): Promise<WireValue> {
  const { params } = call;
  const list_id = readListId(params);
  const auto = readText(params, 'auto', 'INVALID_OPTION') ?? '';
  if (!['', '0', '1'].includes(auto)) throw new Refusal('INVALID_OPTION');
  const message = readSmsText(params, 'NO_MESSAGE');
  if (!readText(params, 'campaign', 'CAMPAIGN_NOT_VALID')) {
    return sendDirectSms(call, list_id, message);
  }
  const campaign_hash = readHash(params, 'CAMPAIGN_NOT_VALID', 'CAMPAIGN_NOT_FOUND');
  const { name, targets } = await smsTargets(call, list_id);
  const sender_id = await smsSender(call);
  const changes = {
    ...(message === '' ? {} : { content: { message } }),
    ...(sender_id === undefined ? {} : { sender_id }),
  };
  if (Object.keys(changes).length > 0) {
    await call.ask('patchSmsCampaign', { campaign_hash, body: changes }, sendCodes);
  }
  const send = smsOrder(call, list_id, campaign_hash);
  return sendToEach(call, { name, targets, answer: { ID: campaign_hash }, send });
}

/** Sends an SMS without a campaign: one is made for it. */
async function sendDirectSms(call: V3Call, list_id: number, message: string): Promise<WireValue> {
  const { params } = call;
  if (message === '') throw new Refusal('NO_MESSAGE');
  const subject = readName(params, 'subject', 'NO_SUBJECT');
  const sender_id = await smsSender(call);
  if (sender_id === undefined) throw new Refusal('INVALID_FROM');
  const { name, targets } = await smsTargets(call, list_id);
  const internal_name = readWord(params, 'internal_title') ?? subject;
  const content = { type: 'text', message } as const;
  const body = { list_id, internal_name, sender_id, content };
  const { campaign_hash } = await call.ask('createSmsCampaign', { body }, sendCodes);
  const answer = { ID: campaign_hash, CAMPAIGN: campaign_hash };
  const send = smsOrder(call, list_id, campaign_hash);
  return sendMade(call, campaign_hash, { name, targets, answer, send });
}

function smsOrder(call: V3Call, list_id: number, campaign_hash: string) {
  return (target: Target): Promise<unknown> => {
    const body = { list_id, destination_field: 'cellphone', segments: target.segments };
    const codes = codesFor(target, 'SUBSCRIBER_FORMAT_ERROR');
    return call.ask('actionSendSms', { campaign_hash, body }, codes);
  };
}

async function smsSender(call: V3Call): Promise<number | undefined> {
  const id = readSenderId(call.params, 'fromID', 'INVALID_FROM');
  if (id !== undefined) return id;
  const text = readText(call.params, 'from', 'INVALID_FROM') ?? '';
  return text === '' ? undefined : senderWithText(call, 'telemovel', text, 'INVALID_FROM');
}

async function smsTargets(
  call: V3Call,
  list: number,
): Promise<{ readonly name: string; readonly targets: readonly Target[] }> {
  const { params } = call;
  const given = readWays(params, ['cellphone', 'uid', 'subscriber', 'segment']);
  if (given === undefined) {
    const isEmpty = readValue(params, 'cellphone') !== undefined;
    throw new Refusal(isEmpty ? 'NO_CELLPHONE' : 'SUBSCRIBER_MISSING');
  }
  const { way: name, texts } = given;
  if (name === 'segment') return { name, targets: [await chosenTarget(call, list, texts)] };
  if (name === 'cellphone') {
    return { name, targets: texts.map((text) => numberTarget(call, name, text)) };
  }
  const targets = await eachOf(texts, (text) => contactTarget(call, list, text, 'sms'));
  return { name, targets };
}

type Codes = Readonly<Partial<Record<V2Code, V2Code>>>;

/** The method has one code for whatever is wrong with the campaign. */
const codesOfSms: Codes = { CAMPAIGN_NOT_FOUND: 'CAMPAIGN_NOT_VALID' };

/** As for SMS, and few others. */
const codesOfCalls: Codes = {
  ...codesOfSms,
  LIST_NOT_FOUND: 'INVALID_OPTION',
  SEGMENT_NOT_FOUND: 'INVALID_OPTION',
};

/** Tells refusals by the codes that a method has. */
async function inWordsOf(codes: Codes, answer: () => Promise<WireValue>): Promise<WireValue> {
  try {
    return await answer();
  } catch (error) {
    if (!(error instanceof Refusal) || error.code === undefined) throw error;
    throw new Refusal(codes[error.code] ?? error.code, error.problem);
  }
}

async function sendVoice(call: V3Call): Promise<WireValue> {
  const { params } = call;
  const campaign_hash = readHash(params, 'CAMPAIGN_NOT_VALID', 'CAMPAIGN_NOT_FOUND');
  const given = readWays(params, ['cellphone', 'telephone', 'subscriber', 'segment']);
  const list_id =
    readId(params, 'listID') === undefined
      ? (await findCampaign(call, campaign_hash)).list_id
      : readListId(params);
  if (given === undefined) throw new Refusal('NO_CELLPHONE_OR_TELEPHONE');
  if (list_id === undefined) throw new Refusal('LIST_NOT_FOUND');
  const { way, texts } = given;
  const targets =
    way === 'segment'
      ? [await chosenTarget(call, list_id, texts)]
      : await eachOf(texts, async (text) =>
          way === 'subscriber'
            ? contactTarget(call, list_id, text, 'voice')
            : numberTarget(call, way === 'cellphone' ? 'cellphone' : 'phone', text),
        );
  return sendToEach(call, {
    name: way,
    targets,
    answer: { ID: campaign_hash },
    send: (target) => {
      const { segments, destination } = target;
      const body = { list_id, destination_field: destination, segments };
      const codes = codesFor(target, 'SUBSCRIBER_FORMAT_ERROR');
      return call.ask('actionSendVoice', { campaign_hash, body }, codes);
    },
  });
}
