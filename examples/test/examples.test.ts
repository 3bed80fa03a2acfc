import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { compiledProgram } from '@egoi-client/compiled-programs';
import { EgoiClient } from '@egoi-client/core';
import { createGateway, type GatewayServer } from '@egoi-client/gateway';
import { type SandboxTransport, sandboxApiKey, sandboxTransport } from '@egoi-client/sandbox';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';

const folder = mkdtempSync(join(tmpdir(), 'egoi-examples-'));

type ExampleName =
  | 'find-inactive'
  | 'legacy-bridge'
  | 'nightly-import'
  | 'send-newsletter'
  | 'sign-up-form';

interface Program {
  readonly child: ChildProcess;
  readonly firstLine: Promise<string>;
  readonly ended: Promise<{ status: number | null; output: string; errors: string }>;
}

describe('the examples', () => {
  let account: SandboxTransport;
  let client: EgoiClient;
  let server: GatewayServer;
  let list: number;
  const children: ChildProcess[] = [];

  beforeAll(async () => {
    account = sandboxTransport({ apiKey: sandboxApiKey });
    client = new EgoiClient({ apiKey: sandboxApiKey, transport: account });
    server = await createGateway(account).listen();
    ({ LIST_ID: list } = await client.createList({ nome: 'Newsletter' }));
  });

  afterAll(async () => {
    for (const child of children) child.kill('SIGKILL');
    await server.close();
    await client.close();
    rmSync(folder, { recursive: true, force: true });
  });

  function start(name: ExampleName, env: Record<string, string> = {}): Program {
    const child = spawn(process.execPath, [compiledProgram(`examples/${name}.ts`)], {
      env: {
        ...process.env,
        EGOI_API_KEY: sandboxApiKey,
        EGOI_BASE: `http://127.0.0.1:${server.port}`,
        EGOI_LIST: String(list),
        ...env,
      },
    });
    children.push(child);
    let output = '';
    let errors = '';
    const firstLine = new Promise<string>((resolve) => {
      child.stdout.on('data', (data: Buffer) => {
        output += data.toString();
        const end = output.indexOf('\n');
        if (end !== -1) resolve(output.slice(0, end));
      });
    });
    child.stderr.on('data', (data: Buffer) => {
      errors += data.toString();
    });
    const ended = once(child, 'close').then(([status]) => ({
      status: status as number | null,
      output,
      errors,
    }));
    return { child, firstLine, ended };
  }

  test('the sign-up form adds a contact and answers a second sign-up alike', async () => {
    for (const visit of ['first', 'second']) {
      const { firstLine, ended } = start('sign-up-form', { ONCE: '1' });
      const body = new URLSearchParams({ email: 'visitor@example.com' });
      const response = await fetch(await firstLine, {
        method: 'POST',
        body,
        headers: { connection: 'close' },
      });
      expect([visit, response.status, await response.text()]).toEqual([visit, 200, 'Thank you\n']);
      expect(await ended).toMatchObject({ status: 0, errors: '' });
    }
    const { subscriber } = await client.subscriberData({
      listID: list,
      subscriber: 'visitor@example.com',
    });
    expect(subscriber.EMAIL).toBe('visitor@example.com');
  });

  test('the import brings every customer into the list', async () => {
    const { status, output } = await start('nightly-import', {
      JOURNAL: join(folder, 'nightly.journal'),
    }).ended;
    expect(status).toBe(0);
    expect(output).toContain('contacts: 2500');
    const lists = await client.getLists();
    expect(lists[0]?.subs_total).toBeGreaterThanOrEqual(2500);
  });

  test('the report on inactive contacts looks at the whole list', async () => {
    const { status, errors } = await start('find-inactive').ended;
    expect(status).toBe(0);
    const [looked] = await client.getLists();
    expect(errors).toBe(`${looked?.subs_total} contacts looked at\n`);
  });

  test('the newsletter goes out once', async () => {
    const { status, output, errors } = await start('send-newsletter').ended;
    expect({ status, errors }).toEqual({ status: 0, errors: '' });
    expect(output).toContain('HASH');
    const addresses = (await account.outbox()).map(({ address }) => address);
    expect(addresses).toContain('visitor@example.com');
    expect(new Set(addresses).size).toBe(addresses.length);
  });

  test('the bridge serves XML-RPC and SOAP on top of the account', async () => {
    const { child, firstLine, ended } = start('legacy-bridge');
    const urls = JSON.parse(await firstLine) as Record<string, string>;
    const answer = await fetch(urls['xmlrpc'] ?? '', {
      method: 'POST',
      headers: { 'content-type': 'text/xml' },
      body: `<?xml version="1.0"?><methodCall><methodName>getLists</methodName><params><param><value><struct><member><name>apikey</name><value><string>${sandboxApiKey}</string></value></member></struct></value></param></params></methodCall>`,
    });
    expect(await answer.text()).toContain('Newsletter');
    child.stdin?.end();
    expect(await ended).toMatchObject({ status: 0, errors: '' });
  });
});
