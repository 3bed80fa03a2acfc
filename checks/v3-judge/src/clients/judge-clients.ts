import { allCalls } from '../calls/all-calls.ts';
import { type Caller, plainCaller, runCalls } from '../served/run-calls.ts';
import { servedOperations } from '../served/served-operations.ts';
import type { Tally } from '../tally.ts';
import { compareClient } from './compare-client.ts';
import { egoisdkCaller, sdkMethodOf } from './egoisdk.ts';
import { phpModuleCalls } from './php-modules.ts';
import { phpCaller, phpRequestOf } from './php-sdk.ts';

/** How other clients fared, beside the client half. */
export interface JudgedClients {
  readonly phpSdk: Tally;
  readonly egoisdk: Tally;
}

/**
 * Lets other clients make the calls, each of an account of its own; wants no official description.
 *
 * @param onStep told how far it is
 */
export async function judgeClients(
  onStep: (step: string) => void = () => undefined,
): Promise<JudgedClients> {
  const calls = [...allCalls, ...phpModuleCalls];
  const served = await servedOperations(allCalls);
  const run = (what: string, callerTo: (url: string) => Caller) =>
    runCalls(calls, callerTo, (made) => onStep(`${what}: ${made} of ${calls.length} calls`));
  const expected = await run('client half', plainCaller);
  const byPhp = await run('php sdk', phpCaller);
  const bySdk = await run('egoisdk', egoisdkCaller);
  return {
    phpSdk: compareClient(
      'php sdk',
      expected,
      byPhp,
      served,
      (call) => phpRequestOf(call) !== undefined,
    ),
    egoisdk: compareClient(
      'egoisdk',
      expected,
      bySdk,
      served,
      (call) => sdkMethodOf(call) !== undefined,
    ),
  };
}
