import type { Handler } from '../calls/handler.ts';

const userId = '1';
const clientId = '12345';
const amount = '12.34';
const credits = `EUR ${amount}`;

/** The account itself does not change, so that its data is written here. */
export const accountHandlers = {
  async checklogin({ caller }) {
    const answer = { RESULT: 'OK', USER_ID: userId };
    // Whoever logs in asks for the key.
    return caller.hasLoggedIn ? { ...answer, apikey: caller.apiKey } : answer;
  },

  async getClientData() {
    return {
      CLIENTE_ID: clientId,
      COMPANY_NAME: 'Example Lda',
      COMPANY_LEGAL_NAME: 'Example, Lda',
      COMPANY_TYPE: '',
      BUSINESS_ACTIVITY_CODE: '',
      DATE_REGISTRATION: '0000-00-00',
      WEBSITE: 'https://www.example.com',
      SIGNUP_DATE: '2020-01-02',
      COUNTRY: 'Portugal',
      STATE: '',
      CITY: 'Porto',
      ADDRESS: 'Rua do Exemplo, 1',
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
      FIRST_NAME: 'Ana',
      LAST_NAME: 'Silva',
      EMAIL: caller.username,
      TELEPHONE: '',
      CELLPHONE: '351-912345678',
      FAX: '',
      CLIENTE_ID: clientId,
      APIKEY: caller.apiKey,
      GENDER: '',
      LANGUAGE: 'en',
    };
  },
} as const satisfies Record<string, Handler>;
