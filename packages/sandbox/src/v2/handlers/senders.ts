import type { EgoiErrorCode } from '@egoi-client/core';
import { isEmail } from '../../account/contacts/formats.ts';
import { readId, readName, readText, readValue } from '../calls/params.ts';
import { Refusal } from '../calls/refusal.ts';
import {
  addCnameOnce,
  dropSender,
  findSender,
  insertSender,
  renameSender,
  type Sender,
  type SenderChannel,
  senderChannels,
  sendersOf,
} from '../../account/store/senders.ts';
import { readFile } from './files.ts';
import { type Handler, type HandlerCall, outcomeOk } from '../calls/handler.ts';

/** Senders and CNAMEs. */
export const senderHandlers = {
  async addCname({ params, sql }) {
    await addCnameOnce(sql, readName(params, 'cname', 'CNAME_MISSING').trim());
    return outcomeOk;
  },

  async addSender(call) {
    const { sql } = call;
    const channel = requireChannel(call);
    const sender = readSenderText(call, channel);
    if ((await findSender(sql, channel, { sender })) !== undefined) {
      throw new Refusal('SENDER_EXISTS');
    }
    const file = readApproval(call);
    if (channel === 'telemovel' && file === '') throw new Refusal('FILE_SENDER_MISSING');
    return { FROMID: String(await insertSender(sql, channel, sender)) };
  },

  async deleteSender(call) {
    await dropSender(call.sql, (await requireSender(call)).id);
    return outcomeOk;
  },

  async editSender(call) {
    const { params, sql } = call;
    const known = await requireSender(call);
    readApproval(call);
    if (readValue(params, 'sender') === undefined) return outcomeOk;
    const sender = readSenderText(call, known.channel);
    const holder = await findSender(sql, known.channel, { sender });
    if (holder !== undefined && holder.id !== known.id) throw new Refusal('SENDER_EXISTS');
    await renameSender(sql, known.id, sender);
    return outcomeOk;
  },

  async getSenders(call) {
    const isFiltered = readValue(call.params, 'channel') !== undefined;
    const senders = await sendersOf(call.sql, isFiltered ? requireChannel(call) : undefined);
    if (senders.length === 0) throw new Refusal('SENDER_NOT_EXISTS');
    return senders.map(({ id, sender, channel }) => ({
      FROMID: String(id),
      SENDER: sender,
      CHANNEL: channel,
    }));
  },
} as const satisfies Record<string, Handler>;

/** A channel that no sender can have is a missing one: no other code is known. */
function requireChannel({ params }: HandlerCall): SenderChannel {
  const word = readText(params, 'channel', 'CHANNEL_MISSING');
  const channel = senderChannels.find((known) => known === word);
  if (channel === undefined) throw new Refusal('CHANNEL_MISSING');
  return channel;
}

async function requireSender(call: HandlerCall): Promise<Sender> {
  const channel = requireChannel(call);
  const id = readId(call.params, 'fromID');
  if (id === undefined) throw new Refusal('SENDER_MISSING');
  const sender = await findSender(call.sql, channel, { id });
  if (sender === undefined) throw new Refusal('SENDER_NOT_EXISTS');
  return sender;
}

/** The text of a sender; one for e-mail must be an address. */
function readSenderText({ params }: HandlerCall, channel: SenderChannel): string {
  const missing: EgoiErrorCode = 'SENDER_MISSING';
  const sender = readName(params, 'sender', missing).trim();
  if (channel === 'email' && !isEmail(sender)) throw new Refusal(missing);
  return sender;
}

function readApproval({ params, limits }: HandlerCall): string {
  return readFile(params, 'pdf', 'INVALID_FILE', limits.maxFileBytes);
}
