import { accountOwner, accountUser } from '../../account/work/account-owner.ts';
import type { Handler } from '../calls/handler.ts';

const { clientId, balance: amount, currency } = accountOwner;
const userId = String(accountUser.id);
const credits = `${currency} ${amount}`;

export const accountHandlers = {
  async checklogin({ caller }) {
    const answer = { RESULT: 'OK', USER_ID: userId };
    // Whoever logs in asks for the key.
    return caller.hasLoggedIn ? { ...answer, apikey: caller.apiKey } : answer;
  },

  async getClientData() {
    return {
      CLIENTE_ID: clientId,
      COMPANY_NAME: accountOwner.company,
      COMPANY_LEGAL_NAME: accountOwner.legalName,
      COMPANY_TYPE: '',
      BUSINESS_ACTIVITY_CODE: '',
      DATE_REGISTRATION: '0000-00-00',
      WEBSITE: accountOwner.website,
      SIGNUP_DATE: accountOwner.signedUp,
      COUNTRY: accountOwner.country,
      STATE: '',
      CITY: accountOwner.city,
      ADDRESS: accountOwner.address,
      CREDITS: credits,
      CONTRACT: 'Pay With Love',
      CONTRACT_EXPIRE_DATE: '0000-00-00',
      PLAN_EMAIL_LIMIT: '0',
      PLAN_EMAIL_SENT: '0',
      PLAN_SMS_LIMIT: '0',
      PLAN_SMS_SENT: '0',
    };
  },

  async getCredits() {
    return { CREDITS: credits, AMOUNT: amount };
  },

  async getUserData({ caller }) {
    return {
      USER_ID: userId,
      USERNNAME: caller.username,
      USER_LEVEL: 'administrator',
      FIRST_NAME: accountUser.firstName,
      LAST_NAME: accountUser.lastName,
      EMAIL: caller.username,
      TELEPHONE: '',
      CELLPHONE: accountUser.cellphone,
      FAX: '',
      CLIENTE_ID: clientId,
      APIKEY: caller.apiKey,
      GENDER: '',
      LANGUAGE: 'en',
    };
  },
} as const satisfies Record<string, Handler>;
