import { v3Transport, type V3TransportOptions } from '@egoi-client/transport-v3';
import { translatedMethods } from '../v3/translated-calls.ts';
import type { Attack, PreparedAttacks } from './attack.ts';
import { hostileExchanges } from './client-http.ts';
import { callThrough } from './client-outcome.ts';
import {
  answered,
  type Attacked,
  isInjected,
  judged,
  prepareScenes,
  type Scene,
} from './client-scene.ts';
import { tagPage, type V3HostileAnswer, v3HostileAnswers } from './v3-client-answers.ts';
import { injectInto } from './v3-client-injections.ts';
import { partlyAttacks } from './v3-client-losses.ts';

/** Attacks on the transport of API v3 over loopback sockets, which may ask several operations for one call. */
export async function prepareV3ClientAttacks(): Promise<PreparedAttacks> {
  const scenes = await prepareScenes();
  const scene = await scenes.set();
  return {
    lanes: [
      [...answerAttacks(scene), ...partlyAttacks(scene), ...exchangeAttacks(scene)],
      injectionAttacks(await scenes.set()),
    ],
    last: [],
    close: () => scenes.close(),
  };
}

function attacked(options: V3TransportOptions = {}): Attacked {
  return {
    makeTransport: async (base, more) => v3Transport({ endpoint: base, ...more, ...options }),
    call: (transport) => callThrough(transport, 'getTags', {}),
    good: { body: tagPage() },
  };
}

function answerAttacks(scene: Scene): Attack[] {
  return v3HostileAnswers.map((attack) => ({
    name: `client, v3: ${attack.name}`,
    run: () => meets(scene, attack),
  }));
}

/** One call that gets the same hostile answer to each of its requests. */
async function meets(
  scene: Scene,
  { reply, called, options, mostRequests = 1, holds }: V3HostileAnswer,
): Promise<string | undefined> {
  const { server } = scene;
  const before = server.requests.length;
  const { method, params } = called ?? { method: 'getTags', params: {} };
  const transport = v3Transport({ endpoint: server.base, ...options });
  server.reply = reply;
  try {
    const complaint = await judged(scene, () => callThrough(transport, method, params), holds);
    const seen = server.requests.slice(before);
    if (complaint !== undefined) return complaint;
    if (seen.some(isInjected)) return 'a header or an address was injected';
    return seen.length > mostRequests ? `${seen.length} requests were made` : undefined;
  } finally {
    await transport.close?.();
  }
}

function exchangeAttacks(scene: Scene): Attack[] {
  return hostileExchanges.map(({ name, reply, options, holds }) => ({
    name: `client, v3: ${name}`,
    run: () => answered(scene, attacked(), reply(scene.trap.base), holds, options),
  }));
}

function injectionAttacks(scene: Scene): Attack[] {
  return translatedMethods.map((spec) => ({
    name: `client, v3: injections into the parameters of ${spec.name}`,
    run: () => injectInto(spec, scene),
  }));
}
