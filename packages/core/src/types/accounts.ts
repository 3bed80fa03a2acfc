// Written by `pnpm core:types` from the catalogue: change it there.

import type { CallOptions, NoParams } from '../options/call-options.ts';

/** Parameters of checklogin. */
export interface CheckloginParams {
  /** Login of a user; with `password`, in place of the API key. */
  readonly username?: string | null | undefined;
  /** Password of that user. */
  readonly password?: string | null | undefined;
}

/** The outcome of the check. */
export interface CheckloginResult {
  /** 'OK' when the credentials are valid. */
  RESULT: string;
  /** The user that the credentials belong to. */
  USER_ID?: number | null | undefined;
  /** Read by one client; what it says is not known. */
  status?: string | undefined;
  /** The API key of the account, after a login with `username` and `password`. */
  apikey?: string | undefined;
}

/** The account. */
export interface GetClientDataResult {
  /** Number of the account. */
  CLIENTE_ID: number;
  /** Name of the company. */
  COMPANY_NAME?: string | undefined;
  /** Registered name of the company. */
  COMPANY_LEGAL_NAME?: string | undefined;
  /** Kind of company. */
  COMPANY_TYPE?: string | undefined;
  /** Code of the business activity. */
  BUSINESS_ACTIVITY_CODE?: string | undefined;
  /** Day of registration. */
  DATE_REGISTRATION?: string | null | undefined;
  /** Web site. */
  WEBSITE?: string | undefined;
  /** Day on which the account was opened. */
  SIGNUP_DATE?: string | null | undefined;
  /** Country. */
  COUNTRY?: string | undefined;
  /** State. */
  STATE?: string | undefined;
  /** City. */
  CITY?: string | undefined;
  /** Street address. */
  ADDRESS?: string | undefined;
  /** Currency code, one space, amount: `EUR 12.34`. */
  CREDITS?: string | undefined;
  /** Name or number of the plan. */
  CONTRACT?: string | undefined;
  /** Last day of the plan. */
  CONTRACT_EXPIRE_DATE?: string | null | undefined;
  /** E-mails in the plan; 0 means unlimited. */
  PLAN_EMAIL_LIMIT?: number | null | undefined;
  /** E-mails sent in the plan. */
  PLAN_EMAIL_SENT?: number | null | undefined;
  /** SMS in the plan. */
  PLAN_SMS_LIMIT?: number | null | undefined;
  /** SMS sent in the plan. */
  PLAN_SMS_SENT?: number | null | undefined;
}

/** The credits. */
export interface GetCreditsResult {
  /** Currency code, one space, amount: `EUR 12.34`. */
  CREDITS?: string | undefined;
  /** The amount alone. */
  AMOUNT?: number | null | undefined;
}

/** Parameters of getUserData. */
export interface GetUserDataParams {
  /** Login of a user; with `password`, in place of the API key. */
  readonly username?: string | null | undefined;
  /** Password of that user. */
  readonly password?: string | null | undefined;
}

/** The user. */
export interface GetUserDataResult {
  /** Number of the user. */
  USER_ID: number;
  /** Login of the user; the spelling is the service's. */
  USERNNAME?: string | undefined;
  /** Level of the user. */
  USER_LEVEL?: string | undefined;
  /** First name. */
  FIRST_NAME?: string | undefined;
  /** Last name. */
  LAST_NAME?: string | undefined;
  /** E-mail address. */
  EMAIL?: string | undefined;
  /** Telephone, as prefix-number. */
  TELEPHONE?: string | undefined;
  /** Mobile, as prefix-number. */
  CELLPHONE?: string | undefined;
  /** Fax, as prefix-number. */
  FAX?: string | undefined;
  /** Number of the account. */
  CLIENTE_ID?: number | undefined;
  /** The account's API key. */
  APIKEY?: string | undefined;
  /** Gender. */
  GENDER?: string | undefined;
  /** Language of the user. */
  LANGUAGE?: string | undefined;
}

/** The methods of the group 'accounts'. */
export interface AccountsMethods {
  /**
   * Checks whether the account's credentials are valid.
   *
   * Resolves with `RESULT: 'OK'`, and after a login with `username` and `password`, which needs no
   * API key, with the key in `apikey`.
   *
   * The service was called as `checklogin` and as `checkLogin`; both are accepted.
   *
   * Source: reference, Accounts. Parameters seen in a source; result in part seen in a source.
   *
   * @throws EgoiApiError `NO_USERNAME_AND_PASSWORD_AND_APIKEY`, `NO_USERNAME`, `NO_PASSWORD`,
   * `NO_APIKEY`, `NO_ACCESS`, `INVALID`, `NO_USERNAME_AND_PASSWORD`
   */
  checklogin(params?: CheckloginParams, options?: CallOptions): Promise<CheckloginResult>;
  /**
   * Returns the data of the account: company, address, credits, plan.
   *
   * Most clients use it as a ping.
   *
   * Source: reference, Accounts. Parameters seen in a source; result seen in a source.
   *
   * @throws EgoiApiError `NO_APIKEY`, `NO_ACCESS`, `INVALID`
   */
  getClientData(params?: NoParams, options?: CallOptions): Promise<GetClientDataResult>;
  /**
   * Returns the credits available in the account.
   *
   * No source knows the fields of the result; `CREDITS` and `AMOUNT` are the sandbox's choice.
   *
   * Source: reference, Accounts. Parameters inferred from sources; result in no source.
   *
   * @throws EgoiApiError `NO_ACCESS`, `INVALID`
   */
  getCredits(params?: NoParams, options?: CallOptions): Promise<GetCreditsResult>;
  /**
   * Returns the data of the user who owns the key or the login.
   *
   * The login comes as `USERNNAME`, spelled with two N by the service.
   *
   * Source: reference, Accounts. Parameters seen in a source; result seen in a source.
   *
   * @throws EgoiApiError `NO_USERNAME_AND_PASSWORD_AND_APIKEY`, `NO_USERNAME`, `NO_PASSWORD`,
   * `NO_ACCESS`, `INVALID`
   */
  getUserData(params?: GetUserDataParams, options?: CallOptions): Promise<GetUserDataResult>;
}
