import { afterEach, describe, expect, test } from '@jest/globals';
import {
  EgoiAbortError,
  EgoiConfigError,
  EgoiConnectionError,
  EgoiError,
  EgoiFaultError,
  EgoiHttpError,
  EgoiInputError,
  EgoiProtocolError,
  EgoiTimeoutError,
  type Transport,
} from '@egoi-client/core';
import { type WireAnswer } from '@egoi-client/core/wire';
import { goldenAnswer, goldenCases, goldenRequest, goldenWsdl, type Service } from './golden.ts';
import { goldenValues } from './golden-values.ts';
import { type Reaction, type SeenRequest, serveSoap, type SoapServer } from './soap-server.ts';
import { everythingOf, failureOf, requestFor, secretKey } from './transport-calls.ts';

type MakeTransport = (options: { endpoint: string; timeoutMs?: number }) => Transport;

/** What both SOAP transports have in common, against a server that answers as the service does. */
export function describeSoapTransport(
  service: Service,
  makeTransport: MakeTransport,
  options: unknown[],
): void {
  const open: { close?(): Promise<void> }[] = [];
  afterEach(async () => {
    for (const resource of open.splice(0).toReversed()) await resource.close?.();
  });

  const start = async (
    react: (request: SeenRequest) => Reaction | Promise<Reaction>,
    timeoutMs = 60_000,
  ): Promise<{ readonly server: SoapServer; readonly transport: Transport }> => {
    const server = await serveSoap((request) =>
      request.method === 'GET' ? { body: goldenWsdl(service) } : react(request),
    );
    const transport = makeTransport({ endpoint: `${server.origin}/v2/${service}.php`, timeoutMs });
    open.push(server, transport);
    return { server, transport };
  };

  describe('a call', () => {
    test.each(goldenCases(service).filter((name) => !name.startsWith('noSuchMethod')))(
      '%s goes out as it was captured, and its answer comes back',
      async (name) => {
        const { options: params, answer } = goldenValues[name] as (typeof goldenValues)[string];
        const method = name.slice(0, name.indexOf('__'));
        const { server, transport } = await start(() => ({
          status: 'fault' in answer ? 500 : 200,
          body: goldenAnswer(service, name),
        }));

        const outcome = await outcomeOf(transport.call(requestFor(method, params)));

        expect(outcome).toStrictEqual(answer);
        expect(server.calls).toHaveLength(1);
        expect(server.calls[0]).toMatchObject({
          url: `/v2/${service}.php`,
          body: goldenRequest(service, name),
          headers: {
            'content-type': 'text/xml; charset=utf-8',
            soapaction: `"http://api.e-goi.com/v2/${service}.php#${method}"`,
          },
        });
      },
    );

    test('tells of the transport, the time and the status', async () => {
      const { transport } = await start(() => ({
        body: goldenAnswer(service, 'getReport__string'),
      }));
      expect(await transport.call(requestFor('getReport'))).toEqual({
        value: 'OK',
        transport: transport.id,
        durationMs: expect.any(Number),
        status: 200,
      });
    });

    test('has its key in the body and nowhere else', async () => {
      const { server, transport } = await start(() => ({
        body: goldenAnswer(service, 'getReport__string'),
      }));
      await transport.call(requestFor('getReport'));
      expect(server.calls[0]?.body).toContain('k3y&lt;&amp;&gt;"SECRET\' é');
      for (const { url, headers } of server.seen) {
        expect(JSON.stringify([decodeURIComponent(url), headers])).not.toContain('SECRET');
      }
    });

    test('with a value that XML cannot carry is refused and not sent', async () => {
      const { server, transport } = await start(() => 'break');
      const error = await failureOf(transport.call(requestFor('getReport', { a: 'x\u0001' })));
      expect(error).toBeInstanceOf(EgoiInputError);
      expect(error.delivery).toBe('not_sent');
      expect(server.calls).toHaveLength(0);
    });
  });

  describe('what goes wrong', () => {
    const fault = goldenAnswer(service, 'noSuchMethod__unknown-method');
    const good = goldenAnswer(service, 'getReport__every-type');
    const page = '<!DOCTYPE html><html><body>Bad Gateway</body></html>';

    test.each<[string, Reaction, new (...args: never[]) => EgoiError, Record<string, unknown>]>([
      [
        'a fault with status 500',
        { status: 500, body: fault },
        EgoiFaultError,
        { faultCode: 'SOAP-ENV:Server' },
      ],
      ['a fault with status 200', { body: fault }, EgoiFaultError, { delivery: 'answered' }],
      ['a page with status 200', { type: 'text/html', body: page }, EgoiHttpError, { status: 200 }],
      [
        'a page with status 502',
        { status: 502, type: 'text/html', body: page },
        EgoiHttpError,
        { status: 502, retryable: true },
      ],
      ['a value with status 500', { status: 500, body: good }, EgoiHttpError, { status: 500 }],
      ['a redirect', { status: 302, body: '' }, EgoiHttpError, { status: 302 }],
      ['an empty answer', { body: '' }, EgoiProtocolError, { delivery: 'answered' }],
      ['a cut document', { body: good.slice(0, -30) }, EgoiProtocolError, { delivery: 'answered' }],
      ['a cut answer', 'cut', EgoiProtocolError, { delivery: 'answered' }],
      [
        'the answer of another method',
        { body: goldenAnswer(service, 'addSubscriberBulk__bulk') },
        EgoiProtocolError,
        { delivery: 'answered' },
      ],
      [
        'a document type',
        { body: good.replace('<SOAP-ENV:Env', '<!DOCTYPE x><SOAP-ENV:Env') },
        EgoiProtocolError,
        { delivery: 'answered' },
      ],
      ['a broken connection', 'break', EgoiConnectionError, { delivery: 'unknown' }],
    ])('%s has its own error', async (_what, reaction, type, members) => {
      const { transport } = await start(() => reaction);
      const error = await failureOf(transport.call(requestFor('getReport')));
      expect(error).toBeInstanceOf(type);
      expect(error).toMatchObject({
        method: 'getReport',
        transport: transport.id,
        attempts: 2,
        ...members,
      });
    });

    test('silence ends with the time limit', async () => {
      const { transport } = await start(() => 'silence', 200);
      const error = await failureOf(transport.call(requestFor('getReport')));
      expect(error).toBeInstanceOf(EgoiTimeoutError);
      expect(error.delivery).toBe('unknown');
    });

    test('the caller can end a call under way', async () => {
      const caller = new AbortController();
      const { server, transport } = await start(() => {
        caller.abort();
        return 'silence';
      });
      const call = transport.call(requestFor('getReport', {}, caller.signal));
      expect(await failureOf(call)).toBeInstanceOf(EgoiAbortError);
      expect(server.calls).toHaveLength(1);
    });

    test('an error shows no key, whatever the server says of it', async () => {
      const spoken = secretKey.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
      const echo = fault.replace(
        /<faultstring>.*<\/faultstring>/,
        `<faultstring>${spoken}</faultstring>`,
      );
      const { transport } = await start(({ body }) => ({
        status: body.includes('page') ? 502 : 500,
        body: body.includes('page') ? secretKey : echo,
      }));
      for (const kind of ['fault', 'page']) {
        const call = transport.call(requestFor('getReport', { apikey: secretKey, kind }));
        const error = await failureOf(call);
        expect(everythingOf(error)).not.toContain('SECRET');
        expect(everythingOf(error)).toContain(error.name);
      }
    });
  });

  test.each(options)('the options %j are refused', (wrong) => {
    expect(() => makeTransport(wrong as Parameters<MakeTransport>[0])).toThrow(EgoiConfigError);
  });
}

async function outcomeOf(call: ReturnType<Transport['call']>): Promise<WireAnswer> {
  try {
    return { value: (await call).value };
  } catch (error) {
    if (!(error instanceof EgoiFaultError)) throw error;
    return { fault: { faultCode: error.faultCode, faultString: error.faultString } };
  }
}
