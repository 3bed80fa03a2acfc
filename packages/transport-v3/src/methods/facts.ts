import { allMethods, type Loss, type MethodName } from '@egoi-client/core';
import type { OperationName } from '@egoi-client/v3-api';
import type { LossEffects, MethodEntry } from '../calls/method-entry.ts';
import { methodEntries } from './all-methods.ts';

/** What a method loses over API v3. */
export interface MethodLoss extends Loss {
  /** Refused unless the option `allowLosses` has it. */
  readonly needsLeave: boolean;
  /**
   * Where it shows beside the parameter or field of its name; `unseen` where no answer of any method
   * is known to show it. @default nowhere else
   */
  readonly effects?: LossEffects | 'unseen';
}

/** What becomes of a method over API v3. */
export type Translation =
  | {
      /** `exact`: nothing that a caller depends on is lost. */
      readonly verdict: 'exact' | 'with losses';
      /** Operations that it may use, in their order. */
      readonly operations: readonly OperationName[];
      /** Requests of a call in its plainest form, and in words what takes more. */
      readonly cost: { readonly requests: number; readonly further?: string };
      readonly losses: readonly MethodLoss[];
    }
  | {
      readonly verdict: 'refused';
      readonly reason: string;
      /** What to do instead. */
      readonly wayOut: string;
    };

/** What becomes of a method over API v3: whether it is answered, by which operations, and what is lost. */
export function translationOf(method: MethodName): Translation {
  const entry: MethodEntry = methodEntries[method];
  if (entry.verdict === 'refused') return { ...entry };
  const { verdict, operations, cost } = entry;
  return { verdict, operations, cost, losses: lossesOf(method) };
}

/** A method of API v2 with what becomes of it. */
export interface MethodTranslation {
  readonly method: MethodName;
  readonly translation: Translation;
}

/** What becomes of every method over API v3, in the catalogue's order. */
export function translations(): readonly MethodTranslation[] {
  return allMethods().map(({ name }) => {
    const method = name as MethodName;
    return { method, translation: translationOf(method) };
  });
}

/** What a method loses over API v3; nothing for one that is refused as a whole. */
export function lossesOf(method: MethodName): readonly MethodLoss[] {
  const entry: MethodEntry = methodEntries[method];
  if (entry.verdict === 'refused') return [];
  return entry.losses.map(({ kind, name, reason, needsLeave = false, effects }) => ({
    kind,
    name,
    reason,
    needsLeave,
    ...(effects === undefined ? {} : { effects }),
  }));
}
