/** What a figure must reach: at least, or at most, a value of its unit. */
export type Goal = { readonly atLeast: number } | { readonly atMost: number };

/** The middle of several measurements, and how far they lie apart. */
export interface Summary {
  readonly median: number;
  readonly min: number;
  readonly max: number;
}

/** The middle value, or the mean of the two middle ones. @throws RangeError for no value at all */
export function median(values: readonly number[]): number {
  if (values.length === 0) throw new RangeError('there is nothing to take the median of');
  const sorted = values.toSorted((a, b) => a - b);
  const upper = sorted.length >> 1;
  const high = sorted[upper] ?? Number.NaN;
  return sorted.length % 2 === 1 ? high : ((sorted[upper - 1] ?? Number.NaN) + high) / 2;
}

/** Median, least and greatest of some measurements. */
export function summarise(values: readonly number[]): Summary {
  return { median: median(values), min: Math.min(...values), max: Math.max(...values) };
}

/** The ratio of each pair of measurements that were taken in turn. @throws RangeError for unequal lengths */
export function ratios(upper: readonly number[], lower: readonly number[]): number[] {
  if (upper.length !== lower.length) throw new RangeError('each measurement needs its partner');
  return upper.map((value, index) => value / (lower[index] ?? Number.NaN));
}

/** Whether a value reaches a goal. Not a number reaches none. */
export function isMet(value: number, goal: Goal): boolean {
  return 'atLeast' in goal ? value >= goal.atLeast : value <= goal.atMost;
}

/** A goal in words: `≥ 10`. */
export function formatGoal(goal: Goal): string {
  return 'atLeast' in goal ? `≥ ${goal.atLeast}` : `≤ ${goal.atMost}`;
}
