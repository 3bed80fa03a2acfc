import { type Attack, type AttackResult, type PreparedAttacks, runAttacks } from './attack.ts';
import { prepareClientAttacks } from './client-attacks.ts';
import { prepareGatewayAttacks } from './gateway-attacks.ts';
import { prepareV3ClientAttacks } from './v3-client-attacks.ts';
import { prepareV3Attacks } from './v3-attacks.ts';

/**
 * Runs every attack on the client and on the gateway, the two sides at the same time, and then on an account by API v3.
 *
 * @param onResult told of each attack as it ends
 */
export async function runAllAttacks(
  onResult?: (result: AttackResult) => void,
): Promise<readonly AttackResult[]> {
  const sides = [prepareClientAttacks(), prepareV3ClientAttacks(), prepareGatewayAttacks()];
  const results = await runSides(sides, onResult);
  // Its bodies are large: the time limits of the others must not meet them.
  return [...results, ...(await runSides([prepareV3Attacks()], onResult))];
}

async function runSides(
  sides: readonly Promise<PreparedAttacks>[],
  onResult?: (result: AttackResult) => void,
): Promise<readonly AttackResult[]> {
  const prepared = await Promise.all(sides);
  const run = (attacks: readonly Attack[]) => runAttacks(attacks, onResult);
  const results = await Promise.all(prepared.flatMap(({ lanes }) => lanes.map(run)));
  const last = await run(prepared.flatMap((side) => side.last));
  await Promise.all(prepared.map((side) => side.close()));
  return [...results.flat(), ...last];
}
