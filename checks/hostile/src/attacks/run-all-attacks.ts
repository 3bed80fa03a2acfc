import { type Attack, type AttackResult, runAttacks } from './attack.ts';
import { prepareClientAttacks } from './client-attacks.ts';
import { prepareGatewayAttacks } from './gateway-attacks.ts';

/**
 * Runs every attack on the client and on the gateway, the two sides at the same time.
 *
 * @param onResult told of each attack as it ends
 */
export async function runAllAttacks(
  onResult?: (result: AttackResult) => void,
): Promise<readonly AttackResult[]> {
  const prepared = await Promise.all([prepareClientAttacks(), prepareGatewayAttacks()]);
  const run = (attacks: readonly Attack[]) => runAttacks(attacks, onResult);
  const results = await Promise.all(prepared.flatMap(({ lanes }) => lanes.map(run)));
  const last = await run(prepared.flatMap((side) => side.last));
  await Promise.all(prepared.map((side) => side.close()));
  return [...results.flat(), ...last];
}
