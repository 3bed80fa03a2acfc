import { afterEach, describe, expect, test } from '@jest/globals';
import { EgoiFaultError, EgoiInputError, findMethod, type MethodSpec } from '@egoi-client/core';
import { goldenAnswer, goldenRequest } from '../../soap-encoding/test/support/golden.ts';
import { describeSoapTransport } from '../../soap-encoding/test/support/describe-soap-transport.ts';
import { serveSoap } from '../../soap-encoding/test/support/soap-server.ts';
import { failureOf, requestFor } from '../../soap-encoding/test/support/transport-calls.ts';
import { decodeCall, encodeAnswer } from '@egoi-client/soap-encoding';
import { soapUniversalTransport } from '../src/index.ts';

describeSoapTransport('soap_any', (options) => soapUniversalTransport(options), [
  { endpoint: 'api.e-goi.com' },
  { namespace: 'urn:"x"' },
  { namespace: '' },
  { wsdl: 'http://example.com/?wsdl' },
  { timeoutMs: 0 },
]);

const namespace = 'http://api.e-goi.com/v2/soap_any.php';
const open: { close?(): Promise<void> }[] = [];
afterEach(async () => {
  for (const resource of open.splice(0).toReversed()) await resource.close?.();
});

describe('universal SOAP', () => {
  test('sends any method as it is named, without reading a WSDL', async () => {
    const name = 'noSuchMethod__unknown-method';
    const server = await serveSoap(() => ({ status: 500, body: goldenAnswer('soap_any', name) }));
    const transport = soapUniversalTransport({ endpoint: `${server.origin}/here?a=1` });
    open.push(server, transport);

    const { apikey } = decodeCall(goldenRequest('soap_any', name)).options;
    const call = transport.call(requestFor('noSuchMethod', { apikey: apikey as string }));

    expect(await failureOf(call)).toBeInstanceOf(EgoiFaultError);
    expect(server.seen).toHaveLength(1);
    expect(server.seen[0]).toMatchObject({
      url: '/here?a=1',
      body: goldenRequest('soap_any', name),
    });
  });

  test('gives operations the parts that the catalogue knows', async () => {
    const server = await serveSoap(({ body }) => {
      const { namespace: own, method } = decodeCall(body);
      return { body: encodeAnswer({ namespace: own, method, answer: { value: true } }) };
    });
    const transport = soapUniversalTransport({ endpoint: server.origin });
    open.push(server, transport);

    const email = 'ana@example.com';
    const spec = findMethod('getLists') as MethodSpec;
    for (const [method, parts] of [
      ['testEmailAddress', ['email']],
      ['check_status', []],
    ] as const) {
      const request = requestFor(method, { apikey: 'k', email, more: 1 });
      await transport.call({ ...request, spec: { ...spec, parts } });
    }

    expect(server.calls.map(({ body }) => decodeCall(body))).toEqual([
      {
        namespace,
        method: 'testEmailAddress',
        options: { email },
        parts: ['email'],
        version: '1.1',
      },
      { namespace, method: 'check_status', options: {}, parts: [], version: '1.1' },
    ]);
  });

  test('takes another namespace, for calls and their soapAction', async () => {
    const server = await serveSoap(({ body }) => {
      const { method, namespace: own } = decodeCall(body);
      return { body: encodeAnswer({ namespace: own, method, answer: { value: own } }) };
    });
    const transport = soapUniversalTransport({ endpoint: server.origin, namespace: 'urn:other' });
    open.push(server, transport);

    expect((await transport.call(requestFor('getLists'))).value).toBe('urn:other');
    expect(server.seen[0]?.headers['soapaction']).toBe('"urn:other#getLists"');
  });

  test.each(['método', 'a b', '<x/>', ''])(
    'refuses the method "%s", which it cannot send',
    async (method) => {
      const transport = soapUniversalTransport({ endpoint: 'http://127.0.0.1:9' });
      open.push(transport);
      expect(await failureOf(transport.call(requestFor(method)))).toBeInstanceOf(EgoiInputError);
    },
  );
});
