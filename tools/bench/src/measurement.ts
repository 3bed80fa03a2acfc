/** What was measured for one figure, a value a round. */
export interface Measurement {
  /** In the figure's unit. */
  readonly values: readonly number[];
  /** The two times behind a ratio, where it is one: medians in milliseconds. */
  readonly times?: { readonly ours: number; readonly peer: number };
}
