import { flag, id, struct, text, word } from '../schema/declare.ts';
import { moment } from '../schema/kinds.ts';
import { operation } from './operation.ts';
import { collection, orderParams } from './shared.ts';

const statuses = ['active', 'inactive'] as const;

const user = struct('User', 'A user of the account.', {
  required: { user_id: id('User.') },
  expected: {
    username: text('Name to log in with.'),
    is_admin: flag('Whether the user may do everything.'),
    first_name: text('First name.'),
    last_name: text('Last name.'),
    email: text('E-mail address.'),
    phone: text('Telephone.'),
    status: word(statuses, 'Whether the user can log in.'),
    created: moment('When it was made.'),
    updated: moment('When it was last changed.'),
  },
  optional: { profile_image: text('Address of a picture.') },
});

/** Users of the account. */
export const userOperations = {
  getAllUsers: operation({
    method: 'GET',
    path: '/users',
    summary: 'Gives the users of the account.',
    queryParams: {
      username: text('Only the user with this name.'),
      status: word(statuses, 'Only users with this status.'),
      created_min: moment('Only users made then or later.'),
      created_max: moment('Only users made then or before.'),
      updated_min: moment('Only users changed then or later.'),
      updated_max: moment('Only users changed then or before.'),
      ...orderParams(['user_id', 'username']),
    },
    answer: { status: 200, value: collection('UserPage', user, 'users') },
    paging: {},
  }),
};
