import { isDeepStrictEqual } from 'node:util';
import { fixedAccount } from '@egoi-client/conformance/cases';
import { valuesNamed, withoutNamed } from '@egoi-client/conformance/v3';
import {
  isWireObject,
  type Loss,
  type MethodName,
  type Transport,
  type WireValue,
} from '@egoi-client/core';
import { createV3Server } from '@egoi-client/gateway';
import { lossesOf, v3Transport } from '@egoi-client/transport-v3';
import { type ForeignClient, runAgainst } from './foreign-clients.ts';
import { type ScriptOutcome, scriptMethods } from './legacy-script.ts';
import { firstDifference } from './losses.ts';
import { meet } from './meet.ts';
import type { PeerOutcome } from './outcome.ts';
import type { FoundProgram } from './programs.ts';

/** How a legacy script fared with API v3 behind the gateway. */
export interface V3Outcome extends PeerOutcome {
  /** In what its output differed, as `method.loss`. */
  readonly lost: readonly string[];
}

/** The loss of the scripts that nobody but their owner may decide on: a contact who has not confirmed. */
const decided = { method: 'addSubscriberBulk', name: 'subscribers.status' } as const;
export const leave = `${decided.method}.${decided.name}`;

/**
 * Runs one legacy script three times: on an account, on an account that is reached by API v3, and on one
 * that is reached so by somebody who has allowed no loss. It must get the same from the first two, but for
 * the losses that it was not told and the gateway was; and from the third why one of its calls is refused.
 */
export async function tryThroughV3(client: ForeignClient): Promise<V3Outcome> {
  const lost = new Set<string>();
  const outcome = await meet(client, async (_, program) => {
    const [overV2, { got: overV3, told }, { got: unallowed }] = await Promise.all([
      runAgainst(client, program, fixedAccount()),
      runThroughV3(client, program, [leave]),
      runThroughV3(client, program, []),
    ]);
    return [...differences(overV2, overV3, told, lost), ...wrongInRefusal(unallowed)];
  });
  return { ...outcome, lost: [...lost] };
}

/** What a script got, and the losses of each call. */
interface RunThroughV3 {
  readonly got: ScriptOutcome;
  readonly told: readonly (readonly Loss[])[];
}

async function runThroughV3(
  client: ForeignClient,
  program: FoundProgram,
  allowLosses: readonly string[],
): Promise<RunThroughV3> {
  const account = fixedAccount();
  const server = await createV3Server({
    async answerV3(request) {
      // What the service has taken is done by the time of the next request.
      await account.workOff();
      return account.answerV3(request);
    },
    madeFile: (name) => account.madeFile(name),
  }).listen();
  const transport = v3Transport({ endpoint: server.url, allowLosses });
  const told: (readonly Loss[])[] = [];
  const telling: Transport = {
    ...transport,
    async call(request) {
      const place = told.push([]) - 1;
      const reply = await transport.call(request);
      told[place] = reply.losses ?? [];
      return reply;
    },
  };
  try {
    return { got: await runAgainst(client, program, telling), told };
  } finally {
    await server.close();
    await account.close();
  }
}

/** Where two outcomes differ in more than the losses of the calls. @param lost gets the losses that show */
export function differences(
  overV2: ScriptOutcome,
  overV3: ScriptOutcome,
  told: readonly (readonly Pick<Loss, 'kind' | 'name'>[])[],
  lost: Set<string>,
): string[] {
  /** Fields that losses of earlier calls have changed in the account, by name. */
  const changed = new Map<string, string>();
  const problems = scriptMethods.flatMap(([step, method], place) => {
    const names = new Map(changed);
    for (const { kind, name } of told[place] ?? []) {
      const declared = lossesOf(method as MethodName).find(
        (loss) => loss.kind === kind && loss.name === name,
      );
      if (declared === undefined) return [`${step}: ${method} declares no loss of ${name}`];
      const { effects = {} } = declared;
      const fullName = `${method}.${name}`;
      if (kind === 'field' || kind === 'approximate') names.set(name, fullName);
      for (const field of effects === 'unseen' ? [] : (effects.fields ?? [])) {
        names.set(field, fullName);
        changed.set(field, fullName);
      }
    }
    const [before = null, after = null] = [overV2[step], overV3[step]];
    for (const [field, fullName] of names) {
      if (!isDeepStrictEqual(valuesNamed(before, field), valuesNamed(after, field))) {
        lost.add(fullName);
      }
    }
    const without = new Set(names.keys());
    return firstDifference(reduced(before, without), reduced(after, without), step) ?? [];
  });
  return [...problems, ...wrongInUnknown(overV2, overV3)];
}

function reduced(value: WireValue, names: ReadonlySet<string>): WireValue {
  return withoutNamed(value, names) as WireValue;
}

/** A method that is in no catalogue is refused on both ways, each in its words; one that the script misuses gets the same code. */
function wrongInUnknown(
  { unknown: before = null }: ScriptOutcome,
  overV3: ScriptOutcome,
): string[] {
  const { unknown: after = null } = overV3;
  if (faultOf(before) === undefined)
    return [firstDifference(before, after, 'unknown') ?? []].flat();
  return faultOf(after) === undefined ? [`unknown is ${JSON.stringify(after)}`] : [];
}

/** The old program must read why its call is refused and what to do about it, as a fault of its protocol. */
export function wrongInRefusal({ bulk = null }: ScriptOutcome): string[] {
  const fault = faultOf(bulk);
  if (fault === undefined) return [`bulk was not refused: ${JSON.stringify(bulk)}`];
  const { reason = '' } = lossesOf(decided.method).find(({ name }) => name === decided.name) ?? {};
  return [reason, leave].flatMap((words) =>
    fault.includes(words) ? [] : [`the refusal of bulk does not say '${words}': ${fault}`],
  );
}

function faultOf(value: WireValue): string | undefined {
  const fault = isWireObject(value) ? value['fault'] : undefined;
  return typeof fault === 'string' ? fault : undefined;
}
