import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { compiledProgram } from '@egoi-client/compiled-programs';
import { afterEach, expect, test } from '@jest/globals';
import {
  closeServers,
  forwardingProxy,
  freePort,
  httpServer,
  httpsServer,
  rawAnswer,
  rawServer,
} from './support/loopback.ts';

afterEach(closeServers);

interface Outcome {
  readonly text?: string;
  readonly retryAfterMs?: number;
  readonly error?: { readonly message: string; readonly delivery: string };
  readonly shown?: string;
}

/** Runs the client in a process of its own, whose environment and sockets are nobody else's. */
async function runAlone(
  urls: readonly string[],
  environment: Record<string, string>,
): Promise<{ outcomes: Outcome[]; awake: string[]; warnings: string }> {
  const program = compiledProgram('packages/http/test/support/lone-process.ts');
  const { stdout, stderr } = await promisify(execFile)(process.execPath, [program, ...urls], {
    env: { ...process.env, ...environment },
  });
  const report = JSON.parse(stdout) as { outcomes: Outcome[]; awake: string[] };
  return { ...report, warnings: stderr };
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

test('the environment cannot raise the limit of headers', async () => {
  const server = await rawAnswer(`HTTP/1.1 200 OK\r\nX: ${'x'.repeat(40_000)}\r\n\r\n`);
  const { outcomes } = await runAlone([`http://127.0.0.1:${server.port}/`], {
    NODE_OPTIONS: '--max-http-header-size=1000000',
  });
  expect(outcomes[0]?.error?.message).toContain('are larger than 16384 bytes');
});

test('many requests at once are no leak of listeners to warn of', async () => {
  const server = await httpServer((request, response) => {
    request.resume();
    response.end('x');
  });
  const fifty = Array.from({ length: 50 }, () => `http://127.0.0.1:${server.port}/`);
  const { outcomes, warnings } = await runAlone([fifty.join(' ')], {});
  expect(outcomes).toEqual(fifty.map(() => ({ text: 'x' })));
  expect(warnings).toBe('');
});

test('a date without a time zone is not of the zone that the process is in', async () => {
  const [day, dayOfMonth, month, year, time] = new Date(Date.now() + 3_600_000)
    .toUTCString()
    .replace(',', '')
    .split(' ');
  const asctime = `${day} ${month} ${dayOfMonth?.replace(/^0/, ' ')} ${time} ${year}`;
  const server = await httpServer((request, response) => {
    request.resume();
    response.writeHead(503, { 'Retry-After': asctime }).end();
  });
  const { outcomes } = await runAlone([`http://127.0.0.1:${server.port}/`], {
    TZ: 'America/New_York',
  });
  expect(outcomes[0]?.retryAfterMs).toBeGreaterThan(3_000_000);
  expect(outcomes[0]?.retryAfterMs).toBeLessThanOrEqual(3_600_000);
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
