import { EgoiConfigError, type MethodName } from '@egoi-client/core';
import type { MyAccount, User } from '@egoi-client/v3-api';
import { lostFields, lostParameters, type MethodEntry } from '../calls/method-entry.ts';
import { readPages } from '../calls/pages.ts';
import { Refusal } from '../calls/refusal.ts';
import type { V3Call } from '../calls/v3-call.ts';

const login = lostParameters(
  'API v3 has no login with user name and password',
  ['username', 'password'],
  { needsLeave: true },
);
const noSource = 'API v3 does not tell it';

/** Who calls, and what the account is. */
export const accountMethods = {
  checklogin: {
    verdict: 'with losses',
    operations: ['getMyAccount'],
    cost: { requests: 1 },
    losses: [...login, ...lostFields('API v3 does not tell whose key it is', ['USER_ID'])],
    async answer(call) {
      await call.ask('getMyAccount', {});
      return { RESULT: 'OK' };
    },
  },

  getClientData: {
    verdict: 'with losses',
    operations: ['getMyAccount'],
    cost: { requests: 1 },
    losses: [
      ...lostFields(noSource, [
        'BUSINESS_ACTIVITY_CODE',
        'DATE_REGISTRATION',
        'SIGNUP_DATE',
        'CONTRACT_EXPIRE_DATE',
        'PLAN_EMAIL_LIMIT',
        'PLAN_EMAIL_SENT',
        'PLAN_SMS_LIMIT',
        'PLAN_SMS_SENT',
      ]),
      { kind: 'approximate', name: 'COUNTRY', reason: 'a code of two letters, not a name' },
      { kind: 'approximate', name: 'COMPANY_TYPE', reason: 'a word of API v3' },
      { kind: 'approximate', name: 'CONTRACT', reason: 'a word of API v3' },
    ],
    async answer(call) {
      const { general_info, billing_info, plan_info, ...account } = await call.ask(
        'getMyAccount',
        {},
      );
      const { address1 = '', address2 = '' } = billing_info ?? {};
      return told({
        CLIENTE_ID: general_info?.client_id,
        COMPANY_NAME: general_info?.name,
        COMPANY_LEGAL_NAME: billing_info?.company_legal_name,
        COMPANY_TYPE: billing_info?.type,
        WEBSITE: general_info?.website,
        COUNTRY: billing_info?.country?.country_code,
        STATE: billing_info?.state,
        CITY: billing_info?.city,
        ADDRESS: [address1, address2].filter((part) => part !== '').join(' '),
        CREDITS: creditsIn(account),
        CONTRACT: plan_info?.type,
      });
    },
  },

  getCredits: {
    verdict: 'exact',
    operations: ['getMyAccount'],
    cost: { requests: 1 },
    losses: [],
    async answer(call) {
      const account = await call.ask('getMyAccount', {});
      return told({ CREDITS: creditsIn(account), AMOUNT: account.balance_info?.balance });
    },
  },

  getUserData: {
    verdict: 'with losses',
    operations: ['getAllUsers', 'getMyAccount'],
    cost: { requests: 2, further: 'one for each further 1,000 users' },
    losses: [
      ...login,
      ...lostFields(noSource, ['GENDER', 'LANGUAGE', 'FAX']),
      ...lostFields('API v3 has one number of a user', ['TELEPHONE']),
      {
        kind: 'approximate',
        name: 'USER_LEVEL',
        reason: 'administrator or user',
        effects: 'unseen',
      },
    ],
    async answer(call) {
      const user = await userOf(call);
      const { general_info } = await call.ask('getMyAccount', {});
      return told({
        USER_ID: String(user.user_id),
        USERNNAME: user.username,
        USER_LEVEL: user.is_admin === true ? 'administrator' : 'user',
        FIRST_NAME: user.first_name,
        LAST_NAME: user.last_name,
        EMAIL: user.email,
        CELLPHONE: user.phone,
        CLIENTE_ID: general_info?.client_id,
        APIKEY: call.apiKey,
      });
    },
  },
} as const satisfies Partial<Record<MethodName, MethodEntry>>;

/** What has a source; the rest is left out, since an old program would read 0 as "without limit". */
function told(fields: Readonly<Record<string, string | undefined>>): Record<string, string> {
  const entries = Object.entries(fields).filter(([, value]) => value !== undefined);
  return Object.fromEntries(entries) as Record<string, string>;
}

function creditsIn({ balance_info }: Pick<MyAccount, 'balance_info'>): string | undefined {
  const { currency, balance } = balance_info ?? {};
  return currency === undefined || balance === undefined ? undefined : `${currency} ${balance}`;
}

/** API v2 has another word for a wrong key where it tells of the user. */
function asNoAccess(error: unknown): never {
  if (!(error instanceof Refusal) || error.code !== 'INVALID') throw error;
  throw new Refusal('NO_ACCESS', error.problem);
}

/** The user whose key it is, which API v3 does not tell. @throws EgoiConfigError where there are several and none was named */
async function userOf(call: V3Call): Promise<User> {
  const { items } = await readPages<User>({
    start: 0,
    limit: Number.POSITIVE_INFINITY,
    pageSize: call.options.pageSize,
    keyOf: ({ user_id }) => user_id,
    ask: (page) => call.ask('getAllUsers', { status: 'active', ...page }).catch(asNoAccess),
  });
  const { userId } = call.options;
  const user = userId === undefined ? items[0] : items.find((one) => one.user_id === userId);
  if (user !== undefined && (userId !== undefined || items.length === 1)) return user;
  const message =
    userId === undefined
      ? `the account has ${items.length} active users and API v3 does not tell whose key it is: name the user in the option userId`
      : 'the account has no active user with the number of the option userId';
  throw new EgoiConfigError(message, { method: call.method, transport: 'v3' });
}
