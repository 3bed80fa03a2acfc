import { EgoiUnsupportedError, type MethodName, type WireObject } from '@egoi-client/core';
import { type DeclaredLoss, lostParameters, type MethodEntry } from '../calls/method-entry.ts';
import { readId, readValue, readWord, scalarText } from '@egoi-client/core/wire';
import { readListId, readName } from '../calls/params.ts';
import type { ProblemCodes } from '../calls/refusal.ts';
import type { V3Call } from '../calls/v3-call.ts';
import {
  lostEmailParameters,
  readEmailSender,
  readFrame,
  readHash,
  readSenderId,
  readSmsText,
} from '../campaigns/campaign-parts.ts';
import { findCampaign, ofChannel } from '../campaigns/find-campaign.ts';

const codes: ProblemCodes = {
  notFound: 'CAMPAIGN_NOT_FOUND',
  conflict: (errors) =>
    Object.hasOwn(errors, 'sender_not_active') ? 'INVALID_FROM' : 'CANNOT_EDIT_CAMPAIGN',
  invalid: {
    campaign_hash: 'CAMPAIGN_NOT_FOUND',
    campaign: 'CANNOT_EDIT_CAMPAIGN',
    subject: 'NO_SUBJECT',
    internal_name: 'NO_SUBJECT',
    sender_id: 'INVALID_FROM',
    reply_to: 'INVALID_REPLY',
    // The campaign holds a page, a file or a template.
    body: 'CANNOT_EDIT_CAMPAIGN',
    message: 'CANNOT_EDIT_CAMPAIGN',
    header_footer: 'INVALID_OPTION',
  },
};

const otherList: DeclaredLoss = {
  kind: 'parameter',
  name: 'listID',
  reason: 'API v3 moves no campaign to another list',
  needsLeave: true,
  // Callers repeat the list of the campaign: whether it is another one is asked.
  occurs: () => false,
};

const listCost =
  'one where listID is given, which finds out whether it is another list, and one where the campaign is not found';

/** Changing campaigns that were not sent. */
export const campaignEditMethods = {
  editCampaignEmail: {
    verdict: 'with losses',
    operations: ['getAllCampaigns', 'getAllEmailSenders', 'patchEmailCampaign'],
    cost: { requests: 1, further: `${listCost}; one for each sender that is named by its address` },
    losses: [
      otherList,
      ...lostEmailParameters,
      ...lostParameters('API v3 changes HTML alone', ['url'], { needsLeave: true }),
      ...lostParameters('API v3 changes HTML alone', ['file'], {
        needsLeave: true,
        effects: 'unseen',
      }),
    ],
    async answer(call) {
      const { params } = call;
      const campaign_hash = readHash(params, 'NO_CAMPAIGN', 'CAMPAIGN_NOT_FOUND');
      const subject = readSubject(params);
      await refuseOtherList(call, campaign_hash);
      const sender_id = await readEmailSender(call, 'from', 'INVALID_FROM');
      const reply_to = await readEmailSender(call, 'reply', 'INVALID_REPLY');
      const internal_name = readWord(params, 'internal_name');
      const html = scalarText(readValue(params, 'message'));
      const header_footer = readFrame(params);
      const body = {
        ...(subject === undefined ? {} : { subject }),
        ...(internal_name === undefined ? {} : { internal_name }),
        ...(html === undefined ? {} : { content: { body: html } }),
        ...(sender_id === undefined ? {} : { sender_id }),
        ...(reply_to === undefined ? {} : { reply_to }),
        ...(header_footer === undefined ? {} : { header_footer }),
      };
      await ofChannel(call, campaign_hash, 'CANNOT_EDIT_CAMPAIGN', () =>
        call.ask('patchEmailCampaign', { campaign_hash, body }, codes),
      );
      return { RESULT: 'OK' };
    },
  },

  editCampaignSMS: {
    verdict: 'with losses',
    operations: ['getAllCampaigns', 'patchSmsCampaign'],
    cost: { requests: 1, further: listCost },
    losses: [
      otherList,
      {
        kind: 'approximate',
        name: 'subject',
        reason: 'API v3 has the internal name alone',
        occurs: (params) => readValue(params, 'subject') !== undefined,
        effects: { fields: ['SUBJECT', 'INTERNAL_NAME'] },
      },
    ],
    async answer(call) {
      const { params } = call;
      const campaign_hash = readHash(params, 'NO_CAMPAIGN', 'CAMPAIGN_NOT_FOUND');
      const subject = readSubject(params);
      const internal_name = readWord(params, 'internal_name') ?? subject;
      const message = readSmsText(params, 'MESSAGE_TOO_LONG');
      const sender_id = readSenderId(params, 'from', 'INVALID_FROM');
      await refuseOtherList(call, campaign_hash);
      const body = {
        ...(internal_name === undefined ? {} : { internal_name }),
        ...(message === '' ? {} : { content: { message } }),
        ...(sender_id === undefined ? {} : { sender_id }),
      };
      await ofChannel(call, campaign_hash, 'CANNOT_EDIT_CAMPAIGN', () =>
        call.ask('patchSmsCampaign', { campaign_hash, body }, codes),
      );
      return { RESULT: 'OK' };
    },
  },
} as const satisfies Partial<Record<MethodName, MethodEntry>>;

function readSubject(params: WireObject): string | undefined {
  return readValue(params, 'subject') === undefined
    ? undefined
    : readName(params, 'subject', 'NO_SUBJECT');
}

/** @throws EgoiUnsupportedError for another list than the campaign's, unless the caller allows that it stays where it is */
async function refuseOtherList(call: V3Call, campaign_hash: string): Promise<void> {
  if (readId(call.params, 'listID') === undefined) return;
  const wanted = readListId(call.params);
  const { list_id } = await findCampaign(call, campaign_hash);
  if (list_id === undefined || list_id === wanted) return;
  const { kind, name, reason } = otherList;
  const fullName = `${call.method}.${name}`;
  if (!call.options.allowLosses.includes(fullName)) {
    const message = `API v3 cannot carry '${name}' of ${call.method}: ${reason}. Leave it out, or say that the loss is fine: allowLosses: ['${fullName}']`;
    throw new EgoiUnsupportedError(message, { method: call.method, transport: 'v3' });
  }
  call.undone.push({ kind, name, reason });
}
