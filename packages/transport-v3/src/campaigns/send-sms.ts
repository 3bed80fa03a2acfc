import type { WireValue } from '@egoi-client/core';
import { readValue, readWord } from '@egoi-client/core/wire';
import { readListId, readName, readText } from '../calls/params.ts';
import { Refusal } from '../calls/refusal.ts';
import type { V3Call } from '../calls/v3-call.ts';
import { readHash, readSenderId, readSmsText, senderWithText } from './campaign-parts.ts';
import {
  chosenTarget,
  contactTarget,
  eachOf,
  numberTarget,
  readWays,
  refuseUnreachable,
  type Target,
} from './recipients.ts';
import { codesFor, codesOfSms, inWordsOf, sendCodes } from './send-parts.ts';
import { sendChanged, sendMade, sendToEach } from './send-to-each.ts';

/** Answers sendSMS. */
export function sendSms(call: V3Call): Promise<WireValue> {
  return inWordsOf(codesOfSms, () => answerSms(call));
}

async function answerSms(call: V3Call): Promise<WireValue> {
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
  const send = smsOrder(call, list_id, campaign_hash);
  const dispatch = { name, list_id, targets, answer: { ID: campaign_hash }, send };
  if (Object.keys(changes).length === 0) return sendToEach(call, dispatch);
  if (name === 'segment' || name === 'cellphone') await refuseUnreachable(call, list_id, targets);
  await call.ask('patchSmsCampaign', { campaign_hash, body: changes }, sendCodes);
  return sendChanged(call, campaign_hash, dispatch);
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
  return sendMade(call, campaign_hash, { name, list_id, targets, answer, send });
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
