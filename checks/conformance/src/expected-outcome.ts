import type { NamedCase } from './all-cases.ts';
import { fixedAccount } from './fixed-account.ts';
import { type CaseOutcome, runCase } from './run-case.ts';

const outcomes = new Map<NamedCase, Promise<CaseOutcome>>();

/** What a case comes to on a fresh account without any wire; computed once, for every target that is compared with it. */
export function expectedOutcome(conformanceCase: NamedCase): Promise<CaseOutcome> {
  const known = outcomes.get(conformanceCase);
  if (known !== undefined) return known;
  const outcome = onBareAccount(conformanceCase);
  outcomes.set(conformanceCase, outcome);
  return outcome;
}

async function onBareAccount(conformanceCase: NamedCase): Promise<CaseOutcome> {
  const account = fixedAccount();
  try {
    return await runCase(conformanceCase, account);
  } finally {
    await account.close?.();
  }
}
