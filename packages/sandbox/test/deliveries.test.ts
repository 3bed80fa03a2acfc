import { afterEach, describe, expect, test } from '@jest/globals';
import { openAccount } from './account.ts';
import { openReceiver, type Receiver } from './receiver.ts';

const first = { start: 0, limit: 100 };
const receivers: Receiver[] = [];

afterEach(async () => {
  for (const open of receivers.splice(0)) await open.close();
});

async function receiver(answer?: Parameters<typeof openReceiver>[0]): Promise<Receiver> {
  const opened = await openReceiver(answer);
  receivers.push(opened);
  return opened;
}

async function told(url: string, options: Parameters<typeof openAccount>[0] = {}) {
  const { ask, sandbox } = openAccount(options);
  await ask('createList', { nome: 'Newsletter' });
  await ask('editApiCallback', { listID: 1, callback_url: url });
  await ask('addSubscriber', { listID: 1, email: 'ana@example.com' });
  return { ask, sandbox };
}

describe('deliveries, for whoever looks at them', () => {
  test('tell what was sent, and what came of each try', async () => {
    let tries = 0;
    const hook = await receiver((_request, response) => {
      tries += 1;
      response.writeHead(tries === 1 ? 503 : 200).end();
    });
    const { sandbox } = await told(hook.url, { wait: async () => undefined });
    await sandbox.settled();
    const [delivery, ...others] = sandbox.view.deliveries(first);
    expect(others).toEqual([]);
    expect(delivery).toMatchObject({
      state: 'delivered',
      delivery: { kind: 'callback', event: 'addSubscriber', list: 1, url: hook.url },
      tries: [
        { status: 503, problem: 'answered 503' },
        { status: 200, problem: '' },
      ],
    });
    expect(new URLSearchParams(delivery?.delivery.body)).toEqual(hook.posts.at(-1)?.form);
  });

  test('that reach nobody say why, and when they are tried next', async () => {
    let passed = () => {};
    const paused = new Promise<void>((resolve) => {
      passed = resolve;
    });
    let begun = () => {};
    const isWaiting = new Promise<void>((resolve) => {
      begun = resolve;
    });
    const wait = () => {
      begun();
      return paused;
    };
    const { sandbox } = await told('http://127.0.0.1:9/told', { wait });
    await isWaiting;
    const [waiting] = sandbox.view.deliveries(first);
    expect(waiting?.state).toBe('waiting');
    expect(waiting?.tries).toMatchObject([{ problem: expect.stringMatching(/^not reached: E/) }]);
    expect(waiting?.nextTryMs).toBeGreaterThan(waiting?.addedMs ?? Infinity);
    passed();
    await sandbox.settled();
    expect(sandbox.view.delivery(1)).toMatchObject({ state: 'given up', nextTryMs: undefined });
    expect(sandbox.view.delivery(1)?.tries).toHaveLength(3);
  });

  test('to an address beyond this machine are not made', async () => {
    const { sandbox } = await told('http://192.0.2.1/told');
    await sandbox.settled();
    const problem = 'its address is none of this machine';
    expect(sandbox.view.delivery(1)).toMatchObject({ state: 'given up', tries: [{ problem }] });
  });

  test('can be made once more, as long as they are kept', async () => {
    const hook = await receiver();
    const { sandbox } = await told(hook.url);
    await sandbox.settled();
    expect(sandbox.resend(1)).toBe(true);
    expect(sandbox.resend(99)).toBe(false);
    await sandbox.settled();
    const [once, again, ...others] = hook.posts;
    expect(others).toEqual([]);
    expect(again?.form).toEqual(once?.form);
    expect(sandbox.view.deliveries(first)).toMatchObject([
      { id: 2, repeats: 1, state: 'delivered' },
      { id: 1, state: 'delivered' },
    ]);
    await sandbox.reset();
    expect(sandbox.view.deliveries(first)).toEqual([]);
  });

  test('are kept up to a thousand, the last ones', async () => {
    const { sandbox } = await told('http://127.0.0.1:9/told', { callbacks: 'off' });
    for (let count = 0; count < 1000; count += 1) sandbox.resend(1);
    const kept = sandbox.view.deliveries({ start: 0, limit: 5000 });
    expect(kept[0]?.state).toBe('off');
    expect([kept.length, kept[0]?.id, kept.at(-1)?.id]).toEqual([1000, 1001, 2]);
  });
});
