import { fixedAccount } from '@egoi-client/conformance/cases';
import { EgoiClient, type Interceptor, type Loss, type WireObject } from '@egoi-client/core';
import { type SandboxTransport, sandboxApiKey } from '@egoi-client/sandbox';
import { type V3TransportOptions, v3Transport } from '@egoi-client/transport-v3';
import { exampleTable } from '../pages/example-table.ts';
import { codeBlock, paragraphs } from '../pages/markdown.ts';
import { typescriptLiteral } from '../pages/typescript-literal.ts';

/** The ten methods that programs in the open call most. */
const mostUsed = [
  'checklogin',
  'getLists',
  'addSubscriber',
  'editSubscriber',
  'removeSubscriber',
  'subscriberData',
  'addSubscriberBulk',
  'attachTag',
  'sendEmail',
  'getReport',
] as const;

interface MadeRequest {
  readonly method: string;
  readonly path: string;
  readonly body: string;
}

/** What a call came to over API v3. */
interface CallOverV3 {
  readonly params: WireObject;
  readonly requests: readonly MadeRequest[];
  readonly answer: unknown;
  readonly losses: readonly Loss[];
}

/** The most used calls, each with the requests of API v3 that it makes: they are made, and written down. */
export async function callsOverV3(): Promise<string> {
  const parts: string[] = [];
  for (const method of mostUsed) parts.push(callText(method, await callOverV3(method)));
  return `\n\n${paragraphs(parts)}\n\n`;
}

/** Prepares an account by API v2, and makes the call of a method's last example by API v3. */
async function callOverV3(method: (typeof mostUsed)[number]): Promise<CallOverV3> {
  const account = fixedAccount();
  const before = new EgoiClient({ apiKey: sandboxApiKey, transport: account });
  const example = exampleTable[method].at(-1) as (client: EgoiClient) => Promise<object>;
  const params = (await example(before)) as WireObject;
  const requests: MadeRequest[] = [];
  let losses: readonly Loss[] = [];
  const listen: Interceptor = (next) => async (request) => {
    const reply = await next(request);
    losses = reply.losses ?? [];
    return reply;
  };
  const transport = v3Transport({ http: answeredBy(account, requests) });
  const client = new EgoiClient({ apiKey: sandboxApiKey, transport, interceptors: [listen] });
  const answer = await client.call(method, params);
  await client.close();
  await account.close();
  return { params, requests, answer, losses };
}

/** Sends requests to an account without a network, and writes them down. */
function answeredBy(
  account: SandboxTransport,
  requests: MadeRequest[],
): NonNullable<V3TransportOptions['http']> {
  return {
    async send({ url, method, headers, body = '' }) {
      const { pathname, search } = new URL(url);
      const made = { method, path: `${pathname}${search}`, body: textOf(body) };
      requests.push(made);
      const asked = { ...made, apiKey: headers['Apikey'], filesUrl: 'http://localhost/v3-files' };
      const { status, headers: told, body: text } = await account.answerV3(asked);
      return { status, mediaType: 'application/json', headers: told, text };
    },
    close: async () => undefined,
  };
}

/** A body is a text, or its pieces. */
function textOf(body: string | Iterable<string>): string {
  return typeof body === 'string' ? body : [...body].join('');
}

function callText(method: string, { params, requests, answer, losses }: CallOverV3): string {
  const open = `await client.${method}(`;
  const given =
    Object.keys(params).length === 0 ? '' : typescriptLiteral(params, 0, open.length + 2);
  return paragraphs([
    `### \`${method}\``,
    codeBlock('typescript', `${open}${given});`),
    requests.length === 1 ? 'One request:' : `${requests.length} requests:`,
    codeBlock('http', requests.map(requestText).join('\n\n')),
    'The answer of the method, made of what came:',
    codeBlock('json', JSON.stringify(answer, undefined, 2)),
    losses.length === 0 ? 'Nothing of this call is lost.' : 'What is lost, and why:',
    lossList(losses),
  ]);
}

/** Names that are written out where several are lost for one reason. */
const mostNamed = 4;

function lossList(losses: readonly Loss[]): string {
  const reasons = [...new Set(losses.map(({ reason }) => reason))];
  return reasons
    .map((reason) => {
      const names = losses
        .filter((loss) => loss.reason === reason)
        .map(({ name }) => `\`${name}\``);
      const rest = names.length - mostNamed;
      const named = names.slice(0, rest === 1 ? names.length : mostNamed).join(', ');
      return `- ${named}${rest > 1 ? ` and ${rest} more` : ''}: ${reason}.`;
    })
    .join('\n');
}

function requestText({ method, path, body }: MadeRequest): string {
  const json = body === '' ? '' : `\n\n${JSON.stringify(JSON.parse(body), undefined, 2)}`;
  return `${method} ${path}${json}`;
}
