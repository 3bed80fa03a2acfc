import { killPrograms } from './child-process.ts';
import { foreignClients, tryForeignClient } from './foreign-clients.ts';
import { foreignServers, tryForeignServer } from './foreign-servers.ts';
import { tryThroughCommand } from './through-command.ts';
import { tryThroughV3 } from './through-v3.ts';
import { formatOutcome, formatTally, type PeerOutcome } from './outcome.ts';

process.once('exit', killPrograms);
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
  process.once(signal, () => process.exit(1));
}

/** Where the programs are installed for the purpose, one that is missing is a failure. */
const isRequired = process.env['INTEROP_REQUIRED'] === '1';

const clients = await inTurn(foreignClients, tryForeignClient);
const throughV3 = await inTurn(foreignClients, tryThroughV3);
const throughCommand = await inTurn(foreignClients, tryThroughCommand);
const servers = await inTurn(foreignServers, tryForeignServer);
const isWrong = ({ result }: PeerOutcome) =>
  result === 'failed' || (isRequired && result === 'skipped');
const all = [...clients, ...throughV3, ...throughCommand, ...servers];
if (all.some(isWrong)) process.exitCode = 1;
console.log(formatTally('foreign clients', clients));
for (const loss of new Set(throughV3.flatMap(({ lost }) => lost))) {
  console.log(`lost    ${loss}`);
}
console.log(formatTally('foreign clients through v3', throughV3));
console.log(formatTally('foreign clients through egoi gateway', throughCommand));
console.log(formatTally('foreign servers', servers));

async function inTurn<P, O extends PeerOutcome>(
  peers: readonly P[],
  tryPeer: (peer: P) => Promise<O>,
): Promise<O[]> {
  const outcomes: O[] = [];
  for (const peer of peers) {
    const outcome = await tryPeer(peer);
    console.log(formatOutcome(outcome));
    outcomes.push(outcome);
  }
  return outcomes;
}
