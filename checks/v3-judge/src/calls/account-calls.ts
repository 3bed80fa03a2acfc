import { refused, right, wrong, wrongMethod } from './judged-call.ts';

/** The account itself, its users, and what needs no account. */
export const accountCalls = [
  right('ping', {}),
  wrongMethod('ping', 'PUT'),
  right('getMyAccount', {}),
  wrongMethod('getMyAccount', 'DELETE'),
  right('enableTransactional', {}),
  refused('enableTransactional', {}, 409),
  wrongMethod('enableTransactional', 'GET'),
  right('getAllUsers', { limit: 5, status: 'active', order: 'asc' }),
  wrong('getAllUsers', { limit: 1001 }),
  wrong('getAllUsers', { order_by: 'shoe size' }),
  right('getAllCountries', {}),
  right('getAllCountries', { phone: '351' }),
  wrongMethod('getAllCountries', 'POST'),
];
