import { EgoiFaultError } from '@egoi-client/core';
import { scriptedTransport } from '@egoi-client/core/testing';
import { createGateway } from '@egoi-client/gateway';
import { decodeAnswer } from '@egoi-client/soap-encoding';
import { describe, expect, test } from '@jest/globals';
import { bodyOf, endpoints, post, soapCall } from './support/requests.ts';

const envelope = 'http://www.w3.org/2003/05/soap-envelope';
const types = {
  'content-type': `application/soap+xml; charset=utf-8; action="http://api.e-goi.com/v2/soap.php#getLists"`,
};

function soap12Call(method: string): string {
  return soapCall(method)
    .replaceAll('SOAP-ENV', 'env')
    .replace('http://schemas.xmlsoap.org/soap/envelope/', envelope);
}

describe.each(endpoints.filter(({ id }) => id.startsWith('soap')))(
  'SOAP 1.2 over $id',
  ({ path }) => {
    test('an answer has the version of its call', async () => {
      const value = { rows: ['a', 'b'], none: [], nothing: null };
      const gateway = createGateway(scriptedTransport([{ value }, { value }]));
      const reply = await gateway.handle(post(path, soap12Call('getLists'), types));
      expect(reply.status).toBe(200);
      expect(reply.headers['content-type']).toBe('application/soap+xml; charset=utf-8');
      expect(bodyOf(reply)).toContain(`<env:Envelope xmlns:env="${envelope}"`);
      expect(bodyOf(reply)).not.toContain('schemas.xmlsoap.org');
      expect(decodeAnswer(bodyOf(reply), 'getLists')).toStrictEqual({ value });

      const older = await gateway.handle(post(path, soapCall('getLists'), types));
      expect(older.headers['content-type']).toBe('text/xml; charset=utf-8');
      expect(bodyOf(older)).toContain('<SOAP-ENV:Envelope');
    });

    test.each([
      ['a method that is not there', [], 'env:Receiver', "Function 'doIt' doesn't exist"],
      [
        'a fault of the client',
        [{ error: new EgoiFaultError({ faultCode: 'SOAP-ENV:Client', faultString: 'no' }, {}) }],
        'env:Sender',
        'no',
      ],
      [
        'a fault that has a number',
        [{ error: new EgoiFaultError({ faultCode: '17', faultString: 'no' }, {}) }],
        'env:Receiver',
        'no',
      ],
    ])('%s is a fault of SOAP 1.2', async (_what, replies, faultCode, faultString) => {
      const gateway = createGateway(scriptedTransport(replies));
      const reply = await gateway.handle(post(path, soap12Call('doIt'), types));
      expect(reply.status).toBe(500);
      expect(reply.headers['content-type']).toBe('application/soap+xml; charset=utf-8');
      expect(decodeAnswer(bodyOf(reply))).toStrictEqual({ fault: { faultCode, faultString } });
    });

    test.each([
      ['what is no envelope', 'hello', {}, 500],
      ['a body that is compressed', 'hello', { 'content-encoding': 'gzip' }, 415],
      ['a body that is too large', 'x'.repeat(2000), {}, 413],
    ])('%s is refused in the version of its media type', async (_what, body, headers, status) => {
      const gateway = createGateway(scriptedTransport([]), { maxBodyBytes: 1024 });
      const reply = await gateway.handle(post(path, body, { ...types, ...headers }));
      expect(reply.status).toBe(status);
      expect(decodeAnswer(bodyOf(reply))).toMatchObject({
        fault: { faultCode: status === 500 ? 'env:Sender' : expect.stringMatching(/^env:/) },
      });
    });
  },
);
