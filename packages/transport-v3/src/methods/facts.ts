import {
  allMethods,
  isWireObject,
  type Loss,
  type MethodName,
  type WireObject,
} from '@egoi-client/core';
import { setMember } from '@egoi-client/core/wire';
import type { OperationName } from '@egoi-client/v3-api';
import type { LossEffects, MethodEntry } from '../calls/method-entry.ts';
import { resolveV3TransportOptions } from '../calls/options.ts';
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

/** What calls may lose, by the names of their parameters alone. */
export interface PossibleLoss extends MethodLoss {
  /** Whether only some values of the parameters bring it, or only some answers. */
  readonly dependsOnValues: boolean;
}

/**
 * What a call may lose of which the names of its parameters are known and not their values, with the
 * options as they are where they are left out.
 *
 * @param names as the catalogue spells them, those of listed structs as `subscribers[].status`
 */
export function possibleLosses(
  method: MethodName,
  names: readonly string[],
): readonly PossibleLoss[] {
  const entry: MethodEntry = methodEntries[method];
  if (entry.verdict === 'refused') return [];
  const paths = new Set(names.map((name) => name.replaceAll('[]', '')));
  const calls = tellingValues.map((value) => paramsOf(names, value));
  const possible = new Map<string, boolean>();
  for (const { kind, name, occurs, isShownByAnswer = false } of entry.losses) {
    const isNamed = paths.has(name);
    const occurring = calls.filter((params) =>
      occurs === undefined ? isNamed || kind !== 'parameter' : occurs(params, defaultOptions),
    ).length;
    if (!isNamed && occurring === 0 && !isShownByAnswer) continue;
    possible.set(name, isShownByAnswer || occurring < calls.length);
  }
  return lossesOf(method).flatMap((loss) => {
    const dependsOnValues = possible.get(loss.name);
    return dependsOnValues === undefined ? [] : [{ ...loss, dependsOnValues }];
  });
}

/** Values on which it depends whether something is lost. */
const tellingValues = ['0', '1', '2', '3', 'all_subscribers', 'ana@example.com'] as const;

const defaultOptions = resolveV3TransportOptions({});

function paramsOf(names: readonly string[], value: string): WireObject {
  const params: WireObject = {};
  for (const name of names) {
    const [outer = '', inner] = name.split('[].');
    if (inner === undefined) setMember(params, outer, params[outer] ?? value);
  }
  for (const name of names) {
    const [outer = '', inner] = name.split('[].');
    if (inner === undefined) continue;
    const item = paramsOf([inner], value);
    const listed = params[outer];
    const known = Array.isArray(listed) && isWireObject(listed[0]) ? listed[0] : {};
    setMember(params, outer, [{ ...known, ...item }]);
  }
  return params;
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
