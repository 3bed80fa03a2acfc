import { killPrograms } from './child-process.ts';
import { foreignClients, tryForeignClient } from './foreign-clients.ts';
import { foreignServers, tryForeignServer } from './foreign-servers.ts';
import { formatOutcome, formatTally, type PeerOutcome } from './outcome.ts';

process.once('exit', killPrograms);
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
  process.once(signal, () => process.exit(1));
}

/** Where the programs are installed for the purpose, one that is missing is a failure. */
const isRequired = process.env['INTEROP_REQUIRED'] === '1';

const clients = await inTurn(foreignClients, tryForeignClient);
const servers = await inTurn(foreignServers, tryForeignServer);
const isWrong = ({ result }: PeerOutcome) =>
  result === 'failed' || (isRequired && result === 'skipped');
if ([...clients, ...servers].some(isWrong)) process.exitCode = 1;
console.log(formatTally('foreign clients', clients));
console.log(formatTally('foreign servers', servers));

async function inTurn<P>(
  peers: readonly P[],
  tryPeer: (peer: P) => Promise<PeerOutcome>,
): Promise<PeerOutcome[]> {
  const outcomes: PeerOutcome[] = [];
  for (const peer of peers) {
    const outcome = await tryPeer(peer);
    console.log(formatOutcome(outcome));
    outcomes.push(outcome);
  }
  return outcomes;
}
