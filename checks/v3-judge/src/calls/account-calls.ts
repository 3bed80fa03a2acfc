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
  right('getAllUsers', {
    username: 'user@example.com',
    order_by: 'username',
    created_min: '2020-01-01 00:00:00',
    created_max: '2030-01-01T00:00:00Z',
    updated_min: '2020-01-01',
    updated_max: '2030-01-01 00:00:00',
  }),
  wrong('getAllUsers', { limit: 1001 }),
  wrong('getAllUsers', { order_by: 'shoe size' }),
  right('getAllCountries', {}),
  right('getAllCountries', { phone: '351' }),
  wrongMethod('getAllCountries', 'POST'),
];
