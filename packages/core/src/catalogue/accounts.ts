import { method } from './declare-method.ts';
import { closedParams, date, decimal, id, integer, struct, text, textParam } from './kinds.ts';

const login = {
  username: textParam('Login of a user; with `password`, in place of the API key.').nullish(),
  password: textParam('Password of that user.').nullish(),
};

/** Who calls, and what the account is. */
export const accounts = {
  checklogin: method({
    name: 'checklogin',
    aliases: ['checkLogin'],
    group: 'accounts',
    summary: "Checks whether the account's credentials are valid.",
    details:
      "Resolves with `RESULT: 'OK'`, and after a login with `username` and `password`, which needs no API key, with the key in `apikey`.",
    effect: 'read',
    params: closedParams(login),
    result: struct(
      {
        RESULT: text("'OK' when the credentials are valid."),
        USER_ID: integer('The user that the credentials belong to.').optional(),
        status: text('Read by one client; what it says is not known.').optional(),
        apikey: text(
          'The API key of the account, after a login with `username` and `password`.',
        ).optional(),
      },
      'The outcome of the check.',
    ),
    errors: [
      'NO_USERNAME_AND_PASSWORD_AND_APIKEY',
      'NO_USERNAME',
      'NO_PASSWORD',
      'NO_APIKEY',
      'NO_ACCESS',
      'INVALID',
      'NO_USERNAME_AND_PASSWORD',
    ],
    evidence: { params: 'seen', result: 'partly seen' },
    notes: ['The service was called as `checklogin` and as `checkLogin`; both are accepted.'],
  }),

  getClientData: method({
    name: 'getClientData',
    group: 'accounts',
    summary: 'Returns the data of the account: company, address, credits, plan.',
    details: 'Most clients use it as a ping.',
    effect: 'read',
    params: closedParams({}),
    result: struct(
      {
        CLIENTE_ID: id('Number of the account.'),
        COMPANY_NAME: text('Name of the company.').optional(),
        COMPANY_LEGAL_NAME: text('Registered name of the company.').optional(),
        COMPANY_TYPE: text('Kind of company.').optional(),
        BUSINESS_ACTIVITY_CODE: text('Code of the business activity.').optional(),
        DATE_REGISTRATION: date('Day of registration.').optional(),
        WEBSITE: text('Web site.').optional(),
        SIGNUP_DATE: date('Day on which the account was opened.').optional(),
        COUNTRY: text('Country.').optional(),
        STATE: text('State.').optional(),
        CITY: text('City.').optional(),
        ADDRESS: text('Street address.').optional(),
        CREDITS: text('Currency code, one space, amount: `EUR 12.34`.').optional(),
        CONTRACT: text('Name or number of the plan.').optional(),
        CONTRACT_EXPIRE_DATE: date('Last day of the plan.').optional(),
        PLAN_EMAIL_LIMIT: integer('E-mails in the plan; 0 means unlimited.').optional(),
        PLAN_EMAIL_SENT: integer('E-mails sent in the plan.').optional(),
        PLAN_SMS_LIMIT: integer('SMS in the plan.').optional(),
        PLAN_SMS_SENT: integer('SMS sent in the plan.').optional(),
      },
      'The account.',
    ),
    errors: ['NO_APIKEY', 'NO_ACCESS', 'INVALID'],
    evidence: { params: 'seen', result: 'seen' },
  }),

  getCredits: method({
    name: 'getCredits',
    group: 'accounts',
    summary: 'Returns the credits available in the account.',
    effect: 'read',
    params: closedParams({}),
    result: struct(
      {
        CREDITS: text('Currency code, one space, amount: `EUR 12.34`.').optional(),
        AMOUNT: decimal('The amount alone.').optional(),
      },
      'The credits.',
    ),
    errors: ['NO_ACCESS', 'INVALID'],
    evidence: { params: 'inferred', result: 'unknown' },
    notes: [
      "No source knows the fields of the result; `CREDITS` and `AMOUNT` are the sandbox's choice.",
    ],
  }),

  getUserData: method({
    name: 'getUserData',
    group: 'accounts',
    summary: 'Returns the data of the user who owns the key or the login.',
    details: 'The login comes as `USERNNAME`, spelled with two N by the service.',
    effect: 'read',
    params: closedParams(login),
    result: struct(
      {
        USER_ID: id('Number of the user.'),
        USERNNAME: text("Login of the user; the spelling is the service's.").optional(),
        USER_LEVEL: text('Level of the user.').optional(),
        FIRST_NAME: text('First name.').optional(),
        LAST_NAME: text('Last name.').optional(),
        EMAIL: text('E-mail address.').optional(),
        TELEPHONE: text('Telephone, as prefix-number.').optional(),
        CELLPHONE: text('Mobile, as prefix-number.').optional(),
        FAX: text('Fax, as prefix-number.').optional(),
        CLIENTE_ID: id('Number of the account.').optional(),
        APIKEY: text("The account's API key.").optional(),
        GENDER: text('Gender.').optional(),
        LANGUAGE: text('Language of the user.').optional(),
      },
      'The user.',
    ),
    errors: [
      'NO_USERNAME_AND_PASSWORD_AND_APIKEY',
      'NO_USERNAME',
      'NO_PASSWORD',
      'NO_ACCESS',
      'INVALID',
    ],
    evidence: { params: 'seen', result: 'seen' },
  }),
} as const;
