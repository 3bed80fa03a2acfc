import { X509Certificate } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { request } from 'node:http';
import { sandboxApiKey } from '@egoi-client/sandbox';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { v2WireNames } from '@egoi-client/transports';
import { selfSigned } from '../src/sandbox/self-signed.ts';
import { Place, type Running, signalTest } from './egoi.ts';

let place: Place;

beforeEach(() => {
  place = new Place();
  place.env['EGOI_API_KEY'] = sandboxApiKey;
});

afterEach(() => place.remove());

/** What a file of one's own is readable as; Windows knows no such bits. */
const ownerOnly = process.platform === 'win32' ? 0o666 : 0o600;

interface Told {
  readonly address: string;
  readonly urls: Readonly<Record<string, string>>;
  readonly v3Url: string;
  readonly apiKey: string;
  readonly certificate?: string;
}

async function startSandbox(...words: readonly string[]): Promise<Told & { running: Running }> {
  const running = place.start(['sandbox', '--port', '0', '--json', ...words]);
  const told = JSON.parse(await running.said(/\n/)) as Told;
  return { ...told, running };
}

describe('egoi sandbox', () => {
  signalTest(
    'serves an account on all four wires and on API v3 until it is told to stop',
    async () => {
      const { address, urls, v3Url, apiKey, running } = await startSandbox('--contacts', '2');
      expect(Object.keys(urls)).toEqual([...v2WireNames]);
      expect(apiKey).toBe(sandboxApiKey);
      const { code, stdout } = await place.run('call', 'getLists', '-e', address, '--json');
      expect({ code, lists: JSON.parse(stdout) as unknown }).toMatchObject({
        code: 0,
        lists: [{ subs_total: 2 }],
      });
      const contacts = await fetch(`${v3Url}/lists/1/contacts`, { headers: { Apikey: apiKey } });
      expect(await contacts.json()).toMatchObject({ total_items: 2 });
      running.child.kill('SIGTERM');
      expect(await running.ended).toMatchObject({ code: 0, stderr: '' });
    },
  );

  signalTest('goes on with a file where it stopped', async () => {
    const first = await startSandbox('--file', 'account.db');
    await place.run('call', 'createList', 'nome=Kept', '-e', first.address);
    first.running.child.kill('SIGINT');
    await first.running.ended;
    const second = await startSandbox('--file', 'account.db');
    const { stdout } = await place.run('call', 'getLists', '-e', second.address);
    expect(stdout).toContain('Kept');
  });

  test('keeps its file for its owner alone, from the start on', async () => {
    await startSandbox('--file', 'account.db');
    const names = readdirSync(place.folder).filter((name) => name.startsWith('account.db'));
    expect(names).toContain('account.db');
    for (const name of names) expect(statSync(place.path(name)).mode & 0o777).toBe(ownerOnly);
  });

  test('does not begin with a file of something else', async () => {
    const file = place.write('notes.txt', 'these are notes, and no account');
    const { code, stdout, stderr } = await place.run('sandbox', '--port', '0', '--file', file);
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    expect(stderr).toContain(`${file}: the file is no database; it was left as it is`);
    expect(readFileSync(file, 'utf8')).toBe('these are notes, and no account');
  });

  signalTest(
    'speaks https with a certificate of its own, which all transports take with --ca',
    async () => {
      const { address, certificate = '', running } = await startSandbox('--https');
      expect(address).toMatch(/^https:/);
      const trusting = ['-e', address, '--ca', certificate, '--json'];
      for (const wire of v2WireNames) {
        expect(await place.run('call', 'getUserData', '-t', wire, ...trusting)).toMatchObject({
          code: 0,
          stderr: '',
        });
      }
      const distrusting = await place.run('call', 'getUserData', '-e', address);
      expect(distrusting.code).toBe(3);
      expect(distrusting.stderr).toContain('certificate');
      running.child.kill('SIGINT');
      await running.ended;
      expect(existsSync(certificate)).toBe(false);
    },
  );

  test('speaks https with a certificate that it is given', async () => {
    const { key, cert } = await selfSigned();
    const files = [
      '--cert',
      place.write('c.pem', cert),
      '--private-key',
      place.write('k.pem', key),
    ];
    const { address, certificate } = await startSandbox(...files);
    expect(certificate).toBeUndefined();
    const words = ['call', 'getUserData', '-e', address, '--ca', place.path('c.pem')];
    expect(await place.run(...words)).toMatchObject({ code: 0 });
  });

  test('answers to other names and pages only where they are allowed', async () => {
    const allowing = [
      '--allow-host',
      'egoi.example,other.example',
      '--allow-origin',
      'http://app.example',
    ];
    const [closed, open] = await Promise.all([startSandbox(), startSandbox(...allowing)]);
    const status = (address: string, headers: Record<string, string>) =>
      new Promise<number | undefined>((resolve, reject) => {
        const asking = request(`${address}/v2/soap.php?wsdl`, { headers }, (response) => {
          response.resume();
          resolve(response.statusCode);
        });
        asking.once('error', reject).end();
      });
    for (const headers of [{ host: 'other.example' }, { origin: 'http://app.example' }]) {
      expect(await status(closed.address, headers)).toBe(403);
      expect(await status(open.address, headers)).toBe(200);
    }
    expect(await status(open.address, { origin: 'http://evil.example' })).toBe(403);
  });

  test.each([
    [['--allow-host', 'egoi.example:8080'], 'host names without ports'],
    [['--allow-host', 'egoi.example,,'], 'host names without ports'],
    [['--allow-origin', 'app.example'], 'Type: --allow-origin http://localhost:3000'],
    [['--allow-origin', 'http://app.example/'], 'It must be origins'],
    [['--cert', 'c.pem'], '--private-key belong together'],
    [['--cert', 'c.pem', '--private-key', 'k.pem'], 'cannot be read from c.pem (ENOENT)'],
    [['--port', '70000'], 'from 0 to 65535'],
  ])('refuses %j', async (words, problem) => {
    const { code, stderr } = await place.run('sandbox', ...words);
    expect(code).toBe(2);
    expect(stderr).toContain(problem);
  });

  test('says which port is taken', async () => {
    const { address } = await startSandbox();
    const { code, stderr } = await place.run('sandbox', '--port', new URL(address).port);
    expect(code).toBe(2);
    expect(stderr).toContain('cannot be had');
  });
});

test('a certificate of its own is good for this machine for 30 days, and for its key', async () => {
  const { key, cert } = await selfSigned(() => new Date('2030-01-31T12:00:00Z'));
  const certificate = new X509Certificate(cert);
  expect(certificate.subjectAltName).toBe(
    'DNS:localhost, IP Address:127.0.0.1, IP Address:0:0:0:0:0:0:0:1',
  );
  expect(new Date(certificate.validFrom).toISOString()).toBe('2030-01-30T12:00:00.000Z');
  expect(new Date(certificate.validTo).toISOString()).toBe('2030-03-02T12:00:00.000Z');
  expect(certificate.verify(certificate.publicKey)).toBe(true);
  expect(certificate.checkHost('localhost')).toBe('localhost');
  expect(certificate.ca).toBe(true);
  expect(key).toContain('PRIVATE KEY');
});
