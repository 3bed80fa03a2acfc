import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { judgeClients } from './clients/judge-clients.ts';
import { judge } from './judge.ts';
import { fetchPrism, killProxies } from './official/prism-proxy.ts';
import { formatTally, isRight } from './tally.ts';

process.once('exit', killProxies);
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
  process.once(signal, () => process.exit(1));
}

/** The exit code where nothing was judged: that is neither right nor wrong. */
const nothingJudged = 2;
const prismFolder = fileURLToPath(new URL('../../../node_modules/.cache/prism', import.meta.url));

try {
  process.exitCode = await run();
} catch (error) {
  show('');
  console.error(`nothing was judged: ${error instanceof Error ? error.message : String(error)}`);
  process.exitCode = nothingJudged;
}

/** @throws Error where something that judges is missing */
async function run(): Promise<number> {
  const { values } = parseArgs({
    options: { openapi: { type: 'string' }, 'without-prism': { type: 'boolean', default: false } },
  });
  const description = values.openapi ?? process.env['V3_OPENAPI'] ?? '';
  if (description === '') {
    throw new Error(
      'v3:judge wants the official description of API v3, as --openapi FILE or in V3_OPENAPI',
    );
  }
  show('fetching Prism');
  const prism = values['without-prism'] ? undefined : await fetchPrism(prismFolder);
  const { phpSdk, egoisdk } = await judgeClients(show);
  const { requests, answers, transport, unserved } = await judge({
    description,
    prism,
    onStep: show,
  });
  show('');
  const tallies = [phpSdk, requests, answers, egoisdk, transport];
  for (const { title, findings } of tallies) {
    for (const finding of findings) console.log(`${title}: ${finding}`);
  }
  if (prism === undefined) console.log('Prism did not judge: --without-prism');
  if (unserved.length > 0) console.log(`not served, requests alone: ${unserved.join(', ')}`);
  for (const tally of tallies) console.log(formatTally(tally));
  return tallies.every(isRight) ? 0 : 1;
}

/** How far it is, for whoever looks on. */
function show(step: string): void {
  if (process.stdout.isTTY) process.stdout.write(`\r${step}\u001b[K`);
}
