import { describe, expect, test } from '@jest/globals';
import { describeSoapTransport } from '../../soap-encoding/test/support/describe-soap-transport.ts';
import { goldenWsdl, publicWsdl } from '../../soap-encoding/test/support/golden.ts';
import { decodeAnswer, decodeCall, encodeAnswer, encodeCall, namespace } from '../src/codec.ts';
import { bundledWsdl, soapTransport } from '../src/index.ts';

describeSoapTransport('soap', (options) => soapTransport(options), [
  { endpoint: 'api.e-goi.com' },
  { wsdl: 'service.wsdl' },
  { wsdl: 'http://user:password@example.com/?wsdl' },
  { wsdl: '' },
  { namespace: 'urn:x' },
  { timeoutMs: 0 },
]);

describe.each(['soap', 'soap_any'] as const)('the bundled WSDL of %s', (service) => {
  test('is the captured one, byte for byte', () => {
    expect(bundledWsdl(service)).toBe(publicWsdl(service));
    expect(bundledWsdl(service)).not.toBe(goldenWsdl(service));
  });
});

test('the codec serves the other side', () => {
  const call = { namespace, method: 'getLists', options: { start: 0 } };
  expect(decodeCall(encodeCall(call))).toEqual({
    ...call,
    parts: ['functionOptions'],
    version: '1.1',
  });
  const answer = { value: [{ listnum: 1 }] };
  const document = encodeAnswer({ namespace, method: 'getLists', answer });
  expect(decodeAnswer(document, 'getLists')).toEqual(answer);
  expect(namespace).toBe('http://api.e-goi.com/v2/soap.php');
});
