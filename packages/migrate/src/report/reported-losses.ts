import type { MethodName } from '@egoi-client/core';
import {
  lossesOf,
  type MethodLoss,
  type PossibleLoss,
  possibleLosses,
} from '@egoi-client/transport-v3';
import type { UsedCall } from './used-call.ts';

/** Something that calls of a method lose over API v3, and what to do about it. */
export interface ReportedLoss {
  /** Of a parameter or a field, as the option that allows it has it after `method.`. */
  readonly name: string;
  readonly kind: MethodLoss['kind'] | 'undeclared';
  readonly reason: string;
  /** Whether the calls are refused unless it is allowed by name. */
  readonly needsLeave: boolean;
  /** Whether only some values of the parameters bring it, or only some answers; of one that is foreseen. */
  readonly dependsOnValues: boolean;
  /** How many calls were told of it; `undefined` where it is foreseen from the parameters. */
  readonly calls?: number;
  readonly change: string;
}

/** What the transport told of the calls, of those that it refused too. */
export function toldLosses(method: string, calls: readonly UsedCall[]): ReportedLoss[] {
  const told = new Map<string, number>();
  for (const { seen, count } of calls) {
    for (const full of seen?.losses ?? []) told.set(full, (told.get(full) ?? 0) + count);
  }
  const declared = lossesOf(method as MethodName);
  const known = declared.flatMap((loss): ReportedLoss[] => {
    const number = told.get(`${method}.${loss.name}`);
    told.delete(`${method}.${loss.name}`);
    return number === undefined ? [] : [{ ...reportedLoss(method, loss), calls: number }];
  });
  const undeclared = [...told].map(
    ([full, number]): ReportedLoss => ({
      name: full.startsWith(`${method}.`) ? full.slice(method.length + 1) : full,
      kind: 'undeclared',
      reason: 'told by the transport of a call of which part was done',
      needsLeave: false,
      dependsOnValues: false,
      calls: number,
      change: 'Look at what these calls left undone, and do it by hand or again.',
    }),
  );
  return [...known, ...undeclared];
}

/** What the parameters of calls may bring. */
export function foreseenLosses(method: string, parameters: readonly string[]): ReportedLoss[] {
  return possibleLosses(method as MethodName, parameters).map((loss) => reportedLoss(method, loss));
}

function reportedLoss(
  method: string,
  { name, kind, reason, needsLeave, dependsOnValues = false }: MethodLoss & Partial<PossibleLoss>,
): ReportedLoss {
  const change = changeFor(method, name, kind, needsLeave);
  return { name, kind, reason, needsLeave, dependsOnValues, change };
}

function changeFor(
  method: string,
  name: string,
  kind: MethodLoss['kind'],
  needsLeave: boolean,
): string {
  if (needsLeave) return `Leave ${name} out, or allow the loss: --allow-loss ${method}.${name}.`;
  switch (kind) {
    case 'parameter':
      return `Leave ${name} out: it has no effect.`;
    case 'field':
      return `Do not read ${name}${name.endsWith('_') ? '…' : ''} from the answer.`;
    case 'later':
      return `Do not count on ${name} being done when the call answers.`;
    default:
      return `See whether ${name} still means what the program takes it for.`;
  }
}

/** What to change in the program for these losses. */
export function changesFor(losses: readonly ReportedLoss[]): string[] {
  return losses.length === 0 ? ['Nothing but the address.'] : losses.map(({ change }) => change);
}
