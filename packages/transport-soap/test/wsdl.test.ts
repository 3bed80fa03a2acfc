import { readFileSync } from 'node:fs';
import { afterEach, describe, expect, test } from '@jest/globals';
import {
  EgoiAbortError,
  EgoiClient,
  EgoiConnectionError,
  EgoiError,
  EgoiHttpError,
  EgoiInputError,
  EgoiProtocolError,
  EgoiTimeoutError,
  EgoiUnsupportedError,
  mayRepeat,
} from '@egoi-client/core';
import type { HttpClient } from '@egoi-client/http';
import { soapServices, writeWsdl, type WsdlDescription } from '@egoi-client/soap-encoding';
import { goldenWsdl } from '../../soap-encoding/test/support/golden.ts';
import {
  type Reaction,
  type SeenRequest,
  serveSoap,
  type SoapServer,
} from '../../soap-encoding/test/support/soap-server.ts';
import {
  everythingOf,
  failureOf,
  requestFor,
} from '../../soap-encoding/test/support/transport-calls.ts';
import { decodeCall, encodeAnswer } from '@egoi-client/soap-encoding';
import { bundledWsdl, soapTransport } from '../src/index.ts';
import type { SoapTransportOptions } from '../src/index.ts';

const started: { close?(): Promise<void> }[] = [];
afterEach(async () => {
  for (const resource of started.splice(0).toReversed()) await resource.close?.();
});

/** Answers every call with the method and the options that came. */
function echo({ body }: SeenRequest): Reaction {
  const { namespace, method, options } = decodeCall(body);
  return { body: encodeAnswer({ namespace, method, answer: { value: { method, options } } }) };
}

async function start(wsdl: (origin: string) => Reaction | Promise<Reaction>): Promise<SoapServer> {
  const server: SoapServer = await serveSoap((request) =>
    request.method === 'GET' ? wsdl(server.origin) : echo(request),
  );
  started.push(server);
  return server;
}

function transportFor(options: SoapTransportOptions) {
  const transport = soapTransport(options);
  started.push(transport);
  return transport;
}

/** A WSDL with its service somewhere else. */
function wsdlAt(endpoint: string, more: Partial<WsdlDescription> = {}): Reaction {
  return {
    body: writeWsdl({
      ...soapServices.soap,
      endpoint,
      operations: ['getLists', 'checklogin'],
      ...more,
    }),
  };
}

/** Something to wait for. */
function gate<T>(): { readonly opened: Promise<T>; open(value: T): void } {
  let open: (value: T) => void = () => {};
  const opened = new Promise<T>((resolve) => {
    open = resolve;
  });
  return { opened, open: (value) => open(value) };
}

describe('the WSDL', () => {
  test('is read from the endpoint with ?wsdl, once for twenty calls', async () => {
    const server = await start(() => ({ body: goldenWsdl('soap') }));
    const transport = transportFor({ endpoint: `${server.origin}/v2/soap.php` });
    const calls = Array.from({ length: 20 }, (_none, index) =>
      transport.call(requestFor('getLists', { index })),
    );
    const values = (await Promise.all(calls)).map(({ value }) => value);
    expect(values).toEqual(
      Array.from({ length: 20 }, (_none, index) => ({ method: 'getLists', options: { index } })),
    );
    await transport.call(requestFor('getLists'));
    expect(server.reads.map(({ url }) => url)).toEqual(['/v2/soap.php?wsdl']);
  });

  test('is read with the endpoint’s own query kept', async () => {
    const server = await start(() => ({ body: goldenWsdl('soap') }));
    const transport = transportFor({ endpoint: `${server.origin}/s?a=1` });
    await transport.call(requestFor('getLists'));
    expect(server.seen.map(({ url }) => url)).toEqual(['/s?a=1&wsdl', '/s?a=1']);
  });

  test('is read again after a failure, and only then', async () => {
    const answers: Reaction[] = [
      { status: 503, body: '' },
      { body: goldenWsdl('soap').slice(0, 900) },
      'break',
      { body: goldenWsdl('soap') },
    ];
    const server = await start(() => answers.shift() ?? 'break');
    const transport = transportFor({ endpoint: server.origin });
    for (const type of [EgoiHttpError, EgoiProtocolError, EgoiConnectionError]) {
      const error = await failureOf(transport.call(requestFor('getLists')));
      expect(error).toBeInstanceOf(type);
      expect(error).toMatchObject({
        delivery: 'not_sent',
        method: 'getLists',
        attempts: 2,
        name: type.name,
      });
    }
    await transport.call(requestFor('getLists'));
    await transport.call(requestFor('getLists'));
    expect(server.reads).toHaveLength(4);
    expect(server.calls).toHaveLength(2);
  });

  test('fails for all who wait for it, each with its own call in the error', async () => {
    const server = await start(() => ({ status: 502, body: '<html>' }));
    const transport = transportFor({ endpoint: server.origin });
    const methods = ['getLists', 'checklogin', 'getTags'];
    const errors = await Promise.all(
      methods.map((method) => failureOf(transport.call(requestFor(method)))),
    );
    expect(errors.map(({ method }) => method)).toEqual(methods);
    expect(new Set(errors).size).toBe(3);
    expect(server.reads).toHaveLength(1);
    for (const error of errors) {
      expect(error.toJSON()).toMatchObject({
        name: 'EgoiHttpError',
        status: 502,
        delivery: 'not_sent',
      });
      // Even a write may be repeated: its call was not sent.
      expect(mayRepeat(error, 'write')).toBe(true);
    }
  });

  test('that is a page is no answer of the service', async () => {
    const body = '\n<!DOCTYPE html><html><body>login</body></html>';
    const server = await start(() => ({ type: 'text/html', body }));
    const error = await failureOf(
      transportFor({ endpoint: server.origin }).call(requestFor('getLists')),
    );
    expect(error).toBeInstanceOf(EgoiHttpError);
    expect(error).toMatchObject({ status: 200, delivery: 'not_sent', retryable: false });
  });

  test('that never comes ends with the time limit of the read', async () => {
    const server = await start(() => 'silence');
    const transport = transportFor({ endpoint: server.origin, timeoutMs: 150 });
    const error = await failureOf(transport.call(requestFor('getLists')));
    expect(error).toBeInstanceOf(EgoiTimeoutError);
    expect(error).toMatchObject({ delivery: 'not_sent', timeoutMs: 150 });
  });

  test('has its limit also when the HTTP client has none', async () => {
    const http: HttpClient = {
      send: ({ signal }) =>
        new Promise((_resolve, reject) => {
          signal.addEventListener('abort', () => reject(signal.reason));
        }),
      close: async () => {},
    };
    const transport = transportFor({ http, timeoutMs: 50 });
    const error = await failureOf(transport.call(requestFor('getLists')));
    expect(error).toBeInstanceOf(EgoiTimeoutError);
    expect(error.message).toContain('reading the WSDL');
  });

  test('of a server that is not there is a connection that was not made', async () => {
    const server = await start(() => 'break');
    await server.close();
    const error = await failureOf(
      transportFor({ endpoint: server.origin }).call(requestFor('getLists')),
    );
    expect(error).toBeInstanceOf(EgoiConnectionError);
    expect(error).toMatchObject({ delivery: 'not_sent', retryable: true });
  });

  test('is still read for the others when one caller has had enough', async () => {
    const asked = gate<void>();
    const answer = gate<Reaction>();
    const server = await start(() => {
      asked.open();
      return answer.opened;
    });
    const transport = transportFor({ endpoint: server.origin });
    const caller = new AbortController();
    const impatient = failureOf(transport.call(requestFor('getLists', {}, caller.signal)));
    const patient = transport.call(requestFor('getLists'));
    await asked.opened;
    caller.abort();
    const error = await impatient;
    expect(error).toBeInstanceOf(EgoiAbortError);
    expect(error.delivery).toBe('not_sent');
    answer.open({ body: goldenWsdl('soap') });
    expect((await patient).status).toBe(200);
    expect(server.reads).toHaveLength(1);
  });

  test('ends with the transport', async () => {
    const asked = gate<void>();
    const server = await start(() => {
      asked.open();
      return 'silence';
    });
    const transport = transportFor({ endpoint: server.origin });
    const call = failureOf(transport.call(requestFor('getLists')));
    await asked.opened;
    await transport.close?.();
    expect(await call).toBeInstanceOf(EgoiAbortError);
    expect((await call).delivery).toBe('not_sent');
  });

  test('can be given as text, with blanks and a byte order mark before it', async () => {
    const server = await start(() => 'break');
    const transport = transportFor({
      endpoint: server.origin,
      wsdl: `\n\ufeff\n${bundledWsdl('soap')}`,
    });
    const { value } = await transport.call(requestFor('getLists'));
    expect(value).toMatchObject({ method: 'getLists' });
    expect(server.reads).toHaveLength(0);
  });

  test('of universal SOAP works as well', async () => {
    const server = await start(() => 'break');
    const transport = transportFor({ endpoint: server.origin, wsdl: bundledWsdl('soap_any') });
    await transport.call(requestFor('getLists'));
    expect(server.calls[0]?.headers['soapaction']).toBe(
      '"http://api.e-goi.com/v2/soap_any.php#getLists"',
    );
    expect(decodeCall(server.calls[0]?.body ?? '').namespace).toBe(
      'http://api.e-goi.com/v2/soap_any.php',
    );
  });
});

describe('where calls go', () => {
  test('the option endpoint always wins', async () => {
    const server = await start(() => wsdlAt('https://example.com/elsewhere'));
    const transport = transportFor({
      endpoint: `${server.origin}/calls`,
      wsdl: `${server.origin}/wsdl`,
    });
    await transport.call(requestFor('getLists'));
    expect(server.seen.map(({ url }) => url)).toEqual(['/wsdl', '/calls']);
  });

  test('else where the WSDL says, over http when it came so itself', async () => {
    const server = await start((origin) => wsdlAt(`${origin}/calls?x=1&y`));
    await transportFor({ wsdl: `${server.origin}/wsdl` }).call(requestFor('getLists'));
    expect(server.calls.map(({ url }) => url)).toEqual(['/calls?x=1&y']);
  });

  test.each(['http://example.com/v2/soap.php', 'http://127.0.0.1:9/', 'https://127.0.0.1/'])(
    'never to another host than the WSDL’s: %s',
    async (elsewhere) => {
      const server = await start(() => wsdlAt(elsewhere));
      const transport = transportFor({ wsdl: `${server.origin}/wsdl` });
      const error = await failureOf(transport.call(requestFor('getLists')));
      expect(error).toBeInstanceOf(EgoiProtocolError);
      expect(error.message).toContain('another host');
      expect(error.delivery).toBe('not_sent');
      expect(server.calls).toHaveLength(0);
    },
  );

  test.each(['', 'ftp://example.com/', '/v2/soap.php', 'http://user:password@example.com/'])(
    'not to the address "%s"',
    async (address) => {
      const { body } = wsdlAt(address) as { readonly body: string };
      const error = await failureOf(transportFor({ wsdl: body }).call(requestFor('getLists')));
      expect(error).toBeInstanceOf(EgoiProtocolError);
      expect(error.message).toContain('no usable address');
    },
  );

  test('over https when the WSDL was given as text with an http address', async () => {
    const server = await start(() => 'break');
    const { body } = wsdlAt(`${server.origin}/calls`) as { readonly body: string };
    const error = await failureOf(transportFor({ wsdl: body }).call(requestFor('getLists')));
    // The server speaks no TLS, so that nothing of the call can reach it.
    expect(error).toBeInstanceOf(EgoiConnectionError);
    expect(error.delivery).toBe('not_sent');
    expect(server.seen).toHaveLength(0);
  });
});

describe('operations', () => {
  test('that the WSDL lacks are refused by name, and nothing is sent', async () => {
    const server = await start(() => ({ body: goldenWsdl('soap') }));
    const transport = transportFor({ endpoint: server.origin });
    for (const method of ['noSuchMethod', 'getlists', '__proto__', 'constructor']) {
      const error = await failureOf(transport.call(requestFor(method)));
      expect(error).toBeInstanceOf(EgoiUnsupportedError);
      expect(error.message).toContain(method);
      expect(error.delivery).toBe('not_sent');
    }
    expect(server.calls).toHaveLength(0);
  });

  test.each<[string[], string, string?]>([
    [['checkLogin'], 'checkLogin'],
    [['checklogin'], 'checkLogin', 'checklogin'],
    [['checkLogin', 'checklogin'], 'checkLogin'],
    [['checklogin', 'checkLogin'], 'checkLogin'],
    [['checkLogin'], 'checklogin', 'checkLogin'],
  ])(
    'with the names %j: a call of %s finds its operation',
    async (operations, method, sent = method) => {
      const server = await start((origin) => wsdlAt(origin, { operations }));
      const transport = transportFor({ wsdl: `${server.origin}/wsdl` });
      const { value } = await transport.call(requestFor(method, { apikey: 'k' }));
      expect(value).toEqual({ method: sent, options: { apikey: 'k' } });
    },
  );

  test('have the parts that the WSDL gives them', async () => {
    const server = await start((origin) =>
      wsdlAt(origin, {
        operations: [
          {
            name: 'testEmailAddress',
            input: [{ name: 'email', type: 'xsd:string' }],
            output: 'xsd:boolean',
          },
          { name: 'check_status', input: [], output: 'xsd:boolean' },
          { name: 'newOperation', input: [{ name: 'options', type: 'xsd:anyType' }] },
        ],
      }),
    );
    const transport = transportFor({ wsdl: `${server.origin}/wsdl` });
    const email = 'ana@example.com';
    await transport.call(requestFor('testEmailAddress', { apikey: 'k', plugin_key: 'p', email }));
    await transport.call(requestFor('check_status', { apikey: 'k' }));
    expect(server.calls.map(({ body }) => decodeCall(body))).toMatchObject([
      { method: 'testEmailAddress', options: { email }, parts: ['email'] },
      { method: 'check_status', options: {}, parts: [] },
    ]);
    const error = await failureOf(transport.call(requestFor('newOperation', { x: 1 })));
    expect(error).toBeInstanceOf(EgoiInputError);
    expect(error.message).toContain('x: is no part');
  });

  test.each([
    ['rpc/literal', (wsdl: string) => wsdl.replaceAll('use="encoded"', 'use="literal"')],
    ['document/encoded', (wsdl: string) => wsdl.replace('style="rpc"', 'style="document"')],
    ['document', (wsdl: string) => wsdl.replaceAll('type="soap-enc:Array"', 'element="tns:x"')],
    ['soapAction', (wsdl: string) => wsdl.replaceAll('soapAction="', 'soapAction="&#10;X: y')],
  ])('of another style are refused with the reason: %s', async (reason, change) => {
    const server = await start(() => ({ body: change(goldenWsdl('soap')) }));
    const transport = transportFor({ endpoint: server.origin });
    const error = await failureOf(transport.call(requestFor('getLists')));
    expect(error).toBeInstanceOf(EgoiUnsupportedError);
    expect(error.message).toContain(reason);
    expect(server.calls).toHaveLength(0);
  });

  test('are called through the client by their catalogue names', async () => {
    const server = await start(() => ({ body: goldenWsdl('soap') }));
    const client = new EgoiClient({
      apiKey: 'k',
      transport: soapTransport({ endpoint: server.origin }),
    });
    started.push(client);
    await client.call('getLists', { start: 0 });
    expect(decodeCall(server.calls[0]?.body ?? '').options).toEqual({ apikey: 'k', start: 0 });
  });
});

describe('a hostile WSDL is refused', () => {
  const golden = goldenWsdl('soap');
  const inserted = (text: string) => golden.replace('<types>', `${text}<types>`);

  test.each<[string, string]>([
    ['a page without html', '<body>login</body>'],
    ['nothing', ''],
    ['an envelope', '<e:Envelope xmlns:e="http://schemas.xmlsoap.org/soap/envelope/"/>'],
    ['a cut one', golden.slice(0, -100)],
    ['entities', golden.replace('<definitions', '<!DOCTYPE d [<!ENTITY a "b">]><definitions')],
    ['types that reach into prototypes', golden.replaceAll('soap-enc:Array', 'tns:__proto__')],
    ['one without operations', golden.replace(/<binding .*<\/service>/, '')],
    ['one too large', inserted('<documentation/>'.repeat(300_000))],
  ])('%s', async (_what, body) => {
    const server = await start(() => ({ body }));
    const transport = transportFor({ endpoint: server.origin });
    const error = await failureOf(transport.call(requestFor('getLists')));
    expect(error).toBeInstanceOf(EgoiProtocolError);
    expect(error).toMatchObject({ delivery: 'not_sent', method: 'getLists' });
    expect(server.calls).toHaveLength(0);
    expect(Object.keys(Object.prototype)).toEqual([]);
    expect(everythingOf(error)).not.toContain('SECRET');
  });

  test('one that names another document: nothing is fetched and nothing read', async () => {
    const other = await start(() => ({ body: golden }));
    const locations = [
      `<import namespace="urn:y" location="${other.origin}/y.wsdl"/>`,
      `<types><xsd:schema><xsd:include schemaLocation="${other.origin}/y.xsd"/></xsd:schema></types>`,
      `<import namespace="urn:y" location="${__filename}"/>`,
    ];
    expect(readFileSync(__filename, 'utf8')).not.toBe('');
    for (const location of locations) {
      const server = await start(() => ({ body: inserted(location) }));
      const transport = transportFor({ endpoint: server.origin });
      const error = await failureOf(transport.call(requestFor('getLists')));
      expect(error).toBeInstanceOf(EgoiProtocolError);
      expect(error.message).toContain('another document');
    }
    expect(other.seen).toHaveLength(0);
  });
});

test('no error of a WSDL holds its address’s query or the key', async () => {
  const server = await start(() => ({ status: 404, body: 'SECRET' }));
  const transport = transportFor({ wsdl: `${server.origin}/wsdl?token=SECRET` });
  const error: EgoiError = await failureOf(transport.call(requestFor('getLists')));
  expect(everythingOf(error)).not.toContain('SECRET');
});
