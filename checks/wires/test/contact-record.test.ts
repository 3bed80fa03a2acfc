import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { EgoiClient } from '@egoi-client/core';
import { createGateway } from '@egoi-client/gateway';
import { sandboxApiKey, sandboxTransport } from '@egoi-client/sandbox';
import * as soap from '@egoi-client/soap-encoding';
import { describe, expect, test } from '@jest/globals';
import { connectInMemory, wires } from '@egoi-client/conformance/support/targets';

/** The fields of a contact as the service was recorded to answer them. */
const recordedOrder = readFileSync(
  join(__dirname, '../../../packages/sandbox/test/golden/contact-fields.txt'),
  'utf8',
)
  .trimEnd()
  .split('\n');

const account = () =>
  sandboxTransport({ contacts: 1, now: () => new Date('2025-03-04T05:06:07Z') });

describe('a contact', () => {
  test.each(wires.map((wire) => [wire.name, wire] as const))(
    'has its fields in the recorded order over %s, with a moment, a status and counters',
    async (_name, wire) => {
      const target = await connectInMemory(wire, account());
      const client = new EgoiClient({ apiKey: sandboxApiKey, transport: target.transport });
      const page = { listID: 1, subscriber: 'all_subscribers' } as const;
      const [contact] = (await client.subscriberData(page)).subscriber;
      expect(Object.keys(contact ?? {})).toEqual(recordedOrder);
      expect(contact).toMatchObject({
        ADD_DATE: '2025-03-04 05:06:07',
        LANGUAGE: 'en',
        BIRTH_DATE: null,
        STATUS: 1,
        FAX_SENT: 0,
        VOICE_CALLS_SENT: 0,
        VOICE_CALLS_ANSWERED: 0,
        MMS_SENT: 0,
      });
      await target.close();
    },
  );

  test('is text in SOAP, but for its status, which is an integer', async () => {
    const sandbox = account();
    const options = {
      apikey: sandboxApiKey,
      listID: 1,
      subscriber: 'contact0000001@example.com',
    };
    const { namespace } = soap.soapServices.soap;
    const call = soap.encodeCall({ namespace, method: 'subscriberData', options });
    const { body } = await createGateway(sandbox).handle({
      method: 'POST',
      url: '/v2/soap.php',
      headers: { host: 'gateway.test', 'content-type': 'text/xml; charset=utf-8' },
      body: new TextEncoder().encode(call),
      signal: new AbortController().signal,
      origin: 'http://gateway.test',
    });
    const document = typeof body === 'string' ? body : new TextDecoder().decode(body);
    const items = [
      ...document.matchAll(/<key[^>]*>([A-Z_]+)<\/key><value xsi:type="xsd:(\w+)"/g),
    ].map(([, name, type]) => [name, type]);
    expect(items).toEqual(
      recordedOrder.map((name) => [name, name === 'STATUS' ? 'int' : 'string']),
    );
    await sandbox.close();
  });
});
