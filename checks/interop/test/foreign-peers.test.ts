import { describe, expect, test } from '@jest/globals';
import { foreignClients, tryForeignClient } from '../src/foreign-clients.ts';
import { foreignServers, tryForeignServer } from '../src/foreign-servers.ts';
import { formatOutcome, formatTally } from '../src/outcome.ts';
import { tryThroughCommand } from '../src/through-command.ts';
import { tryThroughV3 } from '../src/through-v3.ts';

// Those that come with the workspace; the others are met by the script `interop`.
const clients = foreignClients.filter(({ name }) => name.startsWith('npm '));
const servers = foreignServers.filter(({ name }) => name.includes('npm '));

describe('foreign peers that are always there', () => {
  test.each(clients)('the client $name gets what the account answers', async (client) => {
    expect(await tryForeignClient(client)).toMatchObject({ result: 'passed', reason: '' });
  });

  test.each(clients)(
    'the client $name gets the same through API v3, but for its losses',
    async (client) => {
      expect(await tryThroughV3(client)).toMatchObject({
        result: 'passed',
        reason: '',
        lost: expect.arrayContaining(['getClientData.CONTRACT']),
      });
    },
  );

  test.each(clients)(
    'the client $name gets the same from egoi gateway in front of egoi sandbox, but for its losses',
    async (client) => {
      expect(await tryThroughCommand(client)).toMatchObject({
        result: 'passed',
        reason: '',
        lost: expect.arrayContaining(['getClientData.CONTRACT']),
      });
    },
  );

  test.each(servers)('$name understands the calls and is understood', async (server) => {
    expect(await tryForeignServer(server)).toMatchObject({ result: 'passed', reason: '' });
  });

  test('a client that got something else has failed, and the report says where', async () => {
    const [client] = clients;
    if (client === undefined) throw new Error('no client to try');
    const outcome = await tryForeignClient({ ...client, unknownMethod: 'anotherMethod' });
    expect(outcome.result).toBe('failed');
    expect(outcome.reason).toMatch(/^unknown\.fault is ".*" in place of ".*anotherMethod/);
  });

  test('a program that is missing is skipped, and the report says what to install', async () => {
    const [client] = clients;
    if (client === undefined) throw new Error('no client to try');
    const program = { programs: ['no-such-program'], versionArgs: [], packages: 'the-package' };
    const outcome = await tryForeignClient({ ...client, program });
    expect(formatOutcome(outcome)).toBe(
      `skipped ${client.name}: not installed here; Debian's packages are the-package`,
    );
    expect(formatTally('foreign clients', [outcome])).toBe('foreign clients: 0 of 1');
  });

  test('a server that ends before it listens has failed', async () => {
    const [server] = servers;
    if (server === undefined) throw new Error('no server to try');
    const outcome = await tryForeignServer({ ...server, args: ['--eval', 'console.log("no")'] });
    expect(outcome).toMatchObject({
      result: 'failed',
      reason: 'the server ended before it had an address: no',
    });
  });
});
