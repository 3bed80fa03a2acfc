import { EgoiConfigError, type MethodName, type WireObject } from '@egoi-client/core';
import type { CreateEmailCampaignBody } from '@egoi-client/v3-api';
import { type DeclaredLoss, lostParameters, type MethodEntry } from '../calls/method-entry.ts';
import { readId, readValue, readWord } from '@egoi-client/core/wire';
import { readListId, readName, readText } from '../calls/params.ts';
import { type ProblemCodes, Refusal } from '../calls/refusal.ts';
import type { V3Call } from '../calls/v3-call.ts';
import {
  fileLoss,
  lostEmailParameters,
  readEmailSender,
  readFile,
  readFrame,
  readSenderId,
  readSmsText,
  readUrl,
} from '../campaigns/campaign-parts.ts';
import { sendersOf } from '../campaigns/senders-of.ts';

const codes: ProblemCodes = {
  conflict: (errors) =>
    Object.hasOwn(errors, 'sender_not_active') ? 'INVALID_FROM' : 'CAMPAIGN_NOT_VALID',
  invalid: {
    list_id: 'LIST_NOT_FOUND',
    subject: 'NO_SUBJECT',
    internal_name: 'NO_SUBJECT',
    sender_id: 'INVALID_FROM',
    reply_to: 'INVALID_REPLY',
    body: 'NO_MESSAGE',
    message: 'NO_MESSAGE',
    url: 'INVALID_URL',
    file: 'INVALID_FILE',
    audio: 'INVALID_FILE',
    header_footer: 'INVALID_OPTION',
    group_id: 'INVALID_OPTION',
  },
};

const oneName = 'API v3 has the internal name alone';
const isNamed = (params: WireObject): boolean => readWord(params, 'internal_name') !== undefined;
const isTwiceNamed = (params: WireObject): boolean =>
  isNamed(params) && readWord(params, 'internal_name') !== readWord(params, 'subject');

const oneOfTwoNames: readonly DeclaredLoss[] = [
  {
    kind: 'approximate',
    name: 'subject',
    reason: oneName,
    occurs: isTwiceNamed,
    effects: { fields: ['SUBJECT'] },
  },
  {
    kind: 'approximate',
    name: 'internal_name',
    reason: `${oneName}: the subject, where it is left out`,
    occurs: (params) => !isNamed(params),
    effects: { fields: ['INTERNAL_NAME'] },
  },
];

/** Making campaigns. */
export const campaignCreationMethods = {
  createCampaignEmail: {
    verdict: 'with losses',
    operations: ['getAllEmailSenders', 'createEmailCampaign'],
    cost: { requests: 1, further: 'one for each sender that is named by its address' },
    losses: [
      ...lostEmailParameters,
      {
        kind: 'approximate',
        name: 'internal_name',
        reason: 'API v3 wants one: the subject, where it is left out',
        occurs: (params) => !isNamed(params),
        effects: { fields: ['INTERNAL_NAME'] },
      },
      ...lostParameters('API v3 takes the message, a page or a file', ['url'], {
        needsLeave: true,
        occurs: (params) => isFilled(params, 'url') && isFilled(params, 'message'),
        effects: 'unseen',
      }),
      ...lostParameters('API v3 takes the message, a page or a file', ['file'], {
        needsLeave: true,
        occurs: (params) =>
          isFilled(params, 'file') && (isFilled(params, 'url') || isFilled(params, 'message')),
      }),
      fileLoss,
    ],
    async answer(call) {
      const { params } = call;
      const list_id = readListId(params);
      const subject = readName(params, 'subject', 'NO_SUBJECT');
      const content = readContent(params);
      const sender_id = await readEmailSender(call, 'from', 'INVALID_FROM');
      if (sender_id === undefined) throw new Refusal('INVALID_FROM');
      const reply_to = await readEmailSender(call, 'reply', 'INVALID_REPLY');
      const header_footer = readFrame(params);
      const internal_name = readWord(params, 'internal_name') ?? subject;
      const body = {
        list_id,
        internal_name,
        subject,
        sender_id,
        content,
        ...(reply_to === undefined ? {} : { reply_to }),
        ...(header_footer === undefined ? {} : { header_footer }),
      };
      const { campaign_hash } = await call.ask('createEmailCampaign', { body }, codes);
      return { ID: campaign_hash };
    },
  },

  createCampaignSMS: {
    verdict: 'with losses',
    operations: ['createSmsCampaign'],
    cost: { requests: 1 },
    losses: [...oneOfTwoNames],
    async answer(call) {
      const { params } = call;
      const list_id = readListId(params);
      const subject = readName(params, 'subject', 'NO_SUBJECT');
      const message = readSmsText(params, 'NO_MESSAGE');
      if (message === '') throw new Refusal('NO_MESSAGE');
      const sender_id = readSenderId(params, 'from', 'INVALID_FROM');
      if (sender_id === undefined) throw new Refusal('INVALID_FROM');
      const internal_name = readWord(params, 'internal_name') ?? subject;
      const content = { type: 'text', message } as const;
      const body = { list_id, internal_name, sender_id, content };
      const { campaign_hash } = await call.ask('createSmsCampaign', { body }, codes);
      return { ID: campaign_hash };
    },
  },

  createCampaignVoice: {
    verdict: 'with losses',
    operations: ['getAllPhoneSenders', 'createVoiceCampaign'],
    cost: {
      requests: 2,
      further: 'one less where fromID or the option voiceSenderId names the sender',
    },
    losses: [
      ...oneOfTwoNames,
      {
        kind: 'approximate',
        name: 'fromID',
        reason:
          "the account's only sender of calls, which API v3 wants; the option voiceSenderId names another",
        occurs: (params, { voiceSenderId }) =>
          voiceSenderId === undefined && readId(params, 'fromID') === undefined,
        effects: 'unseen',
      },
      fileLoss,
    ],
    async answer(call) {
      const { params } = call;
      const list_id = readListId(params);
      const subject = readName(params, 'subject', 'NO_SUBJECT');
      const audio = readFile(params, 'INVALID_FILE');
      if (audio === '') throw new Refusal('NO_AUDIO_FILE');
      const group_id = readId(params, 'group');
      const body = {
        list_id,
        internal_name: readWord(params, 'internal_name') ?? subject,
        sender_id: readSenderId(params, 'fromID', 'INVALID_FROM') ?? (await voiceSender(call)),
        content: { type: 'audio', audio } as const,
        ...(group_id === undefined ? {} : { group_id }),
      };
      const { campaign_hash } = await call.ask('createVoiceCampaign', { body }, codes);
      return { ID: campaign_hash };
    },
  },
} as const satisfies Partial<Record<MethodName, MethodEntry>>;

function isFilled(params: WireObject, name: string): boolean {
  return (readWord(params, name) ?? '').trim() !== '';
}

function readContent(params: WireObject): CreateEmailCampaignBody['content'] {
  const message = readText(params, 'message', 'NO_MESSAGE') ?? '';
  const url = readUrl(params);
  if (message.trim() !== '') return { type: 'html', body: message };
  if (url !== '') return { type: 'web_page', url, use_page_title: false };
  const file = readFile(params, 'FILE_TOO_LARGE');
  if (file !== '') return { type: 'file', file };
  throw new Refusal(readValue(params, 'file') === undefined ? 'NO_MESSAGE' : 'NO_ZIP_FILE');
}

/** The sender of calls, whom API v2 does not name. @throws EgoiConfigError where the account has several, of which the user alone knows the one */
async function voiceSender(call: V3Call): Promise<number> {
  const { voiceSenderId } = call.options;
  if (voiceSenderId !== undefined) return voiceSenderId;
  const usable = (await sendersOf(call, 'telefone')).filter(
    ({ status = 'active' }) => status === 'active',
  );
  const [sender, another] = usable;
  if (sender !== undefined && another === undefined) return sender.id;
  const message = `the account has ${usable.length} senders of calls and API v3 wants one for a campaign: name it in the option voiceSenderId`;
  throw new EgoiConfigError(message, { method: call.method, transport: 'v3' });
}
