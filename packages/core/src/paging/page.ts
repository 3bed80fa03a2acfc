/** One page of a method's items. */
export interface Page<Item> {
  /** How many items of the service's order come before this page. */
  readonly start: number;
  /** Without those that the page before held too. */
  readonly items: readonly Item[];
  /** The `from` that goes on after this page. */
  readonly next: number;
}
