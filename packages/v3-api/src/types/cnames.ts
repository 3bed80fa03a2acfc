// Written by `pnpm v3:types` from the description of the operations: change it there.

/** A domain under which links of mails stand. */
export interface CName {
  /** CNAME. 1 or more. */
  readonly cname_id: number;
  /** The domain: `mail.example.com`. */
  readonly value: string;
  /** Whether its record leads to the service. */
  readonly status?: 'verified' | 'unverified' | 'recent' | 'invalid' | 'private' | undefined;
}

/** A page of CNAMEs. */
export interface CNamePage {
  /** The CNAMEs of this page. */
  readonly items: readonly CName[];
  /** How many there are on all pages together. 0 or more. */
  readonly total_items?: number | undefined;
}

/** A new domain. */
export interface CreateCNameBody {
  /** The domain: `mail.example.com`. */
  readonly value?: string | undefined;
}

/** Input of createCName. */
export interface CreateCNameInput {
  /** A new domain. */
  readonly body: CreateCNameBody;
}
