import { refused, right, wrong } from './judged-call.ts';

const file = 'JVBERi0xLjQ=';

/** Senders. The account begins with one of e-mails, `1`, one of SMS, `2`, and one of calls, `3`. */
export const senderCalls = [
  right('createEmailSender', { body: { name: 'Ana', email: 'ana@example.com' } }),
  right('createEmailSender', { body: { name: 'Rui', email: 'rui@example.com' } }),
  refused('createEmailSender', { body: { name: 'Ana', email: 'ana@example.com' } }, 409),
  wrong('createEmailSender', { body: { email: 'ana@example.com' } }),
  wrong('createEmailSender', { body: { name: 'Ana', email: null } }),
  right('getAllEmailSenders', { limit: 10 }),
  wrong('getAllEmailSenders', { limit: 1001 }),
  right('putEmailSender', { sender_id: 4, body: { name: 'Anna' } }),
  refused('putEmailSender', { sender_id: 99, body: { name: 'Anna' } }, 404),
  wrong('putEmailSender', { sender_id: 4, body: { name: ['Anna'] } }),
  right('deleteEmailSender', { sender_id: 5 }),
  refused('deleteEmailSender', { sender_id: 5 }, 404),
  wrong('deleteEmailSender', { sender_id: 'ana' }, 404),
  right('createCellphoneSender', { body: { type: 'numeric', cellphone: '351-913333333' } }),
  right('createCellphoneSender', { body: { type: 'alpha_numeric', cellphone: 'Example', file } }),
  wrong('createCellphoneSender', { body: { type: 'numeric', cellphone: '+351912345678' } }),
  wrong('createCellphoneSender', { body: { cellphone: '351-912345678' } }),
  right('getAllCellphoneSenders', { limit: 10 }),
  wrong('getAllCellphoneSenders', { limit: 'abc' }),
  right('deleteCellphoneSender', { sender_id: 7 }),
  refused('deleteCellphoneSender', { sender_id: 7 }, 404),
  wrong('deleteCellphoneSender', { sender_id: 0 }, 404),
  right('createPhoneSender', { body: { phone: '351-222333444', file } }),
  right('createPhoneSender', { body: { phone: '351-222333555', file } }),
  wrong('createPhoneSender', { body: { phone: 222333444, file } }),
  right('getAllPhoneSenders', { limit: 10 }),
  wrong('getAllPhoneSenders', { limit: 1001 }),
  right('deletePhoneSender', { sender_id: 9 }),
  refused('deletePhoneSender', { sender_id: 9 }, 404),
  wrong('deletePhoneSender', { sender_id: 'six' }, 404),
];
