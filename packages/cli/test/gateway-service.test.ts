import { createGateway, type GatewayServer } from '@egoi-client/gateway';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { heldTransport } from '../../gateway/test/support/held-transport.ts';
import { selfSigned } from '../src/sandbox/self-signed.ts';
import { Place } from './egoi.ts';
import { fingerprint, shownAt } from './shown-certificate.ts';
import { startGateway } from './started-gateway.ts';

let place: Place;
let service: GatewayServer;
const held = heldTransport();

beforeEach(async () => {
  place = new Place();
  service = await createGateway(held).listen();
  place.env['EGOI_ENDPOINT'] = service.urls.rest;
  place.env['EGOI_API_KEY'] = 'a-key';
});

afterEach(async () => {
  place.remove();
  await service.close();
});

function call(address: string, ...words: readonly string[]) {
  return place.run('call', 'getLists', '-t', 'rest', '-e', address, '--json', ...words);
}

describe('the end of egoi gateway', () => {
  test.each(['SIGTERM', 'SIGINT'] as const)('by %s lets calls end first', async (signal) => {
    const { address, running } = await startGateway(place, '--to', 'rest');
    const asked = call(address);
    const { answer } = await held.next();
    running.child.kill(signal);
    await refused(address);
    answer();
    expect(await asked).toMatchObject({ code: 0, stderr: '' });
    expect(await running.ended).toMatchObject({ code: 0, stderr: '' });
  });

  test('comes at once by a second signal', async () => {
    const { address, running } = await startGateway(place, '--to', 'rest');
    const asked = call(address);
    const { answer } = await held.next();
    running.child.kill('SIGTERM');
    await refused(address);
    running.child.kill('SIGTERM');
    expect(await running.ended).toMatchObject({ code: 143 });
    expect(await asked).toMatchObject({ code: 3 });
    answer();
  });

  test('does not wait longer than it was told', async () => {
    const { address, running } = await startGateway(place, '--to', 'rest', '--drain', '0.05');
    const asked = call(address);
    const { answer } = await held.next();
    running.child.kill('SIGTERM');
    expect(await running.ended).toMatchObject({ code: 0 });
    expect(await asked).toMatchObject({ code: 3 });
    answer();
  });
});

/** Resolves once nobody listens at an address any more. */
async function refused(address: string): Promise<void> {
  for (;;) {
    try {
      await fetch(`${address}/v2/soap.php?wsdl`, { headers: { connection: 'close' } });
    } catch {
      return;
    }
  }
}

describe('the certificate of egoi gateway', () => {
  async function startWithCertificate() {
    const first = await selfSigned();
    const files = [
      '--cert',
      place.write('c.pem', first.cert),
      '--private-key',
      place.write('k.pem', first.key),
    ];
    return { first, ...(await startGateway(place, '--to', 'rest', ...files)) };
  }

  test('is read anew on SIGHUP, and a call that is under way goes on', async () => {
    const { first, address, running } = await startWithCertificate();
    expect(await shownAt(address)).toBe(fingerprint(first.cert));
    const asked = call(address, '--ca', place.write('first.pem', first.cert));
    const { answer } = await held.next();
    const second = await selfSigned();
    place.write('c.pem', second.cert);
    place.write('k.pem', second.key);
    running.child.kill('SIGHUP');
    await running.said(/the certificate was read anew/);
    expect(await shownAt(address)).toBe(fingerprint(second.cert));
    answer();
    expect(await asked).toMatchObject({ code: 0, stderr: '' });
  });

  test('stays where the new one is broken, and that is told', async () => {
    const { first, address, running } = await startWithCertificate();
    place.write('k.pem', (await selfSigned()).key);
    running.child.kill('SIGHUP');
    await running.said(/the certificate stays as it was: --cert and --private-key are not/);
    expect(await shownAt(address)).toBe(fingerprint(first.cert));
    place.write('k.pem', 'no key');
    running.child.kill('SIGHUP');
    await running.said(/(the certificate stays as it was[^]*){2}/);
    expect(await shownAt(address)).toBe(fingerprint(first.cert));
  });

  test('that does not fit its key is refused at the start', async () => {
    const [one, other] = [await selfSigned(), await selfSigned()];
    const cert = place.write('c.pem', one.cert);
    const key = place.write('k.pem', other.key);
    const { code, stderr } = await place.run('gateway', '--cert', cert, '--private-key', key);
    expect(code).toBe(2);
    expect(stderr).toContain('--cert and --private-key are not a usable pair');
  });
});
