import { runV3Column } from '@egoi-client/conformance/v3';
import { readRequest } from '@egoi-client/v3-api';
import type { SentRequest } from './calls/write-unchecked.ts';
import { KnownExceptions } from './official/exceptions.ts';
import type { OfficialDescription } from './official/official-description.ts';
import { prismComplaints } from './official/prism-proxy.ts';
import { send } from './served/run-calls.ts';
import { type Tally, tallyOf } from './tally.ts';

/** What one more judge says of a request. */
export type RequestJudge = (request: SentRequest) => readonly string[];

/** Every request that `v3Transport` sends in the cases of all methods. */
export async function requestsOfTransport(): Promise<SentRequest[]> {
  const requests: SentRequest[] = [];
  await runV3Column('memory', ({ method, path, body }) => {
    requests.push({ method, path, body: body === '' ? undefined : body });
  });
  return requests;
}

/**
 * Lets Prism judge requests, each of them once.
 *
 * @param url of the proxy
 * @param onRequest told after each how many were judged
 */
export async function judgedByPrism(
  requests: readonly SentRequest[],
  url: string,
  onRequest: (judged: number) => void = () => undefined,
): Promise<RequestJudge> {
  const complaints = new Map<string, readonly string[]>();
  for (const request of requests) {
    const key = keyOf(request);
    if (complaints.has(key)) continue;
    const { headers } = await send(url, request);
    complaints.set(key, prismComplaints(headers).ofRequest);
    onRequest(complaints.size);
  }
  return (request) => complaints.get(keyOf(request)) ?? ['Prism was not asked'];
}

function keyOf({ method, path, body = '' }: SentRequest): string {
  return `${method} ${path} ${body}`;
}

/** Holds requests of the transport against the official description, and against one more judge where there is one. */
export function judgeTransport(
  requests: readonly SentRequest[],
  description: OfficialDescription,
  byPrism: RequestJudge = () => [],
): Tally {
  const known = new KnownExceptions();
  const judged = requests.map((request) => {
    const { method, path, body = '' } = request;
    const read = readRequest({ method, path, body });
    const official = [...description.complaintsOfRequest(request), ...byPrism(request)];
    return {
      what: `${method} ${path} ${body.slice(0, 300)}`.trim(),
      complaints:
        read.kind === 'call'
          ? known.without(read.name, 'request', official)
          : [`the server half: ${read.problem.detail}`, ...official],
    };
  });
  return { ...tallyOf('transport-v3', judged), unit: 'requests' };
}
