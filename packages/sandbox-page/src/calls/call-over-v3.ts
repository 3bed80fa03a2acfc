import type { Loss, TransportRequest } from '@egoi-client/core';
import type { AccountView } from '@egoi-client/sandbox';
import {
  lossesOf,
  translationOf,
  v3Transport,
  type V3TransportOptions,
} from '@egoi-client/transport-v3';
import { withoutSecrets } from './call-as-code.ts';
import { curlOf, keyName } from './curl-text.ts';
import { type DecodedCall, knownMethod } from './exchange.ts';
import { operationOf, type V3Step, v3StepOf } from './v3-step.ts';

/** Requests of one call that are tried, */
const mostSteps = 10;
/** and of one kind in a row: a call for a long list would read all of its pages. */
const mostAlike = 2;
/** The account waits meanwhile. In milliseconds. */
const rehearsalMs = 2000;
/** Larger calls are not tried, in characters of JSON. */
const mostCharacters = 64 * 1024;

/**
 * The requests of API v3 that stand for a call of v2, for a shell. What they are depends on what the
 * account answers to those before: they are tried on it as it is now, and undone.
 *
 * @param origin of the server, `http://127.0.0.1:8080`
 */
export async function callOverV3(
  view: Pick<AccountView, 'rehearse'>,
  call: DecodedCall,
  origin: string,
): Promise<string> {
  const method = knownMethod(call);
  if (method === undefined) return 'This is no method of the catalogue.';
  const translation = translationOf(method);
  if (translation.verdict === 'refused') {
    return `v3Transport() refuses ${method}: ${translation.reason}\n${translation.wayOut}`;
  }
  const request = withoutSecrets(call.request);
  const isLarge = JSON.stringify(request.params).length > mostCharacters;
  const { steps, ending, losses }: Rehearsal = isLarge
    ? { steps: [], ending: 'The call is too large to be tried here.', losses: [] }
    : await rehearsalOf(view, request, method, origin);
  return [
    '# Tried on the account as it is now, and undone.',
    ...steps.map((step, index) => `\n${textOf(step, index + 1, origin)}`),
    `\n# ${ending.replaceAll(/\s+/g, ' ')}`,
    ...(losses.length === 0 ? [] : ['\n# What is lost of it:']),
    ...linesOf(losses),
  ].join('\n');
}

/** Those of one reason in one line. */
function linesOf(losses: readonly Loss[]): string[] {
  const names = new Map<string, string[]>();
  for (const { name, reason } of losses) names.set(reason, [...(names.get(reason) ?? []), name]);
  return [...names].map(([reason, all]) => `#   ${all.join(', ')}: ${reason}`);
}

interface Rehearsal {
  readonly steps: readonly V3Step[];
  /** What became of the call then. */
  readonly ending: string;
  readonly losses: readonly Loss[];
}

type Http = NonNullable<V3TransportOptions['http']>;

function rehearsalOf(
  view: Pick<AccountView, 'rehearse'>,
  request: TransportRequest,
  method: NonNullable<ReturnType<typeof knownMethod>>,
  origin: string,
): Promise<Rehearsal> {
  const endpoint = `${origin}/v3`;
  return view.rehearse(async (answer) => {
    const steps: V3Step[] = [];
    let isCut = false;
    const given = JSON.stringify(request.params);
    const send: Http['send'] = async ({ method: verb, url, body: pieces = '' }) => {
      const path = url.slice(endpoint.length);
      const body = typeof pieces === 'string' ? pieces : [...pieces].join('');
      const asked = { method: verb, path, body };
      const isAlike = ({ operation }: V3Step) => operation === operationOf(asked);
      isCut =
        steps.length >= mostSteps ||
        (steps.length >= mostAlike && steps.slice(-mostAlike).every(isAlike));
      if (isCut) throw new Error('enough is known of the call');
      const answered = await answer({ ...asked, apiKey: undefined, filesUrl: origin });
      steps.push(v3StepOf(asked, answered, steps, given));
      const mediaType = answered.status < 400 ? 'application/json' : 'application/problem+json';
      return { status: answered.status, mediaType, text: answered.body };
    };
    const transport = v3Transport({
      endpoint,
      http: { send, close: () => Promise.resolve() },
      allowLosses: lossesOf(method)
        .filter(({ needsLeave }) => needsLeave)
        .map(({ name }) => `${method}.${name}`),
      stepTries: 1,
      phonePrefix: '351',
      userId: 1,
    });
    const signal = AbortSignal.timeout(rehearsalMs);
    return transport.call({ ...request, signal }).then(
      ({ value, losses = [] }) => ({
        steps,
        ending: `The call is then answered: ${JSON.stringify(value).slice(0, 300)}`,
        losses,
      }),
      (error: unknown) => ({ steps, ending: isCut ? andSoOn : failureOf(error), losses: [] }),
    );
  });
}

const andSoOn = 'And so on: only the first requests are shown.';

function failureOf(error: unknown): string {
  return `The call then fails: ${error instanceof Error ? error.message : 'for no reason'}`;
}

function textOf(
  { operation, method, path, body, status, needs }: V3Step,
  number: number,
  origin: string,
): string {
  const headers: (readonly [string, string])[] = [
    ['Apikey', keyName],
    ...(body === '' ? [] : [['Content-Type', 'application/json'] as const]),
  ];
  return [
    `# ${number}. ${operation}, answered ${status}`,
    ...needs.map(
      ({ name, step, member }) => `#    ${name} is ${member} of the answer to request ${step}`,
    ),
    curlOf({ method, url: `${origin}/v3${path}`, headers, body: prettyJson(body) }),
  ].join('\n');
}

function prettyJson(body: string): string {
  return body === '' ? '' : JSON.stringify(JSON.parse(body), null, 2);
}
