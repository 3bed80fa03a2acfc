import { EgoiClient, type Interceptor, log } from '@egoi-client/core';
import { v3Transport } from '@egoi-client/transport-v3';
import type { Attack } from './attack.ts';
import { apiKey, type Outcome, refusedAs, takenAsData } from './client-outcome.ts';
import { judged, type Scene } from './client-scene.ts';
import type { HostileReply } from './hostile-server.ts';

const words = `no, ${apiKey}, ${encodeURIComponent(apiKey)}\u001b[2J\r\nFATAL`;

/** Makes the contact, and refuses its tags in hostile words. */
const refusesTags: HostileReply = ({ url = '' }, response) => {
  if (url.endsWith('/contacts')) {
    response.writeHead(201).end('{"contact_id":"34b7624024"}');
    return;
  }
  response.writeHead(400).end(JSON.stringify({ title: words, detail: words }));
};

/** Hostile words in what becomes of a call that was done in part. */
export function partlyAttacks(scene: Scene): Attack[] {
  return [
    {
      name: 'client, v3: hostile words in the error of a call that was done in part',
      run: () => addTagged(scene, 'fail'),
    },
    {
      name: 'client, v3: hostile words in the losses of a call that was done in part',
      run: () => addTagged(scene, 'report'),
    },
  ];
}

async function addTagged(scene: Scene, whenPartly: 'fail' | 'report'): Promise<string | undefined> {
  const { server } = scene;
  const told: unknown[] = [];
  const note = (...given: unknown[]) => void told.push(given);
  const transport = v3Transport({ endpoint: server.base, whenPartly, onLoss: note });
  const replies: Interceptor = (next) => async (request) => {
    const reply = await next(request);
    note(reply.losses);
    return reply;
  };
  const logger = { debug: note, info: note, warn: note, error: note };
  const client = new EgoiClient({ apiKey, transport, interceptors: [log({ logger }), replies] });
  server.reply = refusesTags;
  const call = async (): Promise<Outcome> => {
    try {
      const value = await client.addSubscriber({ listID: 1, email: 'a@example.com', tags: [1, 2] });
      return { value: value as never };
    } catch (error) {
      return { error };
    }
  };
  try {
    const holds = whenPartly === 'fail' ? refusedAs('partial') : takenAsData(() => true);
    const complaint = (await judged(scene, call, holds)) ?? wrongInTold(told);
    const isTold = JSON.stringify(told).includes('"tags","reason":"not done');
    return complaint ?? (isTold === (whenPartly === 'report') ? undefined : 'the loss is not told');
  } finally {
    await client.close();
  }
}

function wrongInTold(told: readonly unknown[]): string | undefined {
  const shown = JSON.stringify(told);
  if (shown.includes(JSON.stringify(apiKey).slice(1, -1))) return `shows the key: ${shown}`;
  if (shown.includes(encodeURIComponent(apiKey))) return `shows the key in a form: ${shown}`;
  return /\\u001b|\\r|\\n/.test(shown) ? `has control characters: ${shown}` : undefined;
}
