import { WireFormatError } from '@egoi-client/core/wire';
import { describe, expect, test } from '@jest/globals';
import { checkWsdl, soapServices, writeWsdl } from '../src/index.ts';
import { goldenWsdl, publicWsdl, services } from './support/golden.ts';

describe.each(services)('the WSDL of %s', (service) => {
  const operations = [...goldenWsdl(service).matchAll(/<operation name="(\w+)"><input mess/g)].map(
    (match) => match[1] as string,
  );

  test('is written as it was captured, byte for byte', () => {
    expect(operations).toHaveLength(58);
    expect(writeWsdl({ ...soapServices[service], operations })).toBe(goldenWsdl(service));
  });

  test('is written as it was captured without the operation of the capture', () => {
    const own = operations.filter((name) => name !== 'boom');
    expect(writeWsdl({ ...soapServices[service], operations: own })).toBe(publicWsdl(service));
  });

  test('passes the check', () => {
    const text = goldenWsdl(service);
    expect(checkWsdl(`\ufeff\r\n${text}`)).toEqual({ text, hasElementParts: false });
  });
});

describe('a written WSDL', () => {
  const wsdl = writeWsdl({
    ...soapServices.soap_any,
    endpoint: 'https://127.0.0.1:8443/v2/soap_any.php?a=1&b="2"',
    operations: [
      {
        name: 'testEmailAddress',
        input: [{ name: 'email', type: 'xsd:string' }],
        output: 'xsd:boolean',
      },
      { name: 'check_status', input: [], output: 'xsd:boolean' },
    ],
  });

  test('describes operations with parts of their own, and with none', () => {
    expect(wsdl).toContain(
      '<message name="testEmailAddressIn"><part name="email" type="xsd:string"/></message><message name="testEmailAddressOut"><part name="return" type="xsd:boolean"/></message>',
    );
    expect(wsdl).toContain('<message name="check_statusIn"/><message name="check_statusOut">');
  });

  test('says where the service is and keeps the published namespace', () => {
    expect(wsdl).toContain(
      '<soap:address location="https://127.0.0.1:8443/v2/soap_any.php?a=1&amp;b=&quot;2&quot;"/>',
    );
    expect(wsdl).toContain('soapAction="http://api.e-goi.com/v2/soap_any.php#check_status"');
  });

  test('passes the check', () => {
    expect(checkWsdl(wsdl).text).toBe(wsdl);
  });

  test('cannot have names that are no XML names', () => {
    const { soap } = soapServices;
    const part = { name: '"', type: 'xsd:int' } as const;
    expect(() => writeWsdl({ ...soap, operations: ['a"b'] })).toThrow(WireFormatError);
    expect(() => writeWsdl({ ...soap, service: '<', operations: [] })).toThrow(WireFormatError);
    expect(() => writeWsdl({ ...soap, operations: [{ name: 'a', input: [part] }] })).toThrow(
      WireFormatError,
    );
  });
});

describe('the check of a WSDL refuses', () => {
  const root = (content: string) =>
    `<definitions xmlns="http://schemas.xmlsoap.org/wsdl/" xmlns:soap="http://schemas.xmlsoap.org/wsdl/soap/" xmlns:xsd="http://www.w3.org/2001/XMLSchema" targetNamespace="urn:x">${content}</definitions>`;

  test.each<[string, string]>([
    ['nothing', ''],
    ['text', 'no'],
    ['a page', '<html><body/></html>'],
    ['another root', '<definitions/>'],
    ['a cut document', goldenWsdl('soap').slice(0, -100)],
    ['a document type', `<!DOCTYPE definitions [<!ENTITY a "b">]>${root('')}`],
    [
      'a WSDL that it would have to fetch',
      root('<import namespace="urn:y" location="http://example.com/y.wsdl"/>'),
    ],
    [
      'a file that it would have to read',
      root('<types><xsd:schema><xsd:include schemaLocation="/etc/passwd"/></xsd:schema></types>'),
    ],
    [
      'a schema under any prefix',
      root(
        '<types><q:schema xmlns:q="urn:q"><q:import schemaLocation="y.xsd"/></q:schema></types>',
      ),
    ],
    [
      'types that reach into prototypes',
      root('<message name="m"><part name="p" type="tns:__proto__"/></message>'),
    ],
    ['such names behind character references', root('<message name="&#95;_proto__"/>')],
    [
      'an operation of another namespace',
      root(
        '<binding name="b"><operation name="o"><input><soap:body use="encoded" namespace="urn:z"/></input></operation></binding>',
      ),
    ],
    ['too much', root('<documentation/>'.repeat(300_000))],
    ['too deep', root('<documentation>'.repeat(100) + '</documentation>'.repeat(100))],
  ])('%s', (_what, document) => {
    expect(() => checkWsdl(document)).toThrow(WireFormatError);
  });

  test('nothing of an import that has no location', () => {
    const document = root(
      '<types><xsd:schema><xsd:import namespace="http://schemas.xmlsoap.org/soap/encoding/"/></xsd:schema></types>',
    );
    expect(checkWsdl(document).text).toBe(document);
  });

  test('nothing of document style, but tells of it', () => {
    const document = root('<message name="m"><part name="p" element="tns:x"/></message>');
    expect(checkWsdl(document).hasElementParts).toBe(true);
  });
});
