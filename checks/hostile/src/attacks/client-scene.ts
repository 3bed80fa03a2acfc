import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Transport } from '@egoi-client/core';
import type { HttpOptions } from '@egoi-client/http';
import type { Bait } from './client-answers.ts';
import { apiKey, type Holds, type Outcome, wrongInOutcome } from './client-outcome.ts';
import {
  type HostileReply,
  type HostileServer,
  type SeenRequest,
  startHostileServer,
} from './hostile-server.ts';

const fileContent = 'CONTENT-OF-A-FILE-THAT-NOBODY-ASKED-FOR';

/** What attacks on the client share: the hostile server, and one that must see nothing. */
export interface Scene {
  readonly server: HostileServer;
  readonly trap: HostileServer;
  readonly bait: Bait;
}

/** Makes scenes, and clears them away. */
export interface SceneMaker {
  set(): Promise<Scene>;
  close(): Promise<void>;
}

export async function prepareScenes(): Promise<SceneMaker> {
  const folder = await mkdtemp(join(tmpdir(), 'attacks-'));
  const file = join(folder, 'secret.txt');
  await writeFile(file, fileContent);
  const scenes: Scene[] = [];
  return {
    async set() {
      const [server, trap] = await Promise.all([startHostileServer(), startHostileServer()]);
      const scene: Scene = { server, trap, bait: { url: trap.base, file } };
      scenes.push(scene);
      return scene;
    },
    async close() {
      await Promise.all(scenes.flatMap(({ server, trap }) => [server.close(), trap.close()]));
      await rm(folder, { recursive: true });
    },
  };
}

/** Who is attacked: how it is put in front of the server, how it calls, and what a good answer is. */
export interface Attacked {
  readonly makeTransport: (base: string, options: HttpOptions) => Promise<Transport>;
  readonly call: (transport: Transport) => Promise<Outcome>;
  readonly good: HostileReply;
}

/** A call that gets a hostile answer, and one after it that gets a good one over the same transport. */
export async function answered(
  scene: Scene,
  { makeTransport, call, good }: Attacked,
  reply: HostileReply,
  holds: Holds,
  options: HttpOptions = {},
): Promise<string | undefined> {
  const { server } = scene;
  const transport = await makeTransport(server.base, { timeoutMs: 60_000, ...options });
  server.reply = reply;
  try {
    const complaint = await judged(scene, () => call(transport), holds);
    if (complaint !== undefined) return complaint;
    server.reply = good;
    return await servedAgain(() => call(transport));
  } finally {
    await transport.close?.();
  }
}

async function servedAgain(call: () => Promise<Outcome>): Promise<string | undefined> {
  let outcome = await call();
  // A small time limit is for the attack; the machine may be busy.
  for (let more = 2; more > 0 && 'error' in outcome; more -= 1) outcome = await call();
  return 'value' in outcome
    ? undefined
    : `a good answer after it was not taken: ${String(outcome.error)}`;
}

/** Runs an attack and checks what must hold of every one. */
export async function judged(
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

/** Whether a request came into being that nobody asked for, or one with another's header. */
export function isInjected({ target, rawHeaders }: SeenRequest): boolean {
  return target === '/injected' || rawHeaders.some((part) => /^x-injected/i.test(part));
}
