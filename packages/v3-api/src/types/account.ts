// Written by `pnpm v3:types` from the description of the operations: change it there.

/** Who the account belongs to. */
export interface GeneralInfo {
  /** Name. */
  readonly name?: string | undefined;
  /** Address of the site. */
  readonly website?: string | undefined;
  /** Mobile, as prefix-number. */
  readonly cellphone?: string | undefined;
  /** Number of the client, as text. */
  readonly client_id?: string | undefined;
}

/** Country. */
export interface BillingCountry {
  /** Its two letters: `PT`. */
  readonly country_code?: string | undefined;
}

/** Who pays. */
export interface BillingInfo {
  /** What kind of client it is. */
  readonly type?: 'single_person' | 'company' | undefined;
  /** Name of the company. */
  readonly company_legal_name?: string | undefined;
  /** Tax number; the service also answers it as a number. */
  readonly vat_number?: string | undefined;
  /** Country. */
  readonly country?: BillingCountry | undefined;
  /** City. */
  readonly city?: string | undefined;
  /** District or state. */
  readonly state?: string | undefined;
  /** First line of the address. */
  readonly address1?: string | undefined;
  /** Second line of the address. */
  readonly address2?: string | undefined;
  /** Postal code. */
  readonly zip_code?: string | undefined;
  /** What invoices say in addition. */
  readonly invoice_comments?: string | undefined;
}

/** What was bought. */
export interface PlanInfo {
  /** The plan. */
  readonly type?: 'enterprise' | 'free' | 'pro' | 'starter' | 'trial' | 'base' | undefined;
}

/** What is left to spend. */
export interface BalanceInfo {
  /** Amount, as text: `12.34`. */
  readonly balance?: string | undefined;
  /** Currency: `EUR`. */
  readonly currency?: string | undefined;
}

/** Track & Engage. */
export interface TrackEngage {
  /** Whether it is on. */
  readonly enabled?: boolean | undefined;
}

/** Parts of the service that are switched on. */
export interface ModuleInfo {
  /** Track & Engage. */
  readonly te?: TrackEngage | undefined;
}

/** What the service knows of the account. */
export interface MyAccount {
  /** Who the account belongs to. */
  readonly general_info: GeneralInfo;
  /** Who pays. */
  readonly billing_info?: BillingInfo | undefined;
  /** What was bought. */
  readonly plan_info?: PlanInfo | undefined;
  /** What is left to spend. */
  readonly balance_info?: BalanceInfo | undefined;
  /** Parts of the service that are switched on. */
  readonly module_info?: ModuleInfo | undefined;
}
