import type { MethodReport } from './migration-report.ts';
import type { ReportedLoss } from './reported-losses.ts';
import { shortened } from './shortened.ts';

/** Losses of one method that have the same reason. */
export interface LossGroup {
  readonly names: readonly string[];
  readonly kind: ReportedLoss['kind'];
  readonly reason: string;
  readonly needsLeave: boolean;
  /** Whether only some values of the parameters bring them. */
  readonly dependsOnValues: boolean;
  /** What to change for all of them, in one sentence. */
  readonly change: string;
}

/** The losses of a method by their reasons, in their order. */
export function groupedLosses({ method, losses }: MethodReport): LossGroup[] {
  const groups = new Map<string, ReportedLoss[]>();
  for (const loss of losses) {
    const { kind, needsLeave, dependsOnValues, reason } = loss;
    const key = JSON.stringify([kind, needsLeave, dependsOnValues, reason]);
    groups.set(key, [...(groups.get(key) ?? []), loss]);
  }
  return [...groups.values()].flatMap((group) => {
    const [first] = group;
    if (first === undefined) return [];
    const names = group.map(({ name }) => shortened(name.endsWith('_') ? `${name}…` : name));
    const { kind, reason, needsLeave, dependsOnValues } = first;
    const change = group.length === 1 ? first.change : changeForAll(method, first, group, names);
    return [{ names, kind, reason, needsLeave, dependsOnValues, change }];
  });
}

function changeForAll(
  method: string,
  { kind, needsLeave, change }: ReportedLoss,
  group: readonly ReportedLoss[],
  names: readonly string[],
): string {
  const listed = names.join(', ');
  if (needsLeave) {
    const leaves = group.map(({ name }) => `--allow-loss ${method}.${name}`).join(' ');
    return `Leave ${listed} out, or allow the losses: ${leaves}.`;
  }
  switch (kind) {
    case 'parameter':
      return `Leave ${listed} out: they have no effect.`;
    case 'field':
      return `Do not read ${listed} from the answer.`;
    case 'later':
      return `Do not count on ${listed} being done when the call answers.`;
    case 'approximate':
      return `See whether ${listed} still mean what the program takes them for.`;
    default:
      return change;
  }
}

/** What becomes of what is lost, in words. */
export function lossWords({ kind, needsLeave, dependsOnValues }: LossGroup): string {
  return [
    kindWords[kind],
    ...(dependsOnValues ? ['with some values'] : []),
    ...(needsLeave ? ['refused unless allowed'] : []),
  ].join(', ');
}

const kindWords: Readonly<Record<ReportedLoss['kind'], string>> = {
  parameter: 'parameter without effect',
  field: 'not in the answer',
  later: 'done later',
  approximate: 'approximate',
  undeclared: 'left undone',
};
