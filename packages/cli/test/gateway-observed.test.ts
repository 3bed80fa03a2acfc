import { readFileSync, renameSync, statSync } from 'node:fs';
import { once } from 'node:events';
import { createServer, request, type ServerResponse } from 'node:http';
import { type AddressInfo, connect } from 'node:net';
import { readRecordLine, type RecordLine } from '@egoi-client/gateway';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { Place } from './egoi.ts';
import { serveAccount, type ServedAccount } from './served-account.ts';
import { startGateway } from './started-gateway.ts';

let place: Place;
let account: ServedAccount;

beforeEach(async () => {
  place = new Place();
  account = await serveAccount({ contacts: 2 });
  Object.assign(place.env, account.env);
});

afterEach(async () => {
  place.remove();
  await account.close();
});

/** A REST call as an old program makes it. */
async function call(address: string, method: string, members: Record<string, string> = {}) {
  const fields = { apikey: account.env.EGOI_API_KEY, ...members };
  const form = new URLSearchParams({ type: 'json', method });
  for (const [name, value] of Object.entries(fields)) form.set(`functionOptions[${name}]`, value);
  const answer = await fetch(`${address}/v2/rest.php`, { method: 'POST', body: form });
  return { status: answer.status, body: await answer.text() };
}

/** A GET of the admin port, with headers of one's own. */
function get(url: string, headers: Record<string, string> = {}, method = 'GET') {
  return new Promise<{ status: number; body: string }>((resolve, reject) => {
    request(url, { headers, method }, (response) => {
      let body = '';
      response.setEncoding('utf8').on('data', (text: string) => {
        body += text;
      });
      response.on('end', () => resolve({ status: response.statusCode ?? 0, body }));
    })
      .on('error', reject)
      .end();
  });
}

const adding = { listID: '1', email: 'private@example.com', status: '0' };

describe('--log', () => {
  test('has a line for each call, without values', async () => {
    const log = place.path('calls.log');
    const { address, running } = await startGateway(place, '--log', log);
    await call(address, 'getLists');
    await call(address, 'addSubscriber', adding);
    await call(address, 'getLists', { apikey: 'wrong' });
    await call(address, 'nope\u001b[2J');
    running.child.kill('SIGTERM');
    expect(await running.ended).toMatchObject({ code: 0, stderr: '' });
    const text = readFileSync(log, 'utf8');
    const lines = text
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line) as object);
    const common = { wire: 'rest', callId: expect.any(String), pid: running.child.pid };
    expect(lines).toMatchObject([
      { ...common, level: 'info', method: 'getLists', outcome: 'answered', delivery: 'answered' },
      { ...common, level: 'warn', method: 'addSubscriber', outcome: 'refused', requests: 0 },
      { ...common, level: 'warn', method: 'getLists', outcome: 'answered' },
      { ...common, level: 'warn', method: '(other)', error: 'unknown-method' },
    ]);
    expect(lines[0]).toMatchObject({
      account: expect.stringMatching(/^[0-9a-f]{32}$/),
      requests: 1,
    });
    expect(text).not.toContain(account.env.EGOI_API_KEY);
    expect(text).not.toMatch(/private|wrong/);
    expect(text).not.toContain('\u001b');
    expect(statSync(log).mode & 0o777).toBe(0o600);
  });

  test('goes to the error output as -', async () => {
    const { address, running } = await startGateway(place, '--log', '-');
    await call(address, 'getLists');
    running.child.kill('SIGTERM');
    const { stderr } = await running.ended;
    expect(JSON.parse(stderr)).toMatchObject({ method: 'getLists', outcome: 'answered' });
  });

  test.each([
    [['--log', '/nowhere/at/all'], '--log: /nowhere/at/all cannot be written to (ENOENT)'],
    [['--record', '/nowhere/at/all'], '--record: the record cannot be written to /nowhere'],
    [['--redis', 'http://localhost'], 'Type: --redis redis://localhost:6379'],
    [['--redis', 'redis://:pw@localhost'], 'A password does not belong on the command line'],
    [['--calls-per-hour', '0'], 'from 1 to 10000'],
  ])('%j is refused', async (words, said) => {
    const { code, stderr } = await place.run('gateway', '--port', '0', ...words);
    expect({ code, stderr }).toMatchObject({ code: 2, stderr: expect.stringContaining(said) });
  });
});

describe('the lines of calls', () => {
  const words = ['gateway', '--port', '0', '--allow-loss', 'addSubscriber.status'];

  test('are on the standard output, without colours where it is no terminal', async () => {
    const running = place.start(words);
    const said = await running.said(/Ctrl-C ends it/);
    const [, address = ''] = /(http:\S+)\/v2\/rest/.exec(said) ?? [];
    await call(address, 'getLists');
    await call(address, 'getLists', { apikey: 'wrong' });
    await call(address, 'addSubscriber', adding);
    await call(address, 'getLists\u202e');
    running.child.kill('SIGTERM');
    const { stdout, stderr } = await running.ended;
    const lines = stdout.trimEnd().split('\n').slice(-4);
    const time = String.raw`^\d\d:\d\d:\d\d  rest +`;
    const key = 'key [0-9a-f]{8}$';
    expect(lines).toEqual([
      expect.stringMatching(
        `${time}getLists +done +\\d+ ms  loses user_id, \\S+, \\S+ and 5 more · ${key}`,
      ),
      expect.stringMatching(`${time}getLists +refused [A-Z_]+ +\\d+ ms  ${key}`),
      expect.stringMatching(`${time}addSubscriber +done +\\d+ ms  loses status, .* more · ${key}`),
      expect.stringMatching(`${time}\\(other\\) +refused unknown-method +\\d+ ms`),
    ]);
    expect(stderr).toBe('\nThe gateway stops once the calls under way have ended.\n');
  });

  test('are not printed with --quiet', async () => {
    const running = place.start([...words, '--quiet']);
    const said = await running.said(/Ctrl-C ends it/);
    const [, address = ''] = /(http:\S+)\/v2\/rest/.exec(said) ?? [];
    await call(address, 'getLists');
    running.child.kill('SIGTERM');
    expect((await running.ended).stdout).not.toContain('getLists');
  });
});

test('--record and --log go on in new files on SIGHUP', async () => {
  const [record, log] = [place.path('calls.jsonl'), place.path('calls.log')];
  const { address, running } = await startGateway(place, '--record', record, '--log', log);
  await call(address, 'getLists');
  for (const file of [record, log]) renameSync(file, `${file}.1`);
  running.child.kill('SIGHUP');
  await running.said(/the record was opened anew[^]*|the log was opened anew[^]*/);
  await running.said(/the record was opened anew/);
  await call(address, 'addSubscriber', { ...adding, extra_9: 'private' });
  running.child.kill('SIGTERM');
  expect(await running.ended).toMatchObject({ code: 0 });
  const methodsIn = (file: string) =>
    readFileSync(file, 'utf8')
      .trimEnd()
      .split('\n')
      .map(readRecordLine)
      .map((line) => (typeof line === 'object' ? line.method : line));
  expect(methodsIn(`${record}.1`)).toEqual(['head', 'getLists']);
  expect(methodsIn(record)).toEqual(['head', 'addSubscriber']);
  const [, line] = readFileSync(record, 'utf8').split('\n').map(readRecordLine);
  expect((line as RecordLine).parameters).toMatchObject({ 'extra_*': 'string', email: 'string' });
  expect(readFileSync(`${log}.1`, 'utf8') + readFileSync(log, 'utf8')).toMatch(
    /getLists[^]*addSubscriber/,
  );
});

describe('the admin port', () => {
  test('tells of the process, of the calls and of the end', async () => {
    const started = await startGateway(
      place,
      '--admin-port',
      '0',
      '--allow-loss',
      'addSubscriber.status',
      '--drain',
      '20',
    );
    const { address, admin } = started;
    expect(await get(`${admin}/healthz`)).toEqual({ status: 200, body: 'alive\n' });
    expect(await get(`${admin}/readyz`)).toEqual({ status: 200, body: 'ready\n' });
    await call(address, 'getLists');
    await call(address, 'getLists', { apikey: 'wrong' });
    await call(address, 'addSubscriber', adding);
    for (let at = 0; at < 50; at += 1) await call(address, `label_${at}`);
    const { body } = await get(`${admin}/metrics`);
    expect(body).toContain(
      'egoi_gateway_calls_total{method="getLists",wire="rest",outcome="answered"} 2',
    );
    expect(body).toContain(
      'egoi_gateway_calls_total{method="(other)",wire="rest",outcome="refused"} 50',
    );
    expect(body).toMatch(/egoi_gateway_errors_total\{kind="api",code="[A-Z_]+"\} 1/);
    expect(body).toContain('egoi_gateway_errors_total{kind="unknown-method",code=""} 50');
    expect(body).toContain('egoi_gateway_losses_total{method="addSubscriber",name="status"} 1');
    expect(body).toContain('egoi_gateway_call_duration_seconds_count{method="getLists"} 2');
    expect(body).toMatch(/egoi_gateway_service_requests_left\{account="[0-9a-f]{32}"\} \d+/);
    expect(body).toContain('process_resident_memory_bytes');
    expect(body).not.toMatch(/label_|private/);
    expect(body).not.toContain(account.env.EGOI_API_KEY);
  });

  test('says that the gateway drains while calls are under way', async () => {
    const held: ServerResponse[] = [];
    const service = createServer((_request, response) => void held.push(response));
    service.listen(0, '127.0.0.1');
    await once(service, 'listening');
    const { port } = service.address() as AddressInfo;
    const { address, admin, running } = await startGateway(
      place,
      '--to',
      'rest',
      '--endpoint',
      `http://127.0.0.1:${port}`,
      '--admin-port',
      '0',
    );
    const answer = call(address, 'getLists');
    await once(service, 'request');
    running.child.kill('SIGTERM');
    while ((await get(`${admin}/readyz`)).status === 200) await new Promise(setImmediate);
    expect(await get(`${admin}/readyz`)).toEqual({ status: 503, body: 'draining\n' });
    expect(await get(`${admin}/healthz`)).toMatchObject({ status: 200 });
    for (const response of held) {
      response.setHeader('content-type', 'application/json');
      response.end('{"Egoi_Api":{"getLists":{"status":"success"}}}');
    }
    expect(await answer).toMatchObject({ status: 200 });
    expect(await running.ended).toMatchObject({ code: 0 });
    service.close();
    service.closeAllConnections();
  });

  test('is for programs of this machine: no page, no other name, nothing else', async () => {
    const { admin } = await startGateway(place, '--admin-port', '0');
    for (const path of ['/healthz', '/readyz', '/metrics']) {
      expect(await get(admin + path, { host: 'evil.test' })).toMatchObject({ status: 403 });
      const page = { origin: 'https://evil.test' };
      expect(await get(admin + path, page)).toMatchObject({ status: 403 });
      expect(await get(admin + path, { 'sec-fetch-site': 'cross-site' })).toMatchObject({
        status: 403,
      });
      expect(await get(admin + path, {}, 'DELETE')).toMatchObject({ status: 405 });
    }
    expect(await get(`${admin}/constructor`)).toMatchObject({ status: 404 });
    expect(await get(`${admin}/v2/rest.php`)).toMatchObject({ status: 404 });
  });

  test('answers also while somebody holds all connections that they may have', async () => {
    const { address, admin } = await startGateway(place, '--admin-port', '0');
    const port = Number(new URL(admin).port);
    const sockets = Array.from({ length: 200 }, () => connect({ port, host: '127.0.0.1' }));
    for (const socket of sockets) {
      socket.on('error', () => undefined);
      socket.write('GET /metrics HTTP/1.1\r\nhost: ');
    }
    expect(await get(`${admin}/healthz`)).toMatchObject({ status: 200 });
    expect(await get(`${admin}/metrics`)).toMatchObject({ status: 200 });
    expect(await call(address, 'getLists')).toMatchObject({ status: 200 });
    for (const socket of sockets) socket.destroy();
  });

  test('says where it is taken', async () => {
    const { admin } = await startGateway(place, '--admin-port', '0');
    const { port } = new URL(admin);
    const { code, stderr } = await place.run('gateway', '--port', '0', '--admin-port', port);
    expect({ code, stderr }).toMatchObject({
      code: 2,
      stderr: expect.stringContaining('--admin-port takes another'),
    });
  });
});

test('--calls-per-hour counts the requests that a call over API v3 takes', async () => {
  const { address, admin } = await startGateway(
    place,
    '--calls-per-hour',
    '20',
    '--admin-port',
    '0',
    '--allow-loss',
    'addSubscriber.status',
  );
  await call(address, 'addSubscriber', { ...adding, extra_9: 'private' });
  const { body } = await get(`${admin}/metrics`);
  const [, requests] = /requests_total\{method="addSubscriber"\} (\d+)/.exec(body) ?? [];
  const [, left] = /budget_calls_left\{account="\w+"\} (\d+)/.exec(body) ?? [];
  expect(Number(requests)).toBeGreaterThan(1);
  expect(Number(left)).toBe(20 - Number(requests));
});

test('--calls-per-hour refuses what is beyond, in the words of the old protocol', async () => {
  const { address, admin } = await startGateway(
    place,
    '--calls-per-hour',
    '3',
    '--admin-port',
    '0',
  );
  const answers = [];
  for (let times = 0; times < 5; times += 1) answers.push(await call(address, 'getLists'));
  expect(answers.map(({ status }) => status)).toEqual([200, 200, 200, 500, 500]);
  expect(answers[4]?.body).toContain('the budget of calls is spent; call again later (quota)');
  // A key of another has its own.
  expect((await call(address, 'getLists', { apikey: 'another' })).status).toBe(200);
  const { body } = await get(`${admin}/metrics`);
  expect(body).toMatch(/egoi_gateway_budget_calls_left\{account="[0-9a-f]{32}"\} 0/);
  expect(body).toContain('egoi_gateway_errors_total{kind="quota",code=""} 2');
});
