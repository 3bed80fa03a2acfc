import { Secret } from '@egoi-client/core/wire';
import { byInput } from './provocation.ts';

const anonymous = { anonymous: true } as const;
const username = 'user@example.com';

/** Codes about who calls. */
export const accessProvocations = {
  NO_USERNAME_AND_PASSWORD_AND_APIKEY: byInput(({ unchecked }) =>
    unchecked('getLists', {}, anonymous),
  ),
  NO_USERNAME: byInput(({ unchecked }) =>
    unchecked('checklogin', { password: 'sandbox' }, anonymous),
  ),
  NO_PASSWORD: byInput(({ unchecked }) => unchecked('checklogin', { username }, anonymous)),
  NO_USERNAME_AND_PASSWORD: byInput(({ unchecked }) =>
    unchecked('checklogin', { username: '', password: '' }, anonymous),
  ),
  NO_APIKEY: byInput(({ unchecked }) => unchecked('checklogin', {}, { apiKey: new Secret('') })),
  NO_ACCESS: byInput(({ clientWith }) => clientWith({ username, password: 'wrong' }).checklogin()),
  INVALID: byInput(({ clientWith }) => clientWith({ apiKey: 'f'.repeat(40) }).getLists()),
} as const;
