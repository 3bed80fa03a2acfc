import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { selfSigned } from '../src/sandbox/self-signed.ts';
import { ContactLoad, countingAccount } from './contact-load.ts';
import { Place } from './egoi.ts';
import { fingerprint, shownAt } from './shown-certificate.ts';
import { type StartedGateway, startGateway } from './started-gateway.ts';
import { TcpBalancer } from './tcp-balancer.ts';

/** Calls that must be answered between one event and the next. */
const callsBetween = 100;

let place: Place;
let account: Awaited<ReturnType<typeof countingAccount>>;
let balancer: TcpBalancer;
let load: ContactLoad | undefined;

beforeEach(async () => {
  place = new Place();
  account = await countingAccount();
  balancer = await TcpBalancer.listen();
  place.env['EGOI_ENDPOINT'] = account.url;
});

afterEach(async () => {
  balancer.close();
  await load?.stop();
  place.remove();
  await account.close();
});

/** Each call was answered and done once, or was not sent and not done. */
async function expectNothingLost({ answered, notSent, lost }: ContactLoad): Promise<void> {
  expect(lost).toEqual([]);
  const kept = await account.addresses();
  expect(answered.filter((email) => !kept.has(email))).toEqual([]);
  expect(notSent.filter((email) => account.arrivals.has(email))).toEqual([]);
  const doubled = [...account.arrivals].filter(([, times]) => times > 1);
  expect(doubled).toEqual([]);
  expect(account.arrivals.size).toBe(answered.length);
}

function portOf({ address }: StartedGateway): number {
  return Number(new URL(address).port);
}

describe('egoi gateway under the load of 32 clients', () => {
  test('loses and doubles no call where it is restarted behind a balancer', async () => {
    let gateway = await startGateway(place);
    balancer.routeTo(portOf(gateway));
    load = new ContactLoad(`http://127.0.0.1:${balancer.port}`);
    for (let restart = 1; restart <= 4; restart += 1) {
      await load.more(callsBetween);
      await balancer.retire();
      gateway.running.child.kill('SIGTERM');
      const next = await startGateway(place);
      balancer.routeTo(portOf(next));
      expect(await gateway.running.ended).toMatchObject({ code: 0, stderr: '' });
      gateway = next;
    }
    await load.more(callsBetween);
    await load.stop();
    await expectNothingLost(load);
  });

  test('loses no call where it takes another certificate', async () => {
    const pairs = await Promise.all([selfSigned(), selfSigned(), selfSigned()]);
    const write = ({ cert, key }: { readonly cert: string; readonly key: string }) => {
      place.write('cert.pem', cert);
      place.write('key.pem', key);
    };
    const [first, ...others] = pairs;
    write(first);
    const words = ['--cert', 'cert.pem', '--private-key', 'key.pem'];
    const gateway = await startGateway(place, ...words);
    balancer.routeTo(portOf(gateway));
    const ca = pairs.map(({ cert }) => cert).join('\n');
    load = new ContactLoad(`https://127.0.0.1:${balancer.port}`, ca);
    for (const [renewed, pair] of others.entries()) {
      const { running } = gateway;
      await load.more(callsBetween);
      write({ cert: pair.cert, key: 'broken' });
      running.child.kill('SIGHUP');
      await running.said(new RegExp(`(certificate stays as it was[^]*){${renewed + 1}}`));
      await load.more(callsBetween);
      write(pair);
      running.child.kill('SIGHUP');
      await running.said(new RegExp(`(certificate was read anew[^]*){${renewed + 1}}`));
      expect(await shownAt(gateway.address)).toBe(fingerprint(pair.cert));
    }
    await load.more(callsBetween);
    await load.stop();
    await expectNothingLost(load);
    expect(load.notSent).toEqual([]);
  });
});
