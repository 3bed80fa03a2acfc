import {
  debug,
  EgoiClient,
  EgoiConfigError,
  EgoiConnectionError,
  type Interceptor,
  retry,
  type Transport,
  type TransportRequest,
} from '@egoi-client/core';
import type { ObservedRequest } from '@egoi-client/core/wire';
import { scriptedTransport } from '@egoi-client/core/testing';
import { afterEach, beforeEach, describe, expect, jest, test } from '@jest/globals';
import { apiKey } from './support/requests.ts';

/** An exchange as a test's transport tells of it. */
interface Told {
  readonly request?: Partial<ObservedRequest>;
  readonly sent?: readonly string[];
  readonly answer?: {
    readonly status: number;
    readonly headers: readonly string[];
    readonly body: readonly string[];
  };
  readonly error?: unknown;
}

/** A transport that tells of exchanges and makes none. */
function tellingTransport(exchanges: readonly Told[]): Transport {
  return {
    id: 'rest',
    async call(call: TransportRequest) {
      let error: unknown;
      for (const told of exchanges) error = tellOf(told, call);
      if (error !== undefined) throw error;
      return { value: { RESULT: 'OK' }, transport: 'rest', durationMs: 1 };
    },
  };
}

function tellOf({ request, sent, answer, error }: Told, call: TransportRequest): unknown {
  const observer = call.observe?.({
    transport: 'rest',
    attempt: call.attempt,
    method: 'POST',
    url: 'http://egoi.test/v2/rest.php',
    headers: {},
    body: undefined,
    ...request,
  });
  if (sent !== undefined) observer?.sending(sent);
  if (answer !== undefined) observer?.answering(answer.status, answer.headers);
  for (const piece of answer?.body ?? []) observer?.text(piece);
  observer?.ended(error);
  return error;
}

async function shown(
  transport: Transport,
  options: Parameters<typeof debug>[0] = {},
  before: readonly Interceptor[] = [],
): Promise<string> {
  const texts: string[] = [];
  const write = (text: string) => void texts.push(text);
  const interceptors = [...before, debug({ write, ...options })];
  const client = new EgoiClient({ apiKey, transport, interceptors });
  await client.call('someMethod', { token: 'tok-4711-abc' }).catch(() => undefined);
  return texts
    .join('\n')
    .replaceAll(/(?<=someMethod )[\da-f]{8}/g, '<id>')
    .replaceAll(/\d+(?:\.\d)? ms/g, '<time>');
}

const ok = {
  status: 200,
  headers: ['Content-Type', 'application/json'],
  body: ['{"RESULT":"OK"}'],
};

describe('debug', () => {
  test('shows request and answer of an exchange, and the end of the call', async () => {
    const headers = ['Host', 'egoi.test', 'Authorization', 'Basic YTpi', 'Content-Length', '12'];
    const request = { body: `type=json&functionOptions%5Bapikey%5D=${apiKey}` };
    expect(await shown(tellingTransport([{ request, sent: headers, answer: ok }]))).toBe(
      [
        'egoi someMethod <id>, try 1, rest',
        '> POST http://egoi.test/v2/rest.php',
        '> Host: egoi.test',
        '> Authorization: [redacted]',
        '> Content-Length: 12',
        '>',
        '> type = json',
        '> functionOptions[apikey] = [redacted]',
        'egoi someMethod <id>, try 1, rest: HTTP 200, <time>',
        '< Content-Type: application/json',
        '<',
        '< {',
        '<   "RESULT": "OK"',
        '< }',
        'egoi someMethod <id>, try 1: done over rest, <time>, 1 request',
      ].join('\n'),
    );
  });

  test('behind retry shows each try with what went wrong', async () => {
    const error = new EgoiConnectionError('no connection to egoi.test:443: no such host', {
      delivery: 'not_sent',
      retryable: true,
      cause: Object.assign(new Error('getaddrinfo'), { code: 'ENOTFOUND' }),
    });
    const patient = retry({ maxTries: 2, wait: async () => undefined });
    const text = await shown(tellingTransport([{ error }]), {}, [patient]);
    for (const attempt of [1, 2]) {
      expect(text).toContain(
        `try ${attempt}, rest: no answer, <time>, EgoiConnectionError (not sent): no connection to egoi.test:443: no such host [ENOTFOUND]`,
      );
      expect(text).toContain(`try ${attempt}: failed: EgoiConnectionError (not sent)`);
    }
  });

  test('shows parameters and value where no exchange was made, without secrets', async () => {
    const text = await shown(
      scriptedTransport([{ value: { APIKEY: apiKey, echo: 'tok-4711-abc' } }]),
    );
    expect(text).toBe(
      [
        'egoi someMethod <id>, try 1: done over scripted, <time>',
        '> {',
        '>   "token": "[redacted]"',
        '> }',
        '< {',
        '<   "APIKEY": "[redacted]",',
        '<   "echo": "[redacted]"',
        '< }',
      ].join('\n'),
    );
  });

  test('shows the beginning of a long body and how long it is', async () => {
    const body = ['a'.repeat(30), 'b'.repeat(100_000)];
    const pieces = ['c'.repeat(40_000), 'd'.repeat(40_000)];
    const text = await shown(
      tellingTransport([
        {
          request: { body: pieces },
          sent: ['Content-Length', '80000'],
          answer: { status: 200, headers: [], body },
        },
      ]),
      { maxBodyCharacters: 32 },
    );
    expect(text).toContain(`> ${'c'.repeat(32)}\n> (the first 32 of 80000 bytes are shown)`);
    expect(text).toContain(
      `< ${'a'.repeat(30)}bb\n< (the first 32 of 100030 characters are shown)`,
    );
  });

  test('shows no more of a WSDL than its start', async () => {
    const request = { method: 'GET', url: 'http://egoi.test/v2/soap.php?wsdl' };
    const answer = { status: 200, headers: [], body: [`<definitions ${'x'.repeat(5000)}`] };
    const text = await shown(tellingTransport([{ request, answer }]));
    expect(text).toContain('(the first 1024 of 5013 characters are shown)');
  });

  test.each([0, 1, 5, 20, 39])(
    'hides a key of which %i signs are within what is shown',
    async (within) => {
      const limit = 64;
      const filler = 'x '.repeat(limit).slice(0, limit - within);
      const keys = `${filler}${apiKey} ${`${apiKey} `.repeat(300)}`;
      for (const most of [limit, 4000, 6000]) {
        const answer = { status: 200, headers: [], body: [keys.slice(0, 700), keys.slice(700)] };
        const text = await shown(tellingTransport([{ answer }]), { maxBodyCharacters: most });
        for (let at = 0; at + 6 <= apiKey.length; at += 1) {
          expect(text).not.toContain(apiKey.slice(at, at + 6));
        }
      }
    },
  );

  test('hides a key that a form spells as entities do, once the form is read', async () => {
    const entities = Array.from(apiKey, (sign) => `&#${sign.charCodeAt(0)};`).join('');
    const body = `text=${encodeURIComponent(entities)}&id=7`;
    const text = await shown(tellingTransport([{ request: { body } }]));
    expect(text).toContain('> text = [redacted]\n> id = 7');
  });

  test('shows of an address no more of its query than can be no secret', async () => {
    const url = `https://egoi.test/v3/lists?limit=10&token=hunter&trace=9fK2mZ81qQ&q=ana@example.com&k=${apiKey}`;
    const text = await shown(tellingTransport([{ request: { method: 'GET', url } }]));
    expect(text).toContain(
      '> GET https://egoi.test/v3/lists?limit=10&token=[redacted]&trace=[redacted]&q=ana@example.com&k=[redacted]',
    );
  });

  test('writes nothing that a terminal would obey, and says of a picture that it is none to read', async () => {
    const headers = ['X-Odd\u001b[2J', '\u202egnp.exe\rnext'];
    const text = await shown(
      tellingTransport([
        {
          answer: {
            status: 200,
            headers,
            body: ['\u001b]0;title\u0007 and text for people to read'],
          },
        },
        {
          answer: {
            status: 200,
            headers: [],
            body: ['\u0089PNG\r\n\u001a\n\0\0\0\rIHDR\0\0\ufffd\ufffd'],
          },
        },
      ]),
    );
    expect(text).not.toMatch(/[^\n\x20-\x7e]/);
    expect(text).toContain('\\u001b]0;title');
    expect(text).toContain('characters that are no text');
  });

  test('does not disturb the call where its writer fails, or a body cannot be written', async () => {
    const failing = {
      [Symbol.iterator]() {
        throw new Error('no such value');
      },
    };
    const transport = tellingTransport([{ request: { body: failing }, answer: ok }]);
    const interceptors = [
      debug({
        write: () => {
          throw new Error('disk full');
        },
      }),
    ];
    const client = new EgoiClient({ apiKey, transport, interceptors });
    expect(await client.call('someMethod')).toEqual({ RESULT: 'OK' });
    expect(await shown(transport)).toContain('> (the body cannot be written)');
  });

  test('beside another one tells both', async () => {
    const outer: string[] = [];
    const text = await shown(tellingTransport([{ answer: ok }]), {}, [
      debug({ write: (told) => void outer.push(told) }),
    ]);
    expect(text).toContain('HTTP 200');
    expect(outer.join('\n')).toContain('HTTP 200');
  });

  test('refuses wrong options', () => {
    expect(() => debug({ maxBodyCharacters: 0 })).toThrow(EgoiConfigError);
    expect(() => debug({ write: 'stderr' as never })).toThrow(EgoiConfigError);
  });
});

describe('EGOI_DEBUG', () => {
  const before = process.env['EGOI_DEBUG'];
  let printed: jest.SpiedFunction<typeof console.error>;

  beforeEach(() => {
    printed = jest.spyOn(console, 'error').mockImplementation(() => undefined);
  });

  afterEach(() => {
    printed.mockRestore();
    if (before === undefined) delete process.env['EGOI_DEBUG'];
    else process.env['EGOI_DEBUG'] = before;
  });

  const call = async (interceptors: readonly Interceptor[] = []) => {
    const transport = scriptedTransport([{ value: { RESULT: 'OK' } }]);
    await new EgoiClient({ apiKey, transport, interceptors }).call('someMethod');
  };

  test.each(['1', 'true', 'egoi'])('%s has every client show its calls', async (value) => {
    process.env['EGOI_DEBUG'] = value;
    await call();
    expect(printed.mock.calls.join('\n')).toMatch(/^egoi someMethod .*done over scripted/);
  });

  test.each(['', '0', 'false'])('%j turns nothing on', async (value) => {
    process.env['EGOI_DEBUG'] = value;
    await call();
    expect(printed).not.toHaveBeenCalled();
  });

  test('adds nothing to a client that shows them already', async () => {
    process.env['EGOI_DEBUG'] = '1';
    const texts: string[] = [];
    await call([debug({ write: (text) => void texts.push(text) })]);
    expect(printed).not.toHaveBeenCalled();
    expect(texts).toHaveLength(1);
  });
});
