import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { EgoiClient, EgoiProtocolError, type Transport } from '@egoi-client/core';
import { bundledWsdl, soapTransport } from '@egoi-client/transport-soap';
import { soapUniversalTransport } from '@egoi-client/transport-soap-universal';
import { xmlrpcTransport } from '@egoi-client/transport-xmlrpc';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';

/** What the server says next, one document for the two SOAP wires and one for XML-RPC. */
const documents = { soap: '', xmlrpc: '' };
const server = createServer((request, response) => {
  request.resume().on('end', () => {
    const document = request.url === '/xmlrpc' ? documents.xmlrpc : documents.soap;
    response.writeHead(200, { 'content-type': 'text/xml; charset=utf-8' }).end(document);
  });
});
const transports: Transport[] = [];

beforeAll(async () => {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  transports.push(
    soapTransport({ endpoint: `${origin}/soap`, wsdl: bundledWsdl('soap') }),
    soapUniversalTransport({ endpoint: `${origin}/soap` }),
    xmlrpcTransport({ endpoint: `${origin}/xmlrpc` }),
  );
});

afterAll(async () => {
  for (const transport of transports) await transport.close?.();
  await new Promise((resolve) => server.close(resolve));
});

function answerWith(soapType: string, soapText: string, xmlrpcValue: string): void {
  documents.soap = `<e:Envelope xmlns:e="http://schemas.xmlsoap.org/soap/envelope/" xmlns:i="http://www.w3.org/2001/XMLSchema-instance" xmlns:s="http://www.w3.org/2001/XMLSchema"><e:Body><getUserDataResponse><return><field i:type="s:${soapType}">${soapText}</field></return></getUserDataResponse></e:Body></e:Envelope>`;
  documents.xmlrpc = `<methodResponse xmlns:ex="http://ws.apache.org/xmlrpc/namespaces/extensions"><params><param><value><struct><member><name>field</name><value>${xmlrpcValue}</value></member></struct></value></param></params></methodResponse>`;
}

/** What each wire gives for the same answer. */
function answers(): Promise<unknown[]> {
  return Promise.all(
    transports.map(async (transport) => {
      const client = new EgoiClient({ apiKey: 'a'.repeat(40), transport });
      return client.getUserData();
    }),
  );
}

describe('every wire of XML gives one value for what other toolkits write', () => {
  test.each([
    ['text in base64', 'base64Binary', 'T2zDoQ==', '<base64>T2zDoQ==</base64>', 'Olá'],
    ['base64 in lines', 'base64Binary', 'T2zD\n oQ==', '<base64>T2zD\n oQ==</base64>', 'Olá'],
    ['a flag as a word', 'boolean', 'true', '<boolean>true</boolean>', true],
    ['no as a word', 'boolean', 'false', '<boolean>false</boolean>', false],
    ['a flag as a digit', 'boolean', '1', '<boolean>1</boolean>', true],
    ['a flag of nothing', 'boolean', '', '<boolean/>', ''],
    ['a number of nothing', 'int', '', '<int/>', ''],
    ['a fraction of nothing', 'double', '', '<double/>', ''],
    ['a long number', 'long', '2147483648', '<ex:i8>2147483648</ex:i8>', 2_147_483_648],
    ['a byte', 'byte', '-7', '<i1>-7</i1>', -7],
    ['a short float', 'float', '0.25', '<ex:float>0.25</ex:float>', 0.25],
    [
      'a moment',
      'dateTime',
      '2024-01-31T10:00:00',
      '<dateTime.iso8601>20240131T10:00:00</dateTime.iso8601>',
      '2024-01-31T10:00:00',
    ],
    [
      'a moment with dashes',
      'dateTime',
      '2024-01-31T10:00:00',
      '<dateTime.iso8601>2024-01-31T10:00:00</dateTime.iso8601>',
      '2024-01-31T10:00:00',
    ],
    [
      'a moment with zone and fraction',
      'dateTime',
      '2024-01-31T10:00:00.5+01:00',
      '<dateTime.iso8601>20240131T10:00:00.5+0100</dateTime.iso8601>',
      '2024-01-31T10:00:00.5+01:00',
    ],
  ])('%s', async (_what, soapType, soapText, xmlrpcValue, field) => {
    answerWith(soapType, soapText, xmlrpcValue);
    expect(await answers()).toStrictEqual([{ field }, { field }, { field }]);
  });
});

test.each([
  ['what is no base64', 'T2zDoQ='],
  ['bytes that are not UTF-8', '/w=='],
  ['a control character', 'YQBi'],
])('base64 that holds %s is a protocol error on every wire', async (_what, encoded) => {
  answerWith('base64Binary', encoded, `<base64>${encoded}</base64>`);
  for (const transport of transports) {
    const client = new EgoiClient({ apiKey: 'a'.repeat(40), transport });
    const failed = client.getUserData();
    await expect(failed).rejects.toThrow(EgoiProtocolError);
    await expect(failed).rejects.toThrow('a base64 value');
  }
});
