import { EgoiApiError, type EgoiErrorCode } from '@egoi-client/core';
import { allLossesAllowed, openV3Front } from '@egoi-client/conformance/v3';
import type { Provocation } from './provocation.ts';
import { provocations } from './provocations.ts';
import { problemOf, provokedSandbox, provokeThrough } from './provoke.ts';
import { uncausedByV3, v3Provocations } from './v3-provocations.ts';

/** What one code came to over API v3. */
export interface V3Code {
  /** Why nothing causes it; `undefined` where something does. */
  readonly uncaused: string | undefined;
  /** `''`, or what was wrong. */
  readonly problem: string;
}

/**
 * Provokes codes over API v3: those that it causes, and those too that it does not, of which none may
 * arrive, by whatever provocation.
 */
export async function runV3Codes(
  codes: readonly EgoiErrorCode[],
): Promise<Readonly<Record<EgoiErrorCode, V3Code>>> {
  const front = await openV3Front({ over: 'memory', user: allLossesAllowed });
  const outcomes = new Map<EgoiErrorCode, unknown>();
  const arrived = new Set<string>();
  try {
    for (const code of codes) {
      const provocation = provocationOf(code);
      const sandbox = provokedSandbox(provocation);
      const connection = front.connect(sandbox);
      const outcome = await provokeThrough(connection.transport, sandbox, provocation);
      outcomes.set(code, outcome);
      if (outcome instanceof EgoiApiError) arrived.add(outcome.code);
      await connection.close();
      await sandbox.close();
    }
  } finally {
    await front.close();
  }
  const cells = codes.map((code) => {
    const uncaused = reasonOf(code);
    const problem =
      uncaused === undefined
        ? problemOf(outcomes.get(code), code, provocationOf(code))
        : arrived.has(code)
          ? 'it arrives, and is said to be caused by nothing'
          : '';
    return [code, { uncaused, problem }] as const;
  });
  return Object.fromEntries(cells) as Record<EgoiErrorCode, V3Code>;
}

function provocationOf(code: EgoiErrorCode): Provocation {
  const own: Partial<Record<EgoiErrorCode, Provocation>> = v3Provocations;
  return own[code] ?? provocations[code];
}

function reasonOf(code: EgoiErrorCode): string | undefined {
  const reasons: Partial<Record<EgoiErrorCode, string>> = uncausedByV3;
  return reasons[code];
}
