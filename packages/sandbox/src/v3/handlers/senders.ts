import { fileIn } from '../../account/campaigns/files.ts';
import {
  addModeratedSender,
  deleteUnusedSender,
  requireSender,
} from '../../account/campaigns/senders.ts';
import { isEmail } from '../../account/contacts/formats.ts';
import {
  saveSenderName,
  type Sender,
  type SenderChannel,
  sendersOf,
} from '../../account/store/senders.ts';
import type { AccountWork } from '../../account/work/account-work.ts';
import type { HandlerCall } from '../calls/handler.ts';
import { pageIn, type PageQuery } from '../calls/page.ts';
import { inField, unprocessable } from '../calls/refusal.ts';
import { requiredText } from '../calls/required-text.ts';

/** Senders of e-mails, SMS and calls. New ones are in moderation until their turn comes. */
export const senderHandlers = {
  async getAllEmailSenders({ sql, input }: HandlerCall<'getAllEmailSenders'>) {
    return { items: pageOfSenders(await sendersOf(sql, 'email'), input).map(emailRecord) };
  },

  async createEmailSender(call: HandlerCall<'createEmailSender'>) {
    const { body } = call.input;
    const name = requiredText('name', body.name).trim();
    const sender = body.email.trim();
    if (!isEmail(sender)) throw unprocessable('email', 'It must be an e-mail address');
    return emailRecord(await addModeratedSender(call, { channel: 'email', sender, name }));
  },

  async putEmailSender({ sql, input }: HandlerCall<'putEmailSender'>) {
    const sender = await requireSender(sql, 'email', input.sender_id);
    const name = requiredText('name', input.body.name).trim();
    await saveSenderName(sql, sender.id, name);
    return emailRecord({ ...sender, name });
  },

  deleteEmailSender: (call: HandlerCall<'deleteEmailSender'>) => remove(call, 'email'),

  async getAllCellphoneSenders({ sql, input }: HandlerCall<'getAllCellphoneSenders'>) {
    return { items: pageOfSenders(await sendersOf(sql, 'sms'), input).map(cellphoneRecord) };
  },

  async createCellphoneSender(call: HandlerCall<'createCellphoneSender'>) {
    const { body } = call.input;
    const sender = requiredText('cellphone', body.cellphone).trim();
    if (body.type === 'alpha_numeric') {
      if (isNumber(sender)) throw unprocessable('type', 'A number is numeric');
      await checkProof(call, body.file);
    }
    return cellphoneRecord(await addModeratedSender(call, { channel: 'sms', sender, name: '' }));
  },

  deleteCellphoneSender: (call: HandlerCall<'deleteCellphoneSender'>) => remove(call, 'sms'),

  async getAllPhoneSenders({ sql, input }: HandlerCall<'getAllPhoneSenders'>) {
    return { items: pageOfSenders(await sendersOf(sql, 'voice'), input).map(phoneRecord) };
  },

  async createPhoneSender(call: HandlerCall<'createPhoneSender'>) {
    const { phone, file } = call.input.body;
    await checkProof(call, file);
    const sender = { channel: 'voice', sender: phone, name: '' } as const;
    return phoneRecord(await addModeratedSender(call, sender));
  },

  deletePhoneSender: (call: HandlerCall<'deletePhoneSender'>) => remove(call, 'voice'),
};

function pageOfSenders(
  senders: readonly Sender[],
  query: PageQuery & { readonly status?: Sender['status'] | undefined },
): Sender[] {
  const { start, limit } = pageIn(query);
  return senders
    .filter(({ status }) => query.status === undefined || status === query.status)
    .slice(start, start + limit);
}

async function remove(
  { sql, input }: AccountWork & { readonly input: { readonly sender_id: number } },
  channel: SenderChannel,
): Promise<undefined> {
  await deleteUnusedSender(sql, await requireSender(sql, channel, input.sender_id));
  return undefined;
}

/** Looks at the document that shows the right to a sender, which the account does not keep. */
async function checkProof({ settings }: AccountWork, file: string): Promise<void> {
  const proof = await inField('file', () => fileIn(file, 'pdf', settings.maxFileBytes));
  if (proof === undefined) throw unprocessable('file', 'A value is required');
}

function emailRecord({ id, name, sender, status }: Sender) {
  return { sender_id: id, name, email: sender, status };
}

function cellphoneRecord({ id, sender, status }: Sender) {
  const type = isNumber(sender) ? ('numeric' as const) : ('alpha_numeric' as const);
  return { sender_id: id, cellphone: sender, type, status };
}

function phoneRecord({ id, sender, status }: Sender) {
  return { sender_id: id, phone: sender, status };
}

/** What the API takes as the number of a sender. */
function isNumber(text: string): boolean {
  return /^\d{1,3}-\d{4,20}$/.test(text);
}
