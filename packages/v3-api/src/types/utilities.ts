// Written by `pnpm v3:types` from the description of the operations: change it there.

/** A country. */
export interface Country {
  /** Country. 1 or more. */
  readonly country: number;
  /** Its name. */
  readonly name?: string | undefined;
  /** Its letters: `PT`. */
  readonly iso_code?: string | undefined;
  /** Its currency: `EUR`. */
  readonly currency?: string | undefined;
  /** Its prefix of phone numbers: `351`. */
  readonly country_code?: string | undefined;
}

/** A page of countries. */
export interface CountryPage {
  /** The countries of this page. */
  readonly items: readonly Country[];
  /** How many there are on all pages together. 0 or more. */
  readonly total_items?: number | undefined;
}

/** Input of getAllCountries. */
export interface GetAllCountriesInput {
  /** Only the country of this prefix or number. */
  readonly phone?: string | undefined;
}
