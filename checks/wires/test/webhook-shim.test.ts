import { type ChildProcess, execFile, spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { EgoiClient, type Loss, type WireObject } from '@egoi-client/core';
import {
  createGateway,
  createV3Server,
  type GatewayServer,
  type ListeningV3Server,
} from '@egoi-client/gateway';
import {
  type ContactEvent,
  sandboxApiKey,
  type SandboxTransport,
  sandboxTransport,
} from '@egoi-client/sandbox';
import { freePort } from '@egoi-client/redis-process';
import { v3Transport } from '@egoi-client/transport-v3';
import { type WebhookShim, webhookShim } from '@egoi-client/webhook-shim';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';

const hasPhp = spawnSync('php', ['-r', 'exit(extension_loaded("soap") ? 0 : 1);']).status === 0;
const wherePhpIs = hasPhp ? describe : describe.skip;
const script = join(__dirname, 'old-program.php');
const run = promisify(execFile);

let folder: string;
let account: SandboxTransport;
let v3: ListeningV3Server;
let shim: WebhookShim;
let gateway: GatewayServer;
let losses: Loss[];
let direct: EgoiClient;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'egoi-shim-'));
  losses = [];
  account = sandboxTransport({ apiKey: sandboxApiKey });
  v3 = await createV3Server(account).listen();
  const port = await freePort();
  shim = webhookShim({
    publicUrl: `http://127.0.0.1:${port}`,
    file: join(folder, 'outbox.db'),
    allowedReceivers: ['127.0.0.1'],
    firstPauseMs: 5,
  });
  const transport = v3Transport({
    endpoint: v3.url,
    callbacks: shim,
    onLoss: (loss) => losses.push(loss),
  });
  gateway = await createGateway(transport, { webhooks: shim }).listen({ port });
  direct = new EgoiClient({ apiKey: sandboxApiKey, transport: account });
  await direct.createList({ nome: 'News' });
  await direct.addExtraField({ listID: 1, name: 'Shoe', type: 'texto' });
});

afterEach(async () => {
  await gateway.close();
  await shim.close();
  await v3.close();
  await account.close();
  await rm(folder, { recursive: true, force: true });
});

/** An old program in PHP that receives callbacks. */
async function startPhp(name = 'old'): Promise<{
  readonly url: string;
  received(count: number): Promise<{ readonly event: string; readonly contact: object }[]>;
  stop(): Promise<void>;
}> {
  const port = await freePort();
  const file = join(folder, `${name}.jsonl`);
  const child: ChildProcess = spawn('php', ['-S', `127.0.0.1:${port}`, script], {
    env: { ...process.env, CALLBACKS_FILE: file },
    stdio: 'ignore',
  });
  const ended = once(child, 'exit');
  const url = `http://127.0.0.1:${port}/callback.php`;
  for (;;) {
    if ((await fetch(url).catch(() => undefined)) !== undefined) break;
  }
  return {
    url,
    async received(count) {
      for (;;) {
        const lines = (await readFile(file, 'utf8').catch(() => '')).trim().split('\n');
        const told = lines.filter((line) => line !== '');
        if (told.length >= count) return told.map((line) => JSON.parse(line) as never);
        await new Promise((resolve) => setTimeout(resolve, 20));
      }
    },
    async stop() {
      child.kill();
      await ended;
    },
  };
}

/** Everything that may happen to a contact, in an order that is possible. */
async function happenings(): Promise<void> {
  const listID = 1;
  const add = (event: ContactEvent['event'], email: string, values: WireObject = {}) =>
    account.recordContactEvent({ listID, event, values: { email, ...values } });
  const tell = (event: ContactEvent['event'], subscriber: string, values?: WireObject) =>
    account.recordContactEvent({
      listID,
      event,
      subscriber,
      ...(values === undefined ? {} : { values }),
    });
  const email = 'api@example.com';
  await direct.addSubscriber({ listID, email, first_name: 'Zoé & <b>', extra_1: '38' });
  await direct.editSubscriber({ listID, subscriber: email, last_name: 'Ünal' });
  await direct.removeSubscriber({ listID, subscriber: email });
  await direct.addSubscriber({ listID, email });
  await add('optInForm', 'form@example.com', { first_name: 'Ana' });
  await tell('unsubscriptionForm', 'form@example.com');
  await add('addedByHand', 'hand@example.com', { cellphone: '351-911111111' });
  await tell('changedByHand', 'hand@example.com', { first_name: 'Rui' });
  await tell('removedByHand', 'hand@example.com');
  await add('doubleOptInForm', 'double@example.com');
  await tell('subscriptionConfirmed', 'double@example.com');
  await tell('editForm', 'double@example.com', { first_name: 'Eva' });
  await tell('changeConfirmed', 'double@example.com', { first_name: 'Ida' });
  await tell('removedByBounces', 'double@example.com');
  await add('addedByHand', 'link@example.com');
  await tell('unsubscribeLink', 'link@example.com');
}

const count = 16;

wherePhpIs('an old program in PHP, behind a gateway over API v3', () => {
  test('asks for callbacks by SOAP and gets those that API v2 itself would post', async () => {
    const php = await startPhp();
    // Gets what API v2 itself posts: the callbacks of the account's other face.
    const witness = await startPhp('witness');
    try {
      await direct.editApiCallback({ listID: 1, callback_url: witness.url });
      const wsdl = `${gateway.urls.soap}?wsdl`;
      const { stdout } = await run('php', [script, wsdl, sandboxApiKey, php.url, '']);
      expect(JSON.parse(stdout)).toEqual({ RESULT: 'OK' });
      expect(losses.map(({ name }) => name)).toEqual(['notif_api_6', 'notif_api_11']);
      await happenings();
      await account.settled();
      const received = await php.received(count);
      const told = (await witness.received(count)).map((one) => ({
        ...one,
        // No webhook says how many e-mails were sent.
        contact: { ...one.contact, STATS_EMAIL_SENT: [] },
      }));
      expect(received).toEqual(told);
      expect(received).toHaveLength(count);
      expect(new Set(received.map(({ event }) => event))).toEqual(
        new Set(['addSubscriber', 'editSubscriber', 'removeSubscriber']),
      );
      expect(shim.counts()).toEqual({ pending: 0, receivers: 0, deadLetters: 0 });
    } finally {
      await php.stop();
      await witness.stop();
    }
  });

  test('is told of the events that it wants alone, as far as API v3 tells them apart', async () => {
    const php = await startPhp();
    try {
      const wsdl = `${gateway.urls.soap}?wsdl`;
      await run('php', [script, wsdl, sandboxApiKey, php.url, '3,8']);
      expect(losses).toEqual([]);
      await happenings();
      await account.settled();
      const received = await php.received(3);
      const about = received.map(
        ({ event, contact }) => `${event} ${(contact as { EMAIL: string }).EMAIL}`,
      );
      expect(about).toEqual([
        'addSubscriber hand@example.com',
        'addSubscriber link@example.com',
        'removeSubscriber link@example.com',
      ]);
    } finally {
      await php.stop();
    }
  });
});

describe('editApiCallback with a webhook shim', () => {
  const webhooks = async () => {
    const answer = await fetch(`${v3.url}/webhooks`, { headers: { Apikey: sandboxApiKey } });
    const { items } = (await answer.json()) as {
      readonly items: readonly { readonly url: string; readonly actions: readonly string[] }[];
    };
    return items;
  };
  const through = () =>
    new EgoiClient({
      apiKey: sandboxApiKey,
      transport: v3Transport({
        endpoint: v3.url,
        callbacks: shim,
        onLoss: (loss) => losses.push(loss),
      }),
    });
  const callback_url = 'http://127.0.0.1:9/';

  test('keeps one webhook for a list, to an address of the shim, and none once all is switched off', async () => {
    const client = through();
    await client.editApiCallback({ listID: 1, callback_url, notif_api_2: 1 });
    const [first] = await webhooks();
    expect(first?.actions).toEqual(['unsubscribe']);
    expect(first?.url.startsWith(`${shim.address}/`)).toBe(true);
    await client.editApiCallback({ listID: 1, callback_url, notif_api_2: 1 });
    expect(await webhooks()).toEqual([first]);
    await client.editApiCallback({
      listID: 1,
      callback_url: 'http://127.0.0.1:10/',
      notif_api_9: 1,
    });
    expect((await webhooks()).map(({ actions }) => actions)).toEqual([
      ['subscription', 'resubscription'],
    ]);
    await client.editApiCallback({ listID: 1, callback_url, notif_api_9: 0 });
    expect(await webhooks()).toEqual([]);
    expect(losses).toEqual([]);
  });

  test('tells what API v3 does not tell apart, and refuses an address that may not be called', async () => {
    const client = through();
    await client.editApiCallback({
      listID: 1,
      callback_url,
      notif_api_1: 1,
      notif_api_12: 1,
      notif_api_10: 1,
    });
    expect(losses.map(({ kind, name }) => `${kind} ${name}`)).toEqual([
      'approximate notif_api_1',
      'approximate notif_api_12',
    ]);
    await expect(
      client.editApiCallback({ listID: 1, callback_url: 'http://10.0.0.1/', notif_api_1: 1 }),
    ).rejects.toMatchObject({ code: 'INVALID_URL' });
  });
});
