import { accountsInTurn } from '@egoi-client/conformance/support/accounts-in-turn';
import { connectInMemory, wires } from '@egoi-client/conformance/support/targets';
import { type SandboxTransport, sandboxTransport } from '@egoi-client/sandbox';
import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { type Command, v3History } from './v3-history-commands.ts';
import type { Face, Outcome } from './v3-history-faces.ts';
import { overV2 } from './v3-history-over-v2.ts';
import { overV3 } from './v3-history-over-v3.ts';

// fast-check prints seed and history with a failure.
const settings = { seed: 20251202, numRuns: 70, endOnFailure: true } as const;

/** The same references and the same moment each time it is made; queued work is done before the next request. */
function sameAccount(): SandboxTransport {
  return sandboxTransport({
    now: () => new Date('2025-06-01T12:00:00Z'),
    queueDelayMs: 0,
    callbacks: 'off',
    v3RequestsPerMinute: 1_000_000,
    v3RequestsPerHour: 1_000_000,
  });
}

interface Played {
  readonly steps: readonly { readonly command: Command; readonly outcome: Outcome }[];
  readonly snapshot: unknown;
}

/** Plays a history on a new account, each command over the face that is chosen for it. */
async function play(
  commands: readonly Command[],
  facesOf: (account: SandboxTransport) => Promise<(step: number) => Face>,
): Promise<Played> {
  const account = sameAccount();
  const faceOf = await facesOf(account);
  const contacts: string[] = [];
  const steps: { command: Command; outcome: Outcome }[] = [];
  for (const [step, command] of commands.entries()) {
    const outcome = await faceOf(step)(command, contacts);
    if (command.does === 'addContact' && 'done' in outcome) contacts.push(String(outcome.done));
    steps.push({ command, outcome });
  }
  return { steps, snapshot: await account.snapshot() };
}

test('a history mixed over the wires of v2 and API v3 is that of one wire, and of v3, alone', async () => {
  const outcomes = new Map<string, number>();
  const accounts = accountsInTurn('sandbox');
  const targets = await Promise.all(wires.map((wire) => connectInMemory(wire, accounts)));
  const overWires = targets.map(({ transport }) => overV2(transport));
  const [anyWire] = overWires;
  if (anyWire === undefined) throw new Error('there is no wire');

  const alone = (face: number) => async (account: SandboxTransport) => {
    await accounts.goOnWith(account);
    const one = overWires[face] ?? overV3(account, anyWire);
    return () => one;
  };
  const mixed = (choices: readonly number[]) => async (account: SandboxTransport) => {
    await accounts.goOnWith(account);
    const faces = [...overWires, overV3(account, anyWire)];
    return (step: number) => faces[(choices[step] ?? 0) % faces.length] ?? anyWire;
  };

  const choices = fc.array(fc.nat(wires.length), { minLength: 34, maxLength: 34 });
  await fc.assert(
    fc.asyncProperty(v3History, choices, fc.nat(wires.length - 1), async (commands, by, wire) => {
      const expected = await play(commands, alone(wire));
      for (const { command, outcome } of expected.steps) {
        const name = `${command.does} ${'done' in outcome ? 'done' : outcome.refused}`;
        outcomes.set(name, (outcomes.get(name) ?? 0) + 1);
      }
      expect({ by, ...(await play(commands, mixed(by))) }).toStrictEqual({ by, ...expected });
      expect(await play(commands, alone(wires.length))).toStrictEqual(expected);
    }),
    settings,
  );
  for (const target of targets) await target.close();
  const done = [...outcomes.keys()].filter((name) => name.endsWith(' done'));
  process.stdout.write(
    `histories over v2 and v3: ${settings.numRuns}, with ${done.length} commands done and ${outcomes.size - done.length} refusals\n`,
  );
  expect(done).toHaveLength(25);
  expect(outcomes.size - done.length).toBeGreaterThan(25);
});
