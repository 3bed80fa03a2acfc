import { allMethods } from '@egoi-client/core';
import { scriptedTransport } from '@egoi-client/core/testing';
import { createGateway, type GatewayOptions } from '@egoi-client/gateway';
import { checkWsdl } from '@egoi-client/soap-encoding';
import { describe, expect, test } from '@jest/globals';
import { WSDL } from 'soap';
import { answerTo, ask } from './support/requests.ts';

const operationNames = allMethods().map(({ name }) => name);

type Described = Record<string, Record<string, Record<string, unknown>> | undefined>;

async function describeWsdl(document: string): Promise<Described> {
  const wsdl = new WSDL(document, 'http://gateway.test', { disableCache: true });
  await new Promise<void>((resolve, reject) => {
    wsdl.onReady((error) => (error ? reject(error) : resolve()));
  });
  return wsdl.describeServices();
}

async function wsdlAt(
  url: string,
  more: { host?: string; origin?: string; options?: GatewayOptions } = {},
) {
  const gateway = createGateway(scriptedTransport([]), more.options);
  const headers: Record<string, string> = more.host === undefined ? {} : { host: more.host };
  const origin = more.origin === undefined ? {} : { origin: more.origin };
  return answerTo(gateway, { ...ask('GET', url, headers), ...origin });
}

function addressIn(wsdl: string): string | undefined {
  return /<soap:address location="([^"]*)"/.exec(wsdl)?.[1];
}

describe.each([
  { path: '/v2/soap.php', name: 'Egoi_Api' },
  { path: '/v2/soap_any.php', name: 'Egoi_Api_Soap' },
])('the WSDL at $path', ({ path, name }) => {
  test('lists all operations, the internal ones too, under the names that the service has', async () => {
    const { status, body } = await wsdlAt(`${path}?wsdl`, { host: 'gateway.test' });
    expect(status).toBe(200);
    const operations = [...body.matchAll(/<soap:operation soapAction="([^"]*)"/g)];
    expect(operations.map(([, action]) => action)).toEqual(
      operationNames.map((method) => `http://api.e-goi.com${path}#${method}`),
    );
    expect(body).toContain(`targetNamespace="http://api.e-goi.com${path}"`);
    expect(body).toContain(`<port name="${name}Port" binding="tns:${name}Binding">`);
  });

  test('says which operations take arguments of their own, and which answer yes or no', async () => {
    const { body } = await wsdlAt(`${path}?wsdl`, { host: 'gateway.test' });
    for (const message of [
      '<message name="check_statusIn"/>',
      '<message name="check_statusOut"><part name="return" type="xsd:boolean"/></message>',
      '<message name="testEmailAddressIn"><part name="email" type="xsd:string"/></message>',
      '<message name="getErrorOut"><part name="return" type="xsd:anyType"/></message>',
    ]) {
      expect(body).toContain(message);
    }
  });

  test('is one that clients accept', async () => {
    const { body } = await wsdlAt(`${path}?WSDL=1`, { host: 'gateway.test' });
    expect(() => checkWsdl(body)).not.toThrow();
  });

  test('is one that the soap library reads', async () => {
    const { body } = await wsdlAt(`${path}?wsdl`, { host: 'gateway.test' });
    const described = await describeWsdl(body);
    const operations = described[`${name}Service`]?.[`${name}Port`] ?? {};
    expect(Object.keys(operations)).toEqual(operationNames);
  });
});

describe('the address in a WSDL', () => {
  test.each([
    ['gateway.test', 'http://gateway.test/v2/soap.php'],
    ['gateway.test:8080', 'http://gateway.test:8080/v2/soap.php'],
    ['[::1]:8080', 'http://[::1]:8080/v2/soap.php'],
    ['192.0.2.7', 'http://192.0.2.7/v2/soap.php'],
  ])('is the one that the client used: %s', async (host, address) => {
    expect(addressIn((await wsdlAt('/v2/soap.php?wsdl', { host })).body)).toBe(address);
  });

  test('has the scheme by which the request came, and its host where the client named none', async () => {
    const origin = 'https://127.0.0.1:8443';
    const named = await wsdlAt('/v2/soap.php?wsdl', { host: 'gateway.test', origin });
    expect(addressIn(named.body)).toBe('https://gateway.test/v2/soap.php');
    const unnamed = await wsdlAt('/v2/soap_any.php?wsdl', { origin });
    expect(addressIn(unnamed.body)).toBe('https://127.0.0.1:8443/v2/soap_any.php');
  });

  test('is the public one where that is set, whatever the client says', async () => {
    const options = { publicUrl: 'https://egoi.example.test/api/' };
    const { body } = await wsdlAt('/v2/soap.php?wsdl', { host: '"><x', options });
    expect(addressIn(body)).toBe('https://egoi.example.test/api/v2/soap.php');
  });

  test.each([
    '',
    '"/><evil/>',
    'a b',
    'user@host',
    'host/path',
    'host?query',
    'host:port',
    'host:99999',
    'host:80:80',
    '[::1',
    '-host',
    'host\r\nx: y',
    'a'.repeat(262),
    'höst',
  ])('is not taken from the host %p', async (host) => {
    const { status, body } = await wsdlAt('/v2/soap.php?wsdl', { host });
    expect(status).toBe(400);
    expect(body).toBe('the Host header is not a host and a port\n');
  });
});
