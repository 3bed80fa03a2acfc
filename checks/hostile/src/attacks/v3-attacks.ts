import type { Attack, PreparedAttacks } from './attack.ts';
import { wrongIn } from './gateway-attacks.ts';
import { type GatewayProcess, startGatewayProcess } from './gateway-process.ts';
import { exchange } from './raw-exchange.ts';
import { hostileBodies } from './v3-bodies.ts';
import { hostileHeads } from './v3-heads.ts';
import { operationAttacks } from './v3-operations.ts';
import { bodyOf, v3Sending, wrongInRefusal, type V3Sending } from './v3-requests.ts';

/** Requests that must all be refused, and with what. */
export interface V3Attack {
  readonly name: string;
  readonly requests: readonly V3Refused[];
}

/** A request that must be refused. */
export interface V3Refused extends V3Sending {
  readonly status: number;
  /** What the problem's sentence must be like. @default anything */
  readonly detail?: RegExp;
}

/** What a gateway may hold more than at its start, after all attacks and a collection, in bytes. */
const maxGrowthBytes = 48 * 1024 * 1024;
const roomBytes = 256 * 1024 * 1024;

/** Attacks on an account that is served by API v3, in a process of its own: each is refused, and leaves the account as it was. */
export async function prepareV3Attacks(): Promise<PreparedAttacks> {
  const gateway = await startGatewayProcess({
    maxBodyBytes: 20 * 1024 * 1024,
    maxTotalBodyBytes: roomBytes,
    maxBodyBytesPerAddress: roomBytes,
  });
  const contact = await fillAccount(gateway.port);
  const digest = await gateway.accountDigest();
  const startBytes = await gateway.heapBytes();
  // The query is looked at before anything is done, and after it is known who is to do it.
  const isServed = async (request: V3Sending) =>
    !(await exchange(gateway.port, v3Sending(request))).text.includes('does not serve');
  const attacks = [
    ...hostileHeads,
    ...hostileBodies(contact),
    ...(await operationAttacks(contact, isServed)),
  ];
  return {
    lanes: [
      attacks.map((attack) => ({
        name: `v3, ${attack.name}`,
        run: () => attacked(gateway, attack, digest),
      })),
    ],
    last: [memoryAttack(gateway, startBytes)],
    close: () => gateway.close(),
  };
}

/** Something of everything that requests name. @returns the id of a contact */
async function fillAccount(port: number): Promise<string> {
  let contact = '';
  for (const [path, body] of [
    ['/lists', { internal_name: 'News' }],
    ['/lists/1/contacts', { base: { email: 'ana@example.com', cellphone: '351-912345678' } }],
    ['/lists/1/fields/extra', { name: 'Size', format: 'options' }],
    ['/lists/1/fields/extra/1/options', { en: 'Large' }],
    ['/tags', { name: 'vip', color: '#ff0000' }],
  ] as const) {
    const { text } = await exchange(port, v3Sending({ path, body: JSON.stringify(body) }));
    if (!text.startsWith('HTTP/1.1 201 ')) throw new Error(`${path} was answered ${text}`);
    const { contact_id } = JSON.parse(bodyOf(text)) as { readonly contact_id?: string };
    contact = contact_id ?? contact;
  }
  return contact;
}

/** Hostile requests one by one, with a well-behaved one beside the first and after the last, and then a look at the account. */
async function attacked(
  gateway: GatewayProcess,
  { requests }: V3Attack,
  digest: string,
): Promise<string | undefined> {
  const beside = wellServed(gateway.port);
  for (const { status, detail, ...request } of requests) {
    const answer = await exchange(gateway.port, v3Sending(request));
    const wrong = wrongIn(answer.text, gateway) ?? wrongInRefusal(status, answer, detail);
    if (wrong !== undefined) {
      const { method = 'POST', path, body = '' } = request;
      return `${method} ${path.slice(0, 80)} ${JSON.stringify(body.slice(0, 80))}: ${wrong}`;
    }
  }
  const wrong = (await beside) ?? (await wellServed(gateway.port));
  if (wrong !== undefined) return wrong;
  return (await gateway.accountDigest()) === digest ? undefined : 'the account was changed';
}

/** @returns what went wrong with a well-behaved request */
async function wellServed(port: number): Promise<string | undefined> {
  const { text } = await exchange(port, v3Sending({ method: 'GET', path: '/lists/1' }));
  return text.startsWith('HTTP/1.1 200 ') && text.includes('"internal_name":"News"')
    ? undefined
    : `others were not served: ${text.slice(0, 300)}`;
}

function memoryAttack(gateway: GatewayProcess, startBytes: number): Attack {
  return {
    name: 'v3: the memory that it holds after all attacks',
    async run() {
      const growth = (await gateway.heapBytes()) - startBytes;
      return growth > maxGrowthBytes ? `${growth} bytes more than at its start` : undefined;
    },
  };
}
