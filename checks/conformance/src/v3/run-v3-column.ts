import { lossesOf, translations } from '@egoi-client/transport-v3';
import { conformanceCases } from '../all-cases.ts';
import { costsOf, type V3Cost } from './costs.ts';
import { runV3Case, type V3CaseResult } from './run-v3-case.ts';
import { showingsOf } from './showings.ts';
import { v3Cases } from './cases/v3-cases.ts';
import { allLossesAllowed, openV3Front, type V3SentRequest } from './v3-front.ts';

/** One case over API v3. */
export interface V3Row extends V3CaseResult {
  readonly method: string;
  readonly case: string;
}

/** What methods declare of their losses, and what cases have shown of that. */
export interface LossShowings {
  /** Ways in which losses are declared to show, as `method.loss: showing`. */
  readonly declared: readonly string[];
  /** Those of them that no case showed: either it does not occur, or nothing exercises it. */
  readonly unshown: readonly string[];
  /** Losses that no answer is known to show, as `method.loss`. */
  readonly unseen: readonly string[];
}

/** Every case over API v3, and every loss that a method declares. */
export interface V3Column extends LossShowings {
  /** The cases that every transport passes, in their order. */
  readonly rows: readonly V3Row[];
  /** Cases of API v3 alone: they show losses that the others do not. */
  readonly furtherRows: readonly V3Row[];
  /** What each method costs that API v3 answers. */
  readonly costs: readonly V3Cost[];
}

/**
 * Runs every case over API v3.
 *
 * @param over sockets of this machine, or memory alone
 * @param onRequest is shown every request. @default nobody
 */
export async function runV3Column(
  over: 'socket' | 'memory',
  onRequest?: (request: V3SentRequest) => void,
): Promise<V3Column> {
  // The cases write numbers as people in the account's country do.
  const user = { ...allLossesAllowed, phonePrefix: '351' };
  const front = await openV3Front({ over, user, onRequest });
  try {
    const rows: V3Row[] = [];
    for (const one of [...conformanceCases, ...v3Cases]) {
      rows.push({ method: one.method, case: one.name, ...(await runV3Case(one, front)) });
    }
    return {
      rows: rows.slice(0, conformanceCases.length),
      furtherRows: rows.slice(conformanceCases.length),
      costs: costsOf((method) =>
        rows.filter((row) => row.method === method).flatMap(({ answered }) => answered),
      ),
      ...lossShowings(new Set(rows.flatMap(({ showings }) => [...showings]))),
    };
  } finally {
    await front.close();
  }
}

/** Holds what cases have shown against what all methods declare. */
export function lossShowings(shown: ReadonlySet<string>): LossShowings {
  const losses = translations().flatMap(({ method }) =>
    lossesOf(method).map((loss) => ({ fullName: `${method}.${loss.name}`, loss })),
  );
  const declared = losses.flatMap(({ fullName, loss }) =>
    showingsOf(loss).map((showing) => `${fullName}: ${showing}`),
  );
  return {
    declared,
    unshown: declared.filter((showing) => !shown.has(showing)),
    unseen: losses.filter(({ loss }) => loss.effects === 'unseen').map(({ fullName }) => fullName),
  };
}
