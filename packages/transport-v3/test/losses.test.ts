import {
  allMethods,
  EgoiClient,
  EgoiConfigError,
  EgoiUnsupportedError,
  type Loss,
} from '@egoi-client/core';
import {
  lossesOf,
  translations,
  v3Transport,
  type V3TransportOptions,
} from '@egoi-client/transport-v3';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { type ScriptedService, scriptedService } from './support/scripted-service.ts';

let service: ScriptedService;
let clients: EgoiClient[] = [];

beforeEach(async () => {
  service = await scriptedService(() => ({ status: 201, body: { contact_id: '34b7624024' } }));
});

afterEach(async () => {
  for (const client of clients) await client.close();
  clients = [];
  await service.close();
});

function clientWith(options: V3TransportOptions = {}): EgoiClient {
  const transport = v3Transport({ endpoint: service.url, ...options });
  const client = new EgoiClient({ apiKey: 'a-key-of-the-account', transport });
  clients.push(client);
  return client;
}

const ana = { listID: 9, email: 'ana@example.com' } as const;

describe('what changes who is contacted or what is kept', () => {
  test.each([
    ['status', { ...ana, status: 0 }],
    ['status', { ...ana, status: 3 }],
    ['validate_email', { ...ana, validate_email: 2 }],
    ['fax', { ...ana, fax: '351-212345678' }],
  ] as const)('%s is refused before anything is sent', async (name, params) => {
    const error = await clientWith()
      .addSubscriber(params)
      .catch((reason: unknown) => reason);
    expect(error).toBeInstanceOf(EgoiUnsupportedError);
    expect(error).toMatchObject({ unallowedLoss: name });
    expect(String(error)).toContain(`allowLosses: ['addSubscriber.${name}']`);
    expect(service.requests).toEqual([]);
  });

  test('goes on where the caller allows it by name, and is told', async () => {
    const told: Loss[] = [];
    const client = clientWith({
      allowLosses: ['addSubscriber.status'],
      onLoss: (loss) => void told.push(loss),
    });
    expect(await client.addSubscriber({ ...ana, status: 0 })).toMatchObject({ STATUS: 0 });
    expect(service.requests[0]?.body).toEqual({
      base: { email: 'ana@example.com', status: 'unconfirmed' },
    });
    expect(told).toContainEqual(expect.objectContaining({ kind: 'approximate', name: 'status' }));
  });
});

test('every loss is refused where the caller wants none but those that are named', async () => {
  const names = lossesOf('addSubscriber').map(({ name }) => `addSubscriber.${name}`);
  const allowed = names.filter((name) => name !== 'addSubscriber.ADD_DATE');
  const error = await clientWith({ losses: 'refuse', allowLosses: allowed })
    .addSubscriber(ana)
    .catch((reason: unknown) => reason);
  expect(error).toBeInstanceOf(EgoiUnsupportedError);
  expect(String(error)).toContain("'ADD_DATE'");
  expect(service.requests).toEqual([]);
});

test('a loss that no method has is no option', () => {
  expect(() => v3Transport({ allowLosses: ['addSubscriber.validate_emial'] })).toThrow(
    EgoiConfigError,
  );
  expect(() => v3Transport({ allowLosses: ['addSubscriber.validate_emial'] })).toThrow(
    /did you mean addSubscriber\.validate_email/,
  );
});

test.each([
  ['endpoint', { endpoint: 'api.egoiapp.com' }],
  ['endpoint', { endpoint: 'https://api.egoiapp.com?x=1' }],
  ['phonePrefix', { phonePrefix: '+351' }],
  ['userId', { userId: 0 }],
  ['voiceSenderId', { voiceSenderId: 'first' }],
  ['pageSize', { pageSize: 1001 }],
  ['automationActions', { automationActions: { 7: 'first' } }],
  ['imports', { imports: 'now' }],
  ['listDetails', { listDetails: ['all'] }],
  ['losses', { losses: 'ignore' }],
  ['whenPartly', { whenPartly: 'pass' }],
])('a wrong %s is named', (name, options) => {
  expect(() => v3Transport(options as V3TransportOptions)).toThrow(EgoiConfigError);
  expect(() => v3Transport(options as V3TransportOptions)).toThrow(new RegExp(name));
});

test('every method of the catalogue has an entry, and a refused one says why and what to do', async () => {
  const client = clientWith();
  expect(translations().map(({ method }) => method)).toEqual(allMethods().map(({ name }) => name));
  for (const { method: name, translation } of translations()) {
    if (translation.verdict !== 'refused') {
      expect([name, translation.operations.length > 0]).toEqual([name, true]);
      continue;
    }
    const params = { listID: 1 };
    const error: unknown = await client.call(name, params).catch((reason: unknown) => reason);
    if ((error as { readonly kind?: string }).kind === 'input') continue;
    expect(error).toBeInstanceOf(EgoiUnsupportedError);
    expect(String(error)).toContain(translation.reason);
    expect(String(error)).toContain(translation.wayOut);
  }
  expect(service.requests).toEqual([]);
});
