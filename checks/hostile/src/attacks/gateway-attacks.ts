import { Agent, request } from 'node:http';
import { sandboxApiKey } from '@egoi-client/sandbox';
import type { Attack, PreparedAttacks } from './attack.ts';
import type { GatewayAttack } from './gateway-attack.ts';
import { costAttacks } from './cost-attacks.ts';
import { batchAttacks } from './gateway-batches.ts';
import { formAttacks } from './gateway-forms.ts';
import { httpAttacks } from './gateway-http.ts';
import { partAttacks } from './gateway-parts.ts';
import { type GatewayProcess, startGatewayProcess } from './gateway-process.ts';
import { form, routes } from './gateway-requests.ts';
import { xmlAttacks } from './gateway-xml.ts';
import { startHostileServer } from './hostile-server.ts';
import { closing, exchange, openSocket } from './raw-exchange.ts';

/** What a gateway may hold more than at its start, after all attacks and a collection, in bytes. */
const maxGrowthBytes = 48 * 1024 * 1024;
const hurriedConnections = 32;
const laneCount = 4;
const roomBytes = 256 * 1024 * 1024;

/** Attacks on two gateways in processes of their own. */
export async function prepareGatewayAttacks(): Promise<PreparedAttacks> {
  const trap = await startHostileServer();
  const gateways = await Promise.all([
    // All attacks come from one address, several at once, and are to be looked at each by itself.
    startGatewayProcess({
      maxBodyBytes: 16 * 1024 * 1024,
      maxTotalBodyBytes: roomBytes,
      maxBodyBytesPerAddress: roomBytes,
    }),
    startGatewayProcess({
      headersTimeoutMs: 1000,
      requestTimeoutMs: 1000,
      maxConnections: hurriedConnections,
    }),
    startGatewayProcess({ maxFormFields: 20_000 }),
  ]);
  const [calm, hurried, measured] = gateways;
  for (const gateway of gateways) await callWell(gateway.port);
  const startBytes = await Promise.all(gateways.map((gateway) => gateway.heapBytes()));
  const tables = [
    ...xmlAttacks(trap.base),
    ...formAttacks(),
    ...partAttacks(),
    ...batchAttacks(),
    ...httpAttacks,
  ];
  const lanes = Array.from({ length: laneCount }, (): Attack[] => []);
  tables.forEach((attack, index) => {
    lanes[index % laneCount]?.push({
      name: `gateway, ${attack.name}`,
      run: () => attacked(attack.hurried === true ? hurried : calm, attack),
    });
  });
  return {
    lanes,
    last: [
      {
        name: 'gateway, http: more connections than the limit',
        run: () => floodedBy(200, hurried),
      },
      {
        name: 'gateway: other servers that documents name, over all attacks',
        run: async () => (trap.connections === 0 ? undefined : 'were asked'),
      },
      ...costAttacks(measured),
      ...gateways.map((gateway, index) => ({
        name: `gateway ${index + 1}: the memory that it holds after all attacks`,
        async run() {
          const growth = (await gateway.heapBytes()) - (startBytes[index] ?? 0);
          return growth > maxGrowthBytes ? `${growth} bytes more than at its start` : undefined;
        },
      })),
    ],
    async close() {
      await Promise.all([trap.close(), ...gateways.map((gateway) => gateway.close())]);
    },
  };
}

/** One attack, with well-behaved clients during and after it. */
async function attacked(
  gateway: GatewayProcess,
  { sending, holds }: GatewayAttack,
): Promise<string | undefined> {
  const port = sending.secure === true ? gateway.securePort : gateway.port;
  const [answer, during] = await Promise.all([exchange(port, sending), callWell(gateway.port)]);
  if (during !== undefined) return `during it others were not served: ${during}`;
  const after = await callWell(gateway.port);
  if (after !== undefined) return `after it others were not served: ${after}`;
  return wrongIn(answer.text, gateway) ?? holds(answer);
}

/** What no answer and no output may hold. */
export function wrongIn(text: string, gateway: GatewayProcess): string | undefined {
  if (!gateway.running) return `the gateway ended: ${gateway.printed}`;
  if (gateway.printed !== '') return `the gateway printed ${gateway.printed.slice(0, 500)}`;
  if (text.includes(sandboxApiKey)) return 'the answer holds the key';
  return /\n\s+at |node:internal|HPE_|ERR_|node_modules/.test(text)
    ? `the answer tells of the inside: ${text.slice(0, 500)}`
    : undefined;
}

/** Holds many connections open without a word; those beyond the limit must go at once. */
async function floodedBy(count: number, gateway: GatewayProcess): Promise<string | undefined> {
  const sockets = await Promise.all(Array.from({ length: count }, () => openSocket(gateway.port)));
  for (const socket of sockets) socket.resume();
  const closed = await Promise.all(sockets.map(closing));
  for (const socket of sockets) socket.destroy();
  if (!closed.every((isClosed) => isClosed)) return 'idle connections were kept';
  return wrongIn('', gateway) ?? callWell(gateway.port);
}

/** A well-behaved call over a connection of its own. @returns what went wrong with it */
function callWell(port: number): Promise<string | undefined> {
  return new Promise((resolve) => {
    const call = request({
      port,
      host: '127.0.0.1',
      method: 'POST',
      path: routes.rest,
      agent: new Agent(),
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
    });
    call.once('error', (error) => resolve(error.message));
    call.setTimeout(60_000, () => call.destroy(new Error('no answer in a minute')));
    call.once('response', (response) => {
      let text = '';
      response.setEncoding('utf8');
      response.on('data', (chunk: string) => {
        text += chunk;
      });
      response.once('error', (error) => resolve(error.message));
      response.once('end', () =>
        resolve(text.includes('"status":"success"') ? undefined : text.slice(0, 300)),
      );
    });
    call.end(form(''));
  });
}
