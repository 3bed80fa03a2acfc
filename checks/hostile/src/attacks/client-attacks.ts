import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Transport } from '@egoi-client/core';
import type { HttpOptions } from '@egoi-client/http';
import type { Attack, PreparedAttacks } from './attack.ts';
import { type Bait, hostileAnswers } from './client-answers.ts';
import { hostileExchanges } from './client-http.ts';
import { injections } from './client-injections.ts';
import { apiKey, callThrough, type Holds, type Outcome, wrongInOutcome } from './client-outcome.ts';
import { hostileWsdls } from './client-wsdls.ts';
import { type Dialect, dialects } from './dialects.ts';
import { type HostileReply, type HostileServer, startHostileServer } from './hostile-server.ts';

const fileContent = 'CONTENT-OF-A-FILE-THAT-NOBODY-ASKED-FOR';

/** What attacks on the client share: the hostile server, and one that must see nothing. */
interface Scene {
  readonly server: HostileServer;
  readonly trap: HostileServer;
  readonly bait: Bait;
}

/** Attacks on the client over loopback sockets: a hostile server for each wire, one for the rest. */
export async function prepareClientAttacks(): Promise<PreparedAttacks> {
  const folder = await mkdtemp(join(tmpdir(), 'attacks-'));
  const file = join(folder, 'secret.txt');
  await writeFile(file, fileContent);
  const scenes: Scene[] = [];
  const setScene = async (): Promise<Scene> => {
    const [server, trap] = await Promise.all([startHostileServer(), startHostileServer()]);
    const scene: Scene = { server, trap, bait: { url: trap.base, file } };
    scenes.push(scene);
    return scene;
  };
  const lanes: (readonly Attack[])[] = [];
  for (const dialect of dialects) {
    const scene = await setScene();
    lanes.push([...answerAttacks(scene, dialect), ...exchangeAttacks(scene, dialect)]);
  }
  const scene = await setScene();
  lanes.push([...wsdlAttacks(scene), ...injectionAttacks(scene)]);
  return {
    lanes,
    last: [],
    async close() {
      await Promise.all(scenes.flatMap(({ server, trap }) => [server.close(), trap.close()]));
      await rm(folder, { recursive: true });
    },
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
        run: () => answered(scene, dialect, reply, holds),
      },
    ];
  });
}

function exchangeAttacks(scene: Scene, dialect: Dialect): Attack[] {
  return hostileExchanges.map(({ name, reply, options, holds }) => ({
    name: `client, ${dialect.name}: ${name}`,
    run: () => answered(scene, dialect, reply(scene.trap.base), holds, options),
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
      const injected = seen.some(
        ({ target, rawHeaders }) =>
          target === '/injected' || rawHeaders.some((part) => /^x-injected/i.test(part)),
      );
      if (injected) return 'a header or an address was injected';
      return complaint ?? (seen.length > 1 ? `${seen.length} requests came of one` : undefined);
    },
  }));
}

/** A call that gets a hostile answer, and one after it that gets a good one over the same transport. */
async function answered(
  scene: Scene,
  dialect: Dialect,
  reply: HostileReply,
  holds: Holds,
  options: HttpOptions = {},
): Promise<string | undefined> {
  const { server } = scene;
  const transport = await dialect.makeTransport(server.base, { timeoutMs: 60_000, ...options });
  server.reply = reply;
  try {
    const complaint = await judged(scene, () => callThrough(transport), holds);
    if (complaint !== undefined) return complaint;
    server.reply = { body: dialect.answer(good(dialect)) };
    return await servedAgain(transport);
  } finally {
    await transport.close?.();
  }
}

const good = (dialect: Dialect) =>
  dialect.struct([
    ['a', dialect.text('1')],
    ['b', dialect.text('2')],
  ]);

async function servedAgain(transport: Transport): Promise<string | undefined> {
  let outcome = await callThrough(transport);
  // A small time limit is for the attack; the machine may be busy.
  for (let more = 2; more > 0 && 'error' in outcome; more -= 1)
    outcome = await callThrough(transport);
  return 'value' in outcome
    ? undefined
    : `a good answer after it was not taken: ${String(outcome.error)}`;
}

/** Runs an attack and checks what must hold of every one. */
async function judged(
  { trap, bait }: Scene,
  attempt: () => Promise<Outcome>,
  holds: Holds,
): Promise<string | undefined> {
  const visits = trap.connections;
  const outcome = await attempt();
  if (trap.connections > visits) return 'another server was asked';
  return (
    wrongInOutcome(outcome, [apiKey, encodeURIComponent(apiKey), fileContent, bait.file]) ??
    holds(outcome)
  );
}
