import { type CaseOutcome, fixedAccount } from '@egoi-client/conformance/cases';
import type { WireValue } from '@egoi-client/core';
import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { accountsInTurn } from '@egoi-client/conformance/support/accounts-in-turn';
import { connectInMemory, wires } from '@egoi-client/conformance/support/targets';
import { type HistoryCommand, history } from './history-commands.ts';
import { asRestJson } from './rest-losses.ts';
import { outcomeOf, SeenReferences } from './run-history.ts';

// fast-check prints seed and history with a failure, and the message names wire and step: there is no
// need to wait until it has found a shorter one.
const settings = { seed: 20251202, numRuns: 70, endOnFailure: true } as const;

interface Step {
  readonly command: HistoryCommand;
  readonly outcome: CaseOutcome;
}

/** What the account itself answers, step by step; the commands with their references filled in. */
async function runOnAccount(commands: readonly HistoryCommand[]) {
  const account = fixedAccount();
  const seen = new SeenReferences();
  const steps: Step[] = [];
  for (const open of commands) {
    const command = seen.fill(open);
    const outcome = await outcomeOf(command, account);
    if ('value' in outcome) seen.note(outcome.value);
    steps.push({ command, outcome });
  }
  const snapshot = await account.snapshot();
  await account.close();
  return { steps, snapshot };
}

function expectedOn(wire: string, outcome: CaseOutcome): CaseOutcome {
  if (wire !== 'rest json' || 'error' in outcome) return outcome;
  return { value: asRestJson(outcome.value as WireValue) };
}

test('any history of an account has strictly equal outcomes on every wire, and leaves the same account', async () => {
  const outcomes = new Map<string, number>();
  const count = (name: string) => outcomes.set(name, (outcomes.get(name) ?? 0) + 1);
  const targets = await Promise.all(
    wires.map(async (wire) => {
      const accounts = accountsInTurn('sandbox');
      return { name: wire.name, accounts, ...(await connectInMemory(wire, accounts)) };
    }),
  );
  await fc.assert(
    fc.asyncProperty(history, async (commands) => {
      const { steps, snapshot } = await runOnAccount(commands);
      for (const { command, outcome } of steps) {
        count('value' in outcome ? `${command.method} answers` : String(outcome.error['code']));
      }
      for (const { name: wire, accounts, transport } of targets) {
        const account = fixedAccount();
        await accounts.goOnWith(account);
        for (const { command, outcome } of steps) {
          const got = await outcomeOf(command, transport);
          expect({ wire, command, outcome: got }).toStrictEqual({
            wire,
            command,
            outcome: expectedOn(wire, outcome),
          });
        }
        expect({ wire, snapshot: await account.snapshot() }).toStrictEqual({ wire, snapshot });
      }
    }),
    settings,
  );
  for (const target of targets) await target.close();
  const answers = [...outcomes].filter(([name]) => name.endsWith(' answers'));
  const codes = [...outcomes].filter(([name]) => !name.endsWith(' answers'));
  process.stdout.write(
    `histories: ${settings.numRuns}, with answers of ${answers.length} methods and ${codes.length} codes\n`,
  );
  expect(answers.length).toBeGreaterThan(30);
  expect(codes.length).toBeGreaterThan(30);
});
