import type { MethodName, WireObject, WireValue } from '@egoi-client/core';
import { type DeclaredLoss, lostParameters, type MethodEntry } from '../calls/method-entry.ts';
import { type ListedSender, type SenderChannel, sendersOf } from '../campaigns/senders-of.ts';
import { readId, readValue, readWord } from '@egoi-client/core/wire';
import { readName, readText } from '../calls/params.ts';
import { type ProblemCodes, Refusal } from '../calls/refusal.ts';
import type { V3Call } from '../calls/v3-call.ts';
import { isPhone } from '../values/phone.ts';

const channels: readonly SenderChannel[] = ['email', 'telemovel', 'telefone'];

const channelIs =
  (...words: readonly string[]) =>
  (params: WireObject): boolean =>
    words.includes(readWord(params, 'channel')?.toLowerCase() ?? '');

const noFax: DeclaredLoss = {
  kind: 'parameter',
  name: 'channel',
  reason: 'API v3 has no senders of faxes',
  needsLeave: true,
  occurs: channelIs('fax'),
  effects: 'unseen',
};

const codes: ProblemCodes = {
  notFound: 'SENDER_NOT_EXISTS',
  conflict: (errors) => (Object.hasOwn(errors, 'sender_in_use') ? 'IN_USE' : 'SENDER_EXISTS'),
  invalid: {
    file: 'INVALID_FILE',
    email: 'SENDER_MISSING',
    cellphone: 'SENDER_MISSING',
    phone: 'SENDER_MISSING',
    name: 'SENDER_MISSING',
    type: 'SENDER_MISSING',
  },
};

/** Senders and CNAMEs. */
export const senderMethods = {
  addCname: {
    verdict: 'exact',
    operations: ['createCName'],
    cost: { requests: 1 },
    losses: [],
    async answer(call) {
      const value = readName(call.params, 'cname', 'CNAME_MISSING').trim();
      try {
        await call.ask('createCName', { body: { value } }, { invalid: { value: 'CNAME_MISSING' } });
      } catch (error) {
        // API v2 has no code for a domain that is there.
        if (!(error instanceof Refusal) || error.problem?.status !== 409) throw error;
      }
      return { RESULT: 'OK' };
    },
  },

  addSender: {
    verdict: 'with losses',
    operations: ['createEmailSender', 'createCellphoneSender', 'createPhoneSender'],
    cost: { requests: 1 },
    losses: [
      noFax,
      {
        kind: 'later',
        name: 'FROMID',
        reason:
          'a new sender is looked at by people before it can be used, and listed from then on',
      },
      {
        kind: 'approximate',
        name: 'file',
        reason: 'API v3 wants a document for a sender of calls: FILE_SENDER_MISSING',
        occurs: (params) => channelIs('telefone')(params) && !hasFile(params),
        effects: { endings: [['answer', 'FILE_SENDER_MISSING']] },
      },
    ],
    async answer(call) {
      const channel = readChannel(call);
      const sender = readName(call.params, 'sender', 'SENDER_MISSING').trim();
      return { FROMID: String(await addSender(call, channel, sender)) };
    },
  },

  deleteSender: {
    verdict: 'exact',
    operations: ['deleteEmailSender', 'deleteCellphoneSender', 'deletePhoneSender'],
    cost: { requests: 1 },
    losses: [noFax],
    async answer(call) {
      const sender = { sender_id: readSender(call) };
      const channel = readChannel(call);
      if (channel === 'email') await call.ask('deleteEmailSender', sender, codes);
      else if (channel === 'telemovel') await call.ask('deleteCellphoneSender', sender, codes);
      else await call.ask('deletePhoneSender', sender, codes);
      return { RESULT: 'OK' };
    },
  },

  editSender: {
    verdict: 'with losses',
    operations: [
      'putEmailSender',
      'getAllEmailSenders',
      'getAllCellphoneSenders',
      'getAllPhoneSenders',
    ],
    cost: { requests: 1 },
    losses: [
      ...lostParameters('API v3 changes the name of a sender alone: add another', ['sender'], {
        needsLeave: true,
      }),
      ...lostParameters('API v3 takes a document for a new sender alone', ['file'], {
        effects: 'unseen',
      }),
      {
        kind: 'parameter',
        name: 'channel',
        reason: 'API v3 changes senders of e-mails alone',
        needsLeave: true,
        occurs: channelIs('telemovel', 'telefone', 'fax'),
        effects: 'unseen',
      },
    ],
    async answer(call) {
      const channel = readChannel(call);
      const sender_id = readSender(call);
      const name = readWord(call.params, 'name');
      if (name !== undefined && channel === 'email') {
        await call.ask('putEmailSender', { sender_id, body: { name } }, codes);
      } else if (!(await sendersOf(call, channel)).some(({ id }) => id === sender_id)) {
        throw new Refusal('SENDER_NOT_EXISTS');
      }
      return { RESULT: 'OK' };
    },
  },

  getSenders: {
    verdict: 'exact',
    operations: ['getAllEmailSenders', 'getAllCellphoneSenders', 'getAllPhoneSenders'],
    cost: {
      requests: 3,
      further: 'one in place of three with a channel, one for each further 1,000 senders',
    },
    losses: [noFax],
    answer: answerSenders,
  },
} as const satisfies Partial<Record<MethodName, MethodEntry>>;

function hasFile(params: WireObject): boolean {
  return readWord(params, 'file') !== undefined;
}

/** A channel that no sender can have is a missing one: no other code is known. */
function readChannel({ params }: V3Call): SenderChannel {
  const word = readText(params, 'channel', 'CHANNEL_MISSING')?.toLowerCase();
  const channel = channels.find((known) => known === word);
  if (channel === undefined) throw new Refusal('CHANNEL_MISSING');
  return channel;
}

function readSender(call: V3Call): number {
  readChannel(call);
  const id = readId(call.params, 'fromID');
  if (id === undefined) throw new Refusal('SENDER_MISSING');
  if (id === 0) throw new Refusal('SENDER_NOT_EXISTS');
  return id;
}

async function addSender(call: V3Call, channel: SenderChannel, sender: string): Promise<number> {
  if (channel === 'email') {
    const name = readWord(call.params, 'name') ?? sender;
    const added = await call.ask('createEmailSender', { body: { name, email: sender } }, codes);
    return added.sender_id;
  }
  const file = readWord(call.params, 'file');
  if (file === undefined) throw new Refusal('FILE_SENDER_MISSING');
  if (channel === 'telefone') {
    return (await call.ask('createPhoneSender', { body: { phone: sender, file } }, codes))
      .sender_id;
  }
  const body = isPhone(sender)
    ? ({ type: 'numeric', cellphone: sender } as const)
    : ({ type: 'alpha_numeric', cellphone: sender, file } as const);
  return (await call.ask('createCellphoneSender', { body }, codes)).sender_id;
}

async function answerSenders(call: V3Call): Promise<WireValue> {
  const isChosen = readValue(call.params, 'channel') !== undefined;
  const senders: ListedSender[] = [];
  for (const channel of isChosen ? [readChannel(call)] : channels) {
    senders.push(...(await sendersOf(call, channel)));
  }
  // API v2 lists those alone that can be used.
  const usable = senders.filter(({ status = 'active' }) => status === 'active');
  if (usable.length === 0) throw new Refusal('SENDER_NOT_EXISTS');
  return usable
    .toSorted((one, other) => one.id - other.id)
    .map(({ id, text, channel }) => ({ FROMID: String(id), SENDER: text, CHANNEL: channel }));
}
