import { decodeAnswer as decodeSoap } from '@egoi-client/soap-encoding';
import { decodeAnswer as decodeRest } from '@egoi-client/transport-rest/codec';
import { decodeAnswer as decodeXmlrpc } from '@egoi-client/transport-xmlrpc/codec';
import { createGateway } from '@egoi-client/gateway';
import type { WireAnswer } from '@egoi-client/core/wire';
import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { answering } from './support/serving.ts';
import { bodyOf, endpoints, post } from './support/requests.ts';

const settings = { seed: 20251202, numRuns: 200 };
const decoders: Readonly<Record<string, (text: string) => WireAnswer>> = {
  soap: (text) => decodeSoap(text, 'x'),
  'soap-universal': (text) => decodeSoap(text, 'x'),
  xmlrpc: decodeXmlrpc,
  rest: (text) =>
    decodeRest(text, {
      method: 'x',
      format: text.startsWith('<') ? 'xml' : 'json',
      expectsList: false,
    }),
};

test.each(endpoints)(
  'whatever is posted to $path, the answer is one of its protocol',
  async (endpoint) => {
    const gateway = createGateway(answering('OK'));
    const call = endpoint.write('x');
    const bytes = fc.oneof(
      fc.uint8Array({ maxLength: 200 }),
      fc.string({ unit: 'binary', maxLength: 200 }).map((text) => Buffer.from(text)),
      // Calls in which something was cut out and something else put in.
      fc
        .tuple(fc.nat(call.length), fc.nat(20), fc.string({ unit: 'binary', maxLength: 20 }))
        .map(([at, cut, put]) => Buffer.from(call.slice(0, at) + put + call.slice(at + cut))),
    );
    await fc.assert(
      fc.asyncProperty(
        bytes,
        fc.constantFrom('', '; charset=iso-8859-1'),
        async (body, charset) => {
          const type = endpoint.id === 'rest' ? 'application/x-www-form-urlencoded' : 'text/xml';
          const reply = await gateway.handle(
            post(endpoint.path, body, { 'content-type': type + charset }),
          );
          expect([200, 400, 404, 500]).toContain(reply.status);
          const answer = decoders[endpoint.id]?.(bodyOf(reply));
          if (answer !== undefined && 'fault' in answer) {
            expect(answer.fault.faultString).not.toContain('internal error');
          } else {
            expect(answer).toEqual({ value: 'OK' });
          }
        },
      ),
      settings,
    );
  },
);

test('whatever is asked, there is an answer', async () => {
  const gateway = createGateway(answering('OK'));
  const paths = endpoints.map(({ path }) => path);
  const request = fc.record({
    method: fc.constantFrom('GET', 'POST', 'HEAD', 'PUT', ''),
    url: fc
      .tuple(fc.constantFrom(...paths, ''), fc.string({ unit: 'binary', maxLength: 40 }))
      .map(([path, rest]) => `${path}?${rest}`),
    headers: fc.dictionary(
      fc.constantFrom('host', 'content-type', 'content-length', 'content-encoding'),
      fc.string({ unit: 'binary', maxLength: 40 }),
    ),
    body: fc.uint8Array({ maxLength: 50 }),
  });
  await fc.assert(
    fc.asyncProperty(request, async (asked) => {
      const { status, headers, body } = await gateway.handle(asked);
      expect(status).toBeGreaterThanOrEqual(200);
      expect(headers['content-length']).toBe(String(Buffer.byteLength(body)));
    }),
    settings,
  );
});
