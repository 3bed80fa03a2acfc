import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { readFileSync } from 'node:fs';
import { createGateway } from '@egoi-client/gateway';
import { sandboxApiKey, type SandboxTransport, sandboxTransport } from '@egoi-client/sandbox';
import { translationOf } from '@egoi-client/transport-v3';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { Place } from './egoi.ts';

let place: Place;
let account: SandboxTransport;
/** Requests that API v3 took. */
let requests: string[];
let ends: (() => Promise<unknown>)[];

beforeEach(async () => {
  place = new Place();
  account = sandboxTransport({ queueDelayMs: 0 });
  requests = [];
  const v3 = {
    madeFile: (name: string) => account.madeFile(name),
    answerV3(request: Parameters<SandboxTransport['answerV3']>[0]) {
      requests.push(`${request.method} ${request.path.replace(/\?.*/s, '')}`);
      return account.answerV3(request);
    },
  };
  const server = await createGateway(account, { v3 }).listen();
  ends = [() => server.close(), () => account.close()];
  Object.assign(place.env, {
    EGOI_ENDPOINT: `http://127.0.0.1:${server.port}`,
    EGOI_API_KEY: sandboxApiKey,
    EGOI_TRANSPORT: 'v3',
  });
  await place.run('call', 'createList', 'nome=Newsletter');
  requests.length = 0;
});

afterEach(async () => {
  place.remove();
  for (const end of ends) await end();
});

const add = (...more: readonly string[]) =>
  place.run('call', 'addSubscriber', 'listID=1', 'email=ana@example.com', ...more);

describe('a call by API v3', () => {
  test('gives its result, and tells each loss once, a line for each reason', async () => {
    const { code, stdout, stderr } = await add();
    expect(code).toBe(0);
    expect(JSON.parse(stdout)).toMatchObject({ EMAIL: 'ana@example.com', LIST: 1 });
    const lines = stderr.trimEnd().split('\n');
    expect(lines.every((line) => line.startsWith('egoi: addSubscriber over API v3, '))).toBe(true);
    expect(new Set(lines).size).toBe(lines.length);
    expect(stderr).toContain('not in the answer: ADD_DATE, ');
    expect(stderr).toContain('(one more request tells it: --v3 contactAnswers=record)');
    expect(lines.length).toBeLessThan(6);
  });

  test('tells losses as JSON, one a line', async () => {
    const { stdout, stderr } = await add('--json');
    expect(JSON.parse(stdout)).toMatchObject({ EMAIL: 'ana@example.com' });
    const losses = stderr
      .trimEnd()
      .split('\n')
      .map((line) => (JSON.parse(line) as { loss: { method: string; kind: string } }).loss);
    expect(losses).toContainEqual(
      expect.objectContaining({ method: 'addSubscriber', kind: 'field', name: 'ADD_DATE' }),
    );
  });

  test('answers what the options ask for', async () => {
    const { stdout } = await add('--v3', 'contactAnswers=record');
    expect(JSON.parse(stdout)).toMatchObject({ EMAIL: 'ana@example.com', STATUS: 1 });
    expect(requests).toHaveLength(2);
  });

  test('refuses what it would change in silence, says how to allow it, and goes on where it is allowed', async () => {
    const refused = await add('validate_email=1');
    expect(refused.code).toBe(2);
    expect(refused.stderr).toContain('Here that is --allow-loss addSubscriber.validate_email.');
    expect(requests).toEqual([]);
    const allowed = await add('validate_email=1', '--allow-loss', 'addSubscriber.validate_email');
    expect(allowed.code).toBe(0);
    expect(allowed.stderr).toContain('without effect: validate_email');
  });

  test('refuses every loss where that is wished', async () => {
    const { code, stderr } = await add('--losses', 'refuse');
    expect(code).toBe(2);
    expect(stderr).toContain('--allow-loss addSubscriber.');
    expect(requests).toEqual([]);
  });

  test('takes a prefix for numbers without one, and says where it is missing', async () => {
    const missing = await add('cellphone=912345678');
    expect(missing.code).toBe(1);
    expect(missing.stderr).toContain('SUBSCRIBER_FORMAT_ERROR');
    expect(missing.stderr).toContain('--phone-prefix 351');
    expect(requests).toEqual([]);
    const { stdout } = await add('cellphone=912345678', '--phone-prefix', '351');
    expect(JSON.parse(stdout)).toMatchObject({ CELLPHONE: '351-912345678' });
  });

  test.each([
    [['--allow-loss', 'addSubscriber.validate_mail'], /--allow-loss names .*did you mean/],
    [['--phone-prefix', '+351'], /--phone-prefix.*It must be the 1 to 3 digits/s],
    [['--losses', 'ignore'], /report, refuse/],
    [['--v3', 'userId=first'], /--v3 userId must/],
    [['--v3', 'userId=0'], /--v3 userId must/],
    [['--v3', 'voiceSenderId="7"'], /--v3 voiceSenderId must/],
    [['--v3', 'automationActions={"7":"first"}'], /--v3 automationActions must/],
    [['--v3', 'imports=perhaps'], /--v3 imports must/],
    [['--v3', 'endpoint=http://localhost'], /automationActions, contactAnswers/],
    [['--v3', 'userId=1', '--v3', 'userId=2'], /userId is given twice/],
    [['--transport', 'rest', '--phone-prefix', '351'], /--phone-prefix: for API v3/],
    [['--transport', 'soap', '--v3', 'userId=1'], /--v3 userId: for API v3/],
  ])('refuses %j before anything is sent', async (words, problem) => {
    const { code, stderr } = await add(...words);
    expect(code).toBe(2);
    expect(stderr).toMatch(problem);
    expect(stderr).not.toContain('v3Transport');
    expect(requests).toEqual([]);
  });

  test('names the way out of a method that API v3 does not have', async () => {
    const { code, stderr } = await place.run('call', 'getForms', 'listID=1');
    expect(code).toBe(2);
    expect(stderr).toContain('API v3 cannot answer getForms');
    expect(stderr).toContain('egoi methods getForms');
  });

  test('does not begin anew what was done in part, whatever --retry says', async () => {
    await place.run('call', 'addTag', 'name=Fair');
    account.failV3('actionAttachTag', 503, { times: Number.POSITIVE_INFINITY });
    requests.length = 0;
    const { code, stderr } = await add('tags:=["Fair"]', '--retry', '3');
    expect(code).toBe(6);
    expect(stderr).toContain('partly done');
    expect(requests.filter((line) => line === 'POST /lists/1/contacts')).toHaveLength(1);
  });
});

describe('egoi import and egoi export by API v3', () => {
  test('bring a file into a list and out of it again', async () => {
    const rows = Array.from({ length: 30 }, (_, index) => `p${index}@example.com,Ana`);
    const csv = place.write('contacts.csv', `email,first_name\n${rows.join('\n')}\nnobody,X\n`);
    const imported = await place.run('import', csv, '--list', '1', '--json');
    expect(imported.code).toBe(6);
    expect(JSON.parse(imported.stdout)).toMatchObject({
      rows: 31,
      taken: 30,
      rejected: 1,
      isQueued: true,
    });
    expect(requests).toEqual(['POST /lists/1/contacts/actions/import-bulk']);
    await account.workOff();
    const out = place.path('out.csv');
    const exported = await place.run('export', out, '--list', '1', '--columns', 'EMAIL,FIRST_NAME');
    expect(exported.code).toBe(0);
    const lines = readFileSync(out, 'utf8').trimEnd().split('\r\n');
    expect(lines.slice(1)).toEqual(rows);
  });

  test('say that the account works it off in its turn', async () => {
    const csv = place.write('contacts.csv', 'email\na@example.com\nb@example.com\n');
    const { code, stdout, stderr } = await place.run('import', csv, '--list', '1', '--new-only');
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    expect(stdout).toContain('2 taken, 0 rejected, 0 unknown');
    expect(stdout).toContain('works them off in its turn');
  });

  test('look for each contact where that is wished', async () => {
    account.failV3('actionImportBulk', { work: 'lost' });
    const csv = place.write('contacts.csv', 'email\na@example.com\nb@example.com\n');
    const lost = await place.run('import', csv, '--list', '1', '--confirm');
    expect(lost).toMatchObject({ code: 6 });
    expect(lost.stdout).toContain('2 rows: 0 taken, 2 rejected, 0 unknown');
    expect(lost.stdout).not.toContain('in its turn');
  });
});

describe('egoi methods', () => {
  test.each(['addSubscriber', 'getTags', 'getForms'] as const)(
    'says what becomes of %s over API v3',
    async (name) => {
      const translation = translationOf(name);
      const { stdout } = await place.run('methods', name);
      expect(stdout).toContain(`Over API v3: ${translation.verdict}`);
      const plain = stdout.replaceAll(/\s+/g, ' ');
      if (translation.verdict === 'refused') {
        expect(plain).toContain(`${translation.reason}; ${translation.wayOut}`);
      } else {
        for (const operation of translation.operations) expect(plain).toContain(operation);
        for (const { needsLeave, name: loss } of translation.losses) {
          expect(plain).toContain(needsLeave ? `--allow-loss ${name}.${loss}` : loss);
        }
      }
      const json = await place.run('methods', name, '--json');
      expect(JSON.parse(json.stdout)).toMatchObject({ v3: translation });
    },
  );
});

describe('where API v2 has ended', () => {
  const ending = async (answer: 'page' | 'nobody', ...words: readonly string[]) => {
    // Stands where the service was: a proxy gets the requests to its host.
    const server = createServer((_request, response) => {
      if (answer === 'nobody') response.destroy();
      else response.writeHead(404, { 'content-type': 'text/html' }).end('<html>Not found</html>');
    }).listen(0, '127.0.0.1');
    await once(server, 'listening');
    const proxy = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    const ended = await place.run('call', 'getLists', ...words, '--proxy', proxy);
    server.closeAllConnections();
    server.close();
    return ended;
  };

  test.each([
    ['page', 5],
    ['nobody', 3],
  ] as const)('a call that finds a %s there is told of API v3', async (answer, exit) => {
    const { code, stderr } = await ending(answer, '-t', 'rest', '-e', 'http://api.e-goi.com');
    expect(code).toBe(exit);
    expect(stderr).toContain('2 December 2025');
    expect(stderr).toContain('--transport v3');
  });

  test('nothing of the kind is said of other hosts', async () => {
    const { stderr } = await ending('page', '-t', 'rest', '-e', 'http://api.example.com');
    expect(stderr).not.toContain('2 December 2025');
  });
});
