import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterEach, expect, test } from '@jest/globals';
import {
  closeServers,
  forwardingProxy,
  freePort,
  httpServer,
  httpsServer,
  rawServer,
} from './support/loopback.ts';

afterEach(closeServers);

interface Outcome {
  readonly text?: string;
  readonly error?: { readonly message: string; readonly delivery: string };
  readonly shown?: string;
}

/** Runs the client in a process of its own, whose environment and sockets are nobody else's. */
async function runAlone(
  urls: readonly string[],
  environment: Record<string, string>,
): Promise<{ outcomes: Outcome[]; awake: string[] }> {
  const script = join(__dirname, 'support/lone-process.ts');
  const flags = ['--conditions=@egoi-client/source', '--import', 'tsx', '--no-warnings'];
  const { stdout } = await promisify(execFile)(process.execPath, [...flags, script, ...urls], {
    cwd: __dirname,
    env: { ...process.env, ...environment },
  });
  return JSON.parse(stdout) as { outcomes: Outcome[]; awake: string[] };
}

const secure = () =>
  httpsServer('server.pem', (request, response) => {
    request.resume();
    response.end('secure');
  });

test('the environment cannot turn the check of certificates off', async () => {
  const server = await secure();
  const { outcomes } = await runAlone([`https://localhost:${server.port}/`], {
    NODE_TLS_REJECT_UNAUTHORIZED: '0',
  });
  expect(outcomes[0]?.error?.delivery).toBe('not_sent');
  expect(outcomes[0]?.error?.message).toContain('not from an authority that is trusted here');
});

test('idle connections do not keep the process alive', async () => {
  const { proxy, lines } = await forwardingProxy();
  const plain = await httpServer((request, response) => {
    request.pipe(response);
  });
  const server = await secure();
  const { outcomes, awake } = await runAlone(
    [
      `http://127.0.0.1:${plain.port}/`,
      `https://localhost:${server.port}/`,
      `https://localhost:${server.port}/again`,
    ],
    {
      KEY: 'k3y',
      PROXY: `http://127.0.0.1:${proxy.port}`,
      CA_FILE: join(__dirname, 'fixtures/authority.pem'),
    },
  );
  expect(outcomes).toEqual([{ text: 'k3y' }, { text: 'secure' }, { text: 'secure' }]);
  expect(lines).toHaveLength(2);
  expect(awake).toEqual([]);
});

test('causes that Node itself made hold no secret either', async () => {
  const key = 'k3y-0123456789abcdef';
  const refused = await freePort();
  const echo = await rawServer((socket) => socket.once('data', (chunk) => socket.write(chunk)));
  const broken = await rawServer((socket) => socket.once('data', () => socket.destroy()));
  const urls = [refused, echo.port, broken.port].map(
    (port) => `http://127.0.0.1:${port}/?k=${key}`,
  );
  const { outcomes } = await runAlone(urls, { KEY: key });
  expect(outcomes).toHaveLength(3);
  for (const { shown } of outcomes) {
    expect(shown).toContain('[cause]');
    expect(shown).not.toContain(key);
    expect(shown).not.toMatch(/Axios|ClientRequest|rawPacket/);
  }
});
