import { refused, right, wrong, wrongMethod } from './judged-call.ts';

/** Names of the account's own that links go by. */
export const cnameCalls = [
  right('createCName', { body: { value: 'mail.example.com' } }),
  refused('createCName', { body: { value: 'mail.example.com' } }, 409),
  wrong('createCName', { body: { value: false } }),
  wrong('createCName', { body: { name: 'mail.example.com' } }),
  right('getAllCNames', {}),
  wrongMethod('getAllCNames', 'PATCH'),
];
