/** Which part of a list is meant: so many, from one on. */
export interface ViewPage {
  /** 0 for the first. */
  readonly start: number;
  /** 1 to 1,000. */
  readonly limit: number;
}
