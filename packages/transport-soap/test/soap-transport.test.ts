import { describe, expect, test } from '@jest/globals';
import { describeSoapTransport } from '../../soap-encoding/test/support/describe-soap-transport.ts';
import { goldenWsdl, publicWsdl } from '../../soap-encoding/test/support/golden.ts';
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
