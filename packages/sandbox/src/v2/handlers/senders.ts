import { meantBy, senderChannelNames } from '../calls/api-words.ts';
import { changeSender, checkSender, requireSender } from '../../account/campaigns/senders.ts';
import { readId, readValue } from '@egoi-client/core/wire';
import { readName, readText } from '../calls/params.ts';
import { Refusal } from '../calls/refusal.ts';
import {
  addCnameOnce,
  dropSender,
  insertSender,
  type Sender,
  type SenderChannel,
  sendersOf,
} from '../../account/store/senders.ts';
import { readFile } from './files.ts';
import { type Handler, type HandlerCall, outcomeOk } from '../calls/handler.ts';

/** Senders and CNAMEs. Only senders that are validated can be seen and used. */
export const senderHandlers = {
  async addCname({ params, sql }) {
    await addCnameOnce(sql, readName(params, 'cname', 'CNAME_MISSING').trim());
    return outcomeOk;
  },

  async addSender(call) {
    const { sql } = call;
    const channel = requireChannel(call);
    const sender = readSenderText(call);
    await checkSender(sql, channel, sender);
    const file = readApproval(call);
    if (channel === 'sms' && file === undefined) throw new Refusal('FILE_SENDER_MISSING');
    const added = { channel, sender, name: '', status: 'active' } as const;
    return { FROMID: String(await insertSender(sql, added)) };
  },

  async deleteSender(call) {
    await dropSender(call.sql, (await requireSenderOf(call)).id);
    return outcomeOk;
  },

  async editSender(call) {
    const { params, sql } = call;
    const known = await requireSenderOf(call);
    readApproval(call);
    if (readValue(params, 'sender') === undefined) return outcomeOk;
    await changeSender(sql, known, readSenderText(call));
    return outcomeOk;
  },

  async getSenders(call) {
    const isFiltered = readValue(call.params, 'channel') !== undefined;
    const known = await sendersOf(call.sql, isFiltered ? requireChannel(call) : undefined);
    const senders = known.filter(({ status }) => status === 'active');
    if (senders.length === 0) throw new Refusal('SENDER_NOT_EXISTS');
    return senders.map(({ id, sender, channel }) => ({
      FROMID: String(id),
      SENDER: sender,
      CHANNEL: senderChannelNames[channel],
    }));
  },
} as const satisfies Record<string, Handler>;

/** A channel that no sender can have is a missing one: no other code is known. */
function requireChannel({ params }: HandlerCall): SenderChannel {
  const word = readText(params, 'channel', 'CHANNEL_MISSING');
  const channel = word === undefined ? undefined : meantBy(senderChannelNames, word);
  if (channel === undefined) throw new Refusal('CHANNEL_MISSING');
  return channel;
}

async function requireSenderOf(call: HandlerCall): Promise<Sender> {
  const channel = requireChannel(call);
  const id = readId(call.params, 'fromID');
  if (id === undefined) throw new Refusal('SENDER_MISSING');
  return requireSender(call.sql, channel, id);
}

function readSenderText({ params }: HandlerCall): string {
  return readName(params, 'sender', 'SENDER_MISSING').trim();
}

function readApproval(call: HandlerCall): Buffer | undefined {
  return readFile(call, 'pdf', 'INVALID_FILE');
}
