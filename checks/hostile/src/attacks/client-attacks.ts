import type { Attack, PreparedAttacks } from './attack.ts';
import { hostileAnswers } from './client-answers.ts';
import { hostileExchanges } from './client-http.ts';
import { injections } from './client-injections.ts';
import { callThrough } from './client-outcome.ts';
import {
  answered,
  type Attacked,
  isInjected,
  judged,
  prepareScenes,
  type Scene,
} from './client-scene.ts';
import { hostileWsdls } from './client-wsdls.ts';
import { type Dialect, dialects } from './dialects.ts';
import type { HostileReply } from './hostile-server.ts';

/** Attacks on the client over loopback sockets: a hostile server for each wire, one for the rest. */
export async function prepareClientAttacks(): Promise<PreparedAttacks> {
  const scenes = await prepareScenes();
  const lanes: (readonly Attack[])[] = [];
  for (const dialect of dialects) {
    const scene = await scenes.set();
    lanes.push([...answerAttacks(scene, dialect), ...exchangeAttacks(scene, dialect)]);
  }
  const scene = await scenes.set();
  lanes.push([...wsdlAttacks(scene), ...injectionAttacks(scene)]);
  return { lanes, last: [], close: () => scenes.close() };
}

function attacked(dialect: Dialect): Attacked {
  const good = dialect.struct([
    ['a', dialect.text('1')],
    ['b', dialect.text('2')],
  ]);
  return {
    makeTransport: dialect.makeTransport,
    call: callThrough,
    good: { body: dialect.answer(good) },
  };
}

function answerAttacks(scene: Scene, dialect: Dialect): Attack[] {
  return hostileAnswers.flatMap(({ name, write, holds }): Attack[] => {
    const body = write(dialect, scene.bait);
    if (body === undefined) return [];
    const reply: HostileReply = { headers: { 'content-type': dialect.contentType }, body };
    return [
      {
        name: `client, ${dialect.name}: ${name}`,
        run: () => answered(scene, attacked(dialect), reply, holds),
      },
    ];
  });
}

function exchangeAttacks(scene: Scene, dialect: Dialect): Attack[] {
  return hostileExchanges.map(({ name, reply, options, holds }) => ({
    name: `client, ${dialect.name}: ${name}`,
    run: () => answered(scene, attacked(dialect), reply(scene.trap.base), holds, options),
  }));
}

function wsdlAttacks(scene: Scene): Attack[] {
  return hostileWsdls.map(({ name, attempt, holds }) => ({
    name: `client, WSDL: ${name}`,
    run: () => judged(scene, () => attempt(scene.server, scene.bait), holds),
  }));
}

function injectionAttacks(scene: Scene): Attack[] {
  return injections.map(({ name, attempt }) => ({
    name: `client, injection: ${name}`,
    async run() {
      const { server } = scene;
      const before = server.requests.length;
      server.reply = { body: '' };
      const complaint = await judged(
        scene,
        () => attempt(server),
        () => undefined,
      );
      const seen = server.requests.slice(before);
      if (seen.some(isInjected)) return 'a header or an address was injected';
      return complaint ?? (seen.length > 1 ? `${seen.length} requests came of one` : undefined);
    },
  }));
}
