import type { Bench } from './bench.ts';
import type { Measurement } from './measurement.ts';
import { formatGoal, type Goal, isMet, summarise } from './statistics.ts';

/** One row of the table. */
export interface Figure {
  /** Unique, in words that hold no comma. */
  readonly name: string;
  /** What ours is held against. */
  readonly peer: string;
  readonly unit: string;
  /** None for figures that only put the others in proportion. */
  readonly goal?: Goal;
  /** Measures it. @returns why it cannot be measured here, where it cannot */
  measure(bench: Bench): Promise<Measurement | string>;
  /** Where it goes: what a run prints below a figure that misses its goal, line by line. */
  profile?(bench: Bench): Promise<readonly string[]>;
}

/** A figure with its value, as `--json` writes it. */
export interface FigureResult {
  readonly name: string;
  readonly peer: string;
  readonly unit: string;
  readonly value: number;
  readonly min: number;
  readonly max: number;
  readonly goal: string | null;
  readonly met: boolean | null;
  readonly times?: { readonly ours: number; readonly peer: number };
}

/** Takes the median of a measurement and holds it against the goal. */
export function figureResult(figure: Figure, { values, times }: Measurement): FigureResult {
  const { name, peer, unit, goal } = figure;
  const { median: value, min, max } = summarise(values);
  return {
    name,
    peer,
    unit,
    value,
    min,
    max,
    goal: goal === undefined ? null : formatGoal(goal),
    met: goal === undefined ? null : isMet(value, goal),
    ...(times === undefined ? {} : { times }),
  };
}
