import { eitherOf, id, struct, text, textLike, word } from '../schema/declare.ts';
import { operation } from './operation.ts';
import { uncountedCollection } from './shared.ts';

const senderId = id('Sender.');
const ofSender = { sender_id: senderId };
const statuses = ['active', 'moderation', 'rejected'] as const;
const status = word(statuses, 'Whether it can be used: new ones wait for moderation first.');
const byStatus = { status: word(statuses, 'Only senders with this status.') };
const noTotal = ['Nothing says how many there are: a page that is short is the last.'];

const emailSender = struct('EmailSender', 'A sender of e-mails.', {
  required: { sender_id: senderId, name: text('Name that mails show.'), email: text('Address.') },
  expected: { status },
});

const cellphoneSender = struct('CellphoneSender', 'A sender of SMS.', {
  required: { sender_id: senderId, cellphone: text('Name or number that messages show.') },
  expected: {
    type: word(['alpha_numeric', 'numeric'], 'Whether it is a name or a number.'),
    status,
  },
});

const phoneSender = struct('PhoneSender', 'A sender of calls.', {
  required: { sender_id: senderId, phone: text('Number that calls show, as prefix-number.') },
  expected: { status },
});

const ownNumber = textLike(
  /^\d{1,3}-\d{4,20}$/,
  'must be a phone number as 351-912345678, without a +',
  'Number, as prefix-number, without a +.',
);

const proof = text('Document that shows the right to it, in base64.');

const newCellphoneSender = eitherOf(
  [
    struct('NameOfSmsSender', 'A name that messages show.', {
      required: {
        type: word(['alpha_numeric'], 'A name.'),
        cellphone: text('The name.'),
        file: proof,
      },
    }),
    struct('NumberOfSmsSender', 'A number that messages show.', {
      required: { type: word(['numeric'], 'A number.'), cellphone: ownNumber },
    }),
  ],
  'A name, with a document, or a number.',
  'must have the type alpha_numeric or numeric',
);

/** Senders of e-mails, SMS and calls. */
export const senderOperations = {
  getAllEmailSenders: operation({
    method: 'GET',
    path: '/senders/email',
    summary: 'Gives the senders of e-mails.',
    queryParams: byStatus,
    answer: { status: 200, value: uncountedCollection('EmailSenderPage', emailSender, 'senders') },
    paging: { hasTotal: false },
    evidence: 'seen',
    notes: noTotal,
  }),
  createEmailSender: operation({
    method: 'POST',
    path: '/senders/email',
    summary: 'Makes a sender of e-mails, which waits for moderation.',
    body: struct('CreateEmailSenderBody', 'A new sender of e-mails.', {
      required: { name: text('Name that mails show.'), email: text('Address.') },
    }),
    answer: { status: 201, value: emailSender },
    conflict: {},
  }),
  putEmailSender: operation({
    method: 'PUT',
    path: '/senders/email/{sender_id}',
    summary: 'Changes the name of a sender of e-mails.',
    pathParams: ofSender,
    body: struct('PutEmailSenderBody', 'What changes.', {
      required: { name: text('Name that mails show.') },
    }),
    answer: { status: 200, value: emailSender },
  }),
  deleteEmailSender: operation({
    method: 'DELETE',
    path: '/senders/email/{sender_id}',
    summary: 'Deletes a sender of e-mails.',
    pathParams: ofSender,
    answer: { status: 204 },
    conflict: {},
  }),
  getAllCellphoneSenders: operation({
    method: 'GET',
    path: '/senders/cellphone',
    summary: 'Gives the senders of SMS.',
    queryParams: byStatus,
    answer: {
      status: 200,
      value: uncountedCollection('CellphoneSenderPage', cellphoneSender, 'senders'),
    },
    paging: { hasTotal: false },
    notes: noTotal,
  }),
  createCellphoneSender: operation({
    method: 'POST',
    path: '/senders/cellphone',
    summary: 'Makes a sender of SMS.',
    body: newCellphoneSender,
    answer: { status: 201, value: cellphoneSender },
    conflict: {},
  }),
  deleteCellphoneSender: operation({
    method: 'DELETE',
    path: '/senders/cellphone/{sender_id}',
    summary: 'Deletes a sender of SMS.',
    pathParams: ofSender,
    answer: { status: 204 },
    conflict: {},
  }),
  getAllPhoneSenders: operation({
    method: 'GET',
    path: '/senders/phone',
    summary: 'Gives the senders of calls.',
    queryParams: byStatus,
    answer: { status: 200, value: uncountedCollection('PhoneSenderPage', phoneSender, 'senders') },
    paging: { hasTotal: false },
    notes: noTotal,
  }),
  createPhoneSender: operation({
    method: 'POST',
    path: '/senders/phone',
    summary: 'Makes a sender of calls.',
    body: struct('CreatePhoneSenderBody', 'A new sender of calls.', {
      required: { phone: ownNumber, file: proof },
    }),
    answer: { status: 201, value: phoneSender },
    conflict: {},
  }),
  deletePhoneSender: operation({
    method: 'DELETE',
    path: '/senders/phone/{sender_id}',
    summary: 'Deletes a sender of calls.',
    pathParams: ofSender,
    answer: { status: 204 },
    conflict: {},
  }),
};
