// Written by `pnpm core:types` from the catalogue: change it there.

import type { CallOptions, NoParams } from '../options/call-options.ts';

/** Parameters of testEmailAddress. */
export interface TestEmailAddressParams {
  /** The address. */
  readonly email: string;
}

/** Parameters of checkUser. */
export interface CheckUserParams {
  /** The address. */
  readonly email: string;
}

/** The outcome. */
export interface CheckUserResult {
  /** 'OK' when it is free. */
  RESULT?: string | undefined;
}

/** Parameters of createAccount. */
export interface CreateAccountParams {
  /** User name. */
  readonly utilizador?: string | null | undefined;
  /** Prefix of the telephone number. */
  readonly telefone_ind?: string | null | undefined;
  /** Telephone number. */
  readonly telefone_numero?: string | null | undefined;
  /** Where the account comes from. */
  readonly origem?: string | null | undefined;
  /** Code of the reseller. */
  readonly codigo_revendedor?: string | null | undefined;
  /** How the service was found. */
  readonly onde_conheceu?: string | null | undefined;
  /** Affiliate. */
  readonly aff?: string | null | undefined;
  /** More on the affiliate. */
  readonly aff_extra?: string | null | undefined;
  /** Company. */
  readonly empresa?: string | null | undefined;
  /** Code of the country. */
  readonly pais_cod?: string | null | undefined;
  /** Town. */
  readonly localidade?: string | null | undefined;
  /** State. */
  readonly estado?: string | null | undefined;
  /** E-mail address. */
  readonly email?: string | null | undefined;
  /** First name. */
  readonly primeiro_nome?: string | null | undefined;
  /** Last name. */
  readonly ultimo_nome?: string | null | undefined;
  /** Password. */
  readonly senha?: string | null | undefined;
  /** Password, in place of `senha`. */
  readonly password?: string | null | undefined;
  /** Language. */
  readonly idioma?: string | null | undefined;
  /** Address of the visitor. */
  readonly ipAddress?: string | null | undefined;
  /** Whether the affiliate is active. */
  readonly active_afiliado?: string | null | undefined;
  /** Country. */
  readonly pais?: string | null | undefined;
  /** Not documented in any source. */
  readonly egoiFan?: string | null | undefined;
  /** Not documented in any source. */
  readonly egoi_cookie?: string | null | undefined;
  /** Not documented in any source. */
  readonly server_id?: string | null | undefined;
  /** Not documented in any source. */
  readonly aditional_products?: string | null | undefined;
  /** Others pass as they are: no source knows all of them. */
  readonly [name: string]: unknown;
}

/** The outcome. */
export interface CreateAccountResult {
  /** 'OK' when it was created. */
  RESULT?: string | undefined;
}

/** Parameters of afiliado. */
export interface AfiliadoParams {
  /** Others pass as they are: no source knows all of them. */
  readonly [name: string]: unknown;
}

/** The methods of the group 'internal'. */
export interface InternalMethods {
  /**
   * Checks that the connection exists.
   *
   * Takes no argument at all.
   *
   * Source: reference, Internal. Parameters seen in a source; result seen in a source.
   */
  check_status(params?: NoParams, options?: CallOptions): Promise<boolean>;
  /**
   * Tests an e-mail address, which is a part of its own, outside functionOptions.
   *
   * Source: reference, Internal. Parameters seen in a source; result seen in a source.
   */
  testEmailAddress(params: TestEmailAddressParams, options?: CallOptions): Promise<boolean>;
  /**
   * Returns all errors of the connection.
   *
   * Source: reference, Internal. Parameters seen in a source; result in no source.
   */
  getAllErrors(params?: NoParams, options?: CallOptions): Promise<unknown>;
  /**
   * Returns the last error of the connection.
   *
   * Source: reference, Internal. Parameters seen in a source; result in no source.
   */
  getError(params?: NoParams, options?: CallOptions): Promise<unknown>;
  /**
   * Tells whether a user name, an e-mail address, is free for a new account.
   *
   * No source knows the answer for a name that is taken; `{ RESULT: 'KO' }` is the sandbox's
   * choice.
   *
   * Source: reference, Internal. Parameters seen in a source; result seen in a source.
   */
  checkUser(params: CheckUserParams, options?: CallOptions): Promise<CheckUserResult>;
  /**
   * Creates an account, for partners.
   *
   * Which parameters are required, no source knows.
   *
   * Source: reference, Internal. Parameters seen in a source; result seen in a source.
   */
  createAccount(params?: CreateAccountParams, options?: CallOptions): Promise<CreateAccountResult>;
  /**
   * A call of the affiliate programme whose purpose no source describes.
   *
   * Source: reference, Internal. Parameters in no source; result in no source.
   */
  afiliado(params?: AfiliadoParams, options?: CallOptions): Promise<unknown>;
}
