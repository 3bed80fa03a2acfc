import { type OperationName, operationNames } from '@egoi-client/v3-api';
import { allCalls } from './calls/all-calls.ts';
import { judgeAnswers } from './judge-answers.ts';
import { judgeRequests } from './judge-requests.ts';
import {
  judgedByPrism,
  judgeTransport,
  type RequestJudge,
  requestsOfTransport,
} from './judge-transport.ts';
import { readOfficialDescription } from './official/official-description.ts';
import { startPrism } from './official/prism-proxy.ts';
import { type Caller, plainCaller, runCalls } from './served/run-calls.ts';
import { serveAccount } from './served/served-account.ts';
import { servedOperations } from './served/served-operations.ts';
import type { SentRequest } from './calls/write-unchecked.ts';
import type { Tally } from './tally.ts';

/** What judges, and who is told how far it is. */
export interface Judging {
  /** Path of the official description. */
  readonly description: string;
  /** Path of Prism's program; `undefined` where it does not judge. */
  readonly prism: string | undefined;
  readonly onStep?: (step: string) => void;
}

/** What the official description says of both halves, and of the transport. */
export interface Judged {
  readonly requests: Tally;
  readonly answers: Tally;
  /** What `v3Transport` sends. */
  readonly transport: Tally;
  /** Operations that the account does not serve: their requests alone were judged. */
  readonly unserved: readonly OperationName[];
}

/**
 * Holds both halves of API v3 and the served account against the official description.
 *
 * @throws Error where the description cannot be read, or Prism does not start
 */
export async function judge({
  description,
  prism,
  onStep = () => undefined,
}: Judging): Promise<Judged> {
  const official = await readOfficialDescription(description);
  const served = await servedOperations(allCalls);
  const run = (what: string, callerTo: (url: string) => Promise<Caller> | Caller) =>
    runCalls(allCalls, callerTo, (made) => onStep(`${what}: ${made} of ${allCalls.length} calls`));
  const exchanges = await run('openapi-backend', plainCaller);
  onStep('transport-v3 runs the cases of all methods');
  const sent = await requestsOfTransport();
  onStep('Prism starts');
  const byPrism =
    prism === undefined
      ? undefined
      : await run('Prism', async (url) => {
          const proxy = await startPrism(prism, description, url);
          return { ...plainCaller(proxy.url), close: () => proxy.stop() };
        });
  const ofPrism =
    prism === undefined ? undefined : await throughPrism({ description, prism, onStep }, sent);
  return {
    transport: judgeTransport(sent, official, ofPrism),
    requests: judgeRequests(allCalls, official, byPrism),
    answers: judgeAnswers(exchanges, served, official, byPrism),
    unserved: operationNames.filter((name) => !served.has(name)),
  };
}

/** Whatever the account answers: the requests alone are judged. */
async function throughPrism(
  { description, prism, onStep }: Required<Judging> & { readonly prism: string },
  sent: readonly SentRequest[],
): Promise<RequestJudge> {
  const served = await serveAccount();
  try {
    const proxy = await startPrism(prism, description, served.url);
    try {
      return await judgedByPrism(sent, proxy.url, (judged) =>
        onStep(`Prism: ${judged} requests of transport-v3`),
      );
    } finally {
      await proxy.stop();
    }
  } finally {
    await served.close();
  }
}
