import { EgoiUnsupportedError } from '@egoi-client/core';
import { describe, expect, test } from '@jest/globals';
import { failureOf, ok, scriptedClients } from './support/scripted-clients.ts';
import { problemAnswer, type ScriptedAnswer } from './support/scripted-service.ts';

const scripted = scriptedClients();

describe('editApiCallback', () => {
  const url = 'https://example.com/hook';
  const options = { allowLosses: ['editApiCallback.callback_url'] };
  const old = { webhook_id: 5, list_id: 9, url, actions: ['unsubscribe'] };
  const others = [
    { ...old, webhook_id: 6, list_id: 10 },
    { ...old, webhook_id: 7, url: 'https://example.com/other' },
  ];
  const known = (...items: readonly object[]): ScriptedAnswer =>
    ok({ total_items: items.length, items });
  const made = ok({ ...old, webhook_id: 8, actions: ['subscription'] });
  const gone: ScriptedAnswer = { status: 204 };
  const wanted = { listID: 9, callback_url: url, notif_api_9: 1 } as const;

  test('is refused where the caller does not say that the receiver reads JSON', async () => {
    const asking = await scripted.clientWith([]);
    const error = await failureOf(asking.editApiCallback(wanted));
    expect(error).toBeInstanceOf(EgoiUnsupportedError);
    expect(scripted.came).toEqual([]);
  });

  test('makes the new webhook before the old one goes, and leaves those of others', async () => {
    const asking = await scripted.clientWith([known(old, ...others), made, gone], options);
    expect(await asking.editApiCallback(wanted)).toEqual({ RESULT: 'OK' });
    expect(scripted.came).toEqual(['GET /webhooks', 'POST /webhooks', 'DELETE /webhooks/5']);
    expect(scripted.requests[1]?.body).toEqual({ list_id: 9, url, actions: ['subscription'] });
    expect(scripted.told.map(({ name }) => name)).toEqual(['callback_url', 'notif_api_9']);
  });

  test('leaves a webhook that is as it is wanted', async () => {
    const asking = await scripted.clientWith(
      [known({ ...old, actions: ['subscription'] })],
      options,
    );
    expect(await asking.editApiCallback(wanted)).toEqual({ RESULT: 'OK' });
    expect(scripted.came).toEqual(['GET /webhooks']);
  });

  test('deletes alone where every event is switched off', async () => {
    const asking = await scripted.clientWith([known(old), gone], options);
    await asking.editApiCallback({ listID: 9, callback_url: url, notif_api_9: 0 });
    expect(scripted.came).toEqual(['GET /webhooks', 'DELETE /webhooks/5']);
  });

  test('takes a webhook that is gone already for deleted', async () => {
    const missing = problemAnswer(404, 'NotFound', 'no such webhook');
    const asking = await scripted.clientWith([known(old), made, missing], options);
    expect(await asking.editApiCallback(wanted)).toEqual({ RESULT: 'OK' });
  });

  test('says which events API v3 has not, where they are asked for', async () => {
    const asking = await scripted.clientWith([known(), made], options);
    await asking.editApiCallback({ listID: 9, callback_url: url });
    expect(scripted.told.map(({ name }) => name)).toEqual([
      'callback_url',
      'notif_api_6',
      'notif_api_11',
    ]);
    expect(scripted.requests[1]?.body).toMatchObject({
      actions: [
        'subscription',
        'unsubscribe',
        'double_optin',
        'edit_subscription',
        'resubscription',
      ],
    });
  });

  test.each([
    [0, { kind: 'connection', delivery: 'not_sent' }],
    [1, { kind: 'connection', delivery: 'unknown' }],
    [2, { kind: 'partial', done: ['the webhook'], unknown: ['deletion of webhook 5'] }],
  ])('cut at request %i ends as %j', async (cut, expected) => {
    const asking = await scripted.clientWith([known(old), made, gone].slice(0, cut), options);
    const error = await failureOf(asking.editApiCallback(wanted));
    expect(error).toMatchObject(expected);
  });

  test.each([
    ['url', 'INVALID_URL'],
    ['list_id', 'LIST_NOT_FOUND'],
  ])('a refusal of %s is %s', async (member, code) => {
    const problem = problemAnswer(422, 'Unprocessable Entity', 'no', { [member]: ['wrong'] });
    const asking = await scripted.clientWith([known(), problem], options);
    const error = await failureOf(asking.editApiCallback(wanted));
    expect(error).toMatchObject({ kind: 'api', code });
  });

  test('an address that no POST can go to is refused before anything is sent', async () => {
    const asking = await scripted.clientWith([], options);
    const error = await failureOf(
      asking.editApiCallback({ ...wanted, callback_url: 'javascript:alert(1)' }),
    );
    expect(error).toMatchObject({ kind: 'api', code: 'INVALID_URL' });
    expect(scripted.came).toEqual([]);
  });
});
