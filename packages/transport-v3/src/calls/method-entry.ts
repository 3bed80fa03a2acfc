import type { EgoiErrorCode, Loss, WireObject, WireValue } from '@egoi-client/core';
import type { OperationName } from '@egoi-client/v3-api';
import type { ResolvedV3TransportOptions } from './options.ts';
import type { V3Call } from './v3-call.ts';

/** How a call ends: with an answer, with a code of API v2, or done in part. */
export type Ending = 'answer' | 'partial' | EgoiErrorCode;

/** Where a loss shows, beside the parameter or field of its name. All else stays as it is. */
export interface LossEffects {
  /** Fields, of this answer and of later ones, that are otherwise. @default none */
  readonly fields?: readonly string[];
  /** How a call ends over API v2, and how over API v3. @default as over API v2 */
  readonly endings?: readonly (readonly [overV2: Ending, overV3: Ending])[];
  /** Records that the answer leaves out: values of their fields. @default none */
  readonly leftOut?: Readonly<Record<string, readonly string[]>>;
  /** Whether the answer is one record where API v2 has any number of them. @default false */
  readonly isOneRecord?: boolean;
  /** Whether the answer has records that API v2 has not. @default false */
  readonly hasFurtherRecords?: boolean;
}

/** A loss as a method declares it, before any call. */
export interface DeclaredLoss extends Loss {
  /** Changes who is contacted, whether mail goes out, what is kept or what the call means: refused unless the caller allows it. @default false */
  readonly needsLeave?: boolean;
  /** Whether a call has it. @default of a parameter where it is given, of anything else always */
  readonly occurs?: (params: WireObject, options: ResolvedV3TransportOptions) => boolean;
  /** Only the answers of API v3 show whether a call has it: told where the method says that they did. @default false */
  readonly isShownByAnswer?: boolean;
  /**
   * Where callers see it; `unseen` where no answer of any method is known to show it.
   *
   * @default a parameter has no effect, a field is not there or approximate, and what is done later is done in the end
   */
  readonly effects?: LossEffects | 'unseen';
}

/** What a call takes of the service's budget. */
interface Cost {
  /** Requests of a call in its plainest form. */
  readonly requests: number;
  /** What takes more, in words. @default nothing */
  readonly further?: string;
}

/** A method that API v3 answers. */
export interface TranslatedMethod {
  /** `exact`: nothing that a caller depends on is lost. */
  readonly verdict: 'exact' | 'with losses';
  /** Operations that it may use, in their order. */
  readonly operations: readonly OperationName[];
  readonly cost: Cost;
  readonly losses: readonly DeclaredLoss[];
  /** Answers a call. Throws `Refusal` for an error of the API, and `EgoiError`. */
  answer(call: V3Call): Promise<WireValue>;
}

/** A method that API v3 does not answer. */
export interface RefusedMethod {
  readonly verdict: 'refused';
  readonly reason: string;
  /** What to do instead. */
  readonly wayOut: string;
}

export type MethodEntry = TranslatedMethod | RefusedMethod;

/** Parameters that have no effect, each for the same reason. */
export function lostParameters(
  reason: string,
  names: readonly string[],
  more: Pick<DeclaredLoss, 'needsLeave' | 'occurs' | 'effects'> = {},
): DeclaredLoss[] {
  return names.map((name) => ({ kind: 'parameter', name, reason, ...more }));
}

/** Fields that an answer lacks, each for the same reason. */
export function lostFields(
  reason: string,
  names: readonly string[],
  more: Pick<DeclaredLoss, 'occurs' | 'isShownByAnswer' | 'effects'> = {},
): DeclaredLoss[] {
  return names.map((name) => ({ kind: 'field', name, reason, ...more }));
}
