import { EgoiConfigError, type EgoiClient } from '@egoi-client/core';
import type { V3TransportOptions } from '@egoi-client/transport-v3';
import { describe, expect, test } from '@jest/globals';
import { scriptedClients } from './support/scripted-clients.ts';

const scripted = scriptedClients();

/** An account in which API v3 leaves it open who is meant. */
const answers: Readonly<Record<string, unknown>> = {
  '/my-account': { general_info: { client_id: 7 } },
  '/users': { items: [3, 4].map((user_id) => ({ user_id, status: 'active' })) },
  '/automations/7/actions': { items: [20, 21].map((action_id) => ({ action_id, parent_id: 0 })) },
  '/senders/phone': {
    items: [3, 4].map((sender_id) => ({ sender_id, phone: `351-21234567${sender_id}` })),
  },
};

function answered(options: V3TransportOptions): Promise<EgoiClient> {
  return scripted.clientOf(({ url }) => {
    const body = answers[url.split('?')[0] ?? ''];
    return body === undefined ? undefined : { status: 200, body };
  }, options);
}

const startAutobot = (client: EgoiClient) =>
  client.startAutobot({ autobot: 7, listID: 9, subscriber: '6c66c8cc9d' });

const createCampaignVoice = (client: EgoiClient) =>
  client.createCampaignVoice({ listID: 9, subject: 'Call', file: 'SUQz' });

describe('what only the user knows is asked for by the name of its option, and nothing is written', () => {
  test.each<
    [keyof V3TransportOptions, V3TransportOptions, (client: EgoiClient) => Promise<unknown>]
  >([
    ['userId', {}, (client) => client.getUserData()],
    ['userId', { userId: 5 }, (client) => client.getUserData()],
    ['automationActions', {}, startAutobot],
    ['automationActions', { automationActions: { 8: 20 } }, startAutobot],
    ['voiceSenderId', {}, createCampaignVoice],
  ])('%s, with the options %j', async (option, options, call) => {
    const error = await call(await answered(options)).catch((reason: unknown) => reason);
    expect(error).toBeInstanceOf(EgoiConfigError);
    expect(String(error)).toContain(`option ${option}`);
    expect(new Set(scripted.requests.map(({ method }) => method))).toEqual(new Set(['GET']));
  });
});
