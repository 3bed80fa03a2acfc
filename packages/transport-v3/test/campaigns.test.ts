import { EgoiClient, EgoiConfigError, EgoiPartialError } from '@egoi-client/core';
import { v3Transport, type V3TransportOptions } from '@egoi-client/transport-v3';
import { afterEach, describe, expect, test } from '@jest/globals';
import {
  type CameRequest,
  problemAnswer,
  type ScriptedAnswer,
  type ScriptedService,
  scriptedService,
} from './support/scripted-service.ts';

let service: ScriptedService | undefined;
let client: EgoiClient | undefined;

afterEach(async () => {
  await client?.close();
  await service?.close();
});

async function clientOf(
  answer: (request: CameRequest, index: number) => ScriptedAnswer | undefined,
  options: V3TransportOptions = {},
): Promise<EgoiClient> {
  service = await scriptedService(answer);
  const transport = v3Transport({ endpoint: service.url, ...options });
  client = new EgoiClient({ apiKey: 'a-key-of-the-account', transport });
  return client;
}

const made: ScriptedAnswer = { status: 201, body: { campaign_hash: 'a1B2c3' } };

describe('an SMS without a campaign', () => {
  const sms = {
    listID: 9,
    subject: 'Sale',
    fromID: '7',
    message: 'Hello',
    cellphone: '351-912345678',
  };

  test.each([
    ['is cut while it is sent', () => undefined, 2],
    [
      'is refused and cannot be taken back',
      () => problemAnswer(422, 'Unprocessable Entity', 'no', { data: ['no'] }),
      3,
    ],
  ])('that %s leaves the campaign, and says so', async (_what, answer, requests) => {
    const asking = await clientOf((_, index) => (index === 0 ? made : answer()));
    const error: unknown = await asking.sendSMS(sms).catch((reason: unknown) => reason);
    expect(error).toBeInstanceOf(EgoiPartialError);
    expect(error).toMatchObject({
      done: ['campaign a1B2c3'],
      missing: ['send 1 of 1'],
      answer: { ID: 'a1B2c3', CAMPAIGN: 'a1B2c3' },
      retryable: false,
    });
    expect(service?.requests).toHaveLength(requests);
    expect(JSON.stringify(error)).not.toContain('912345678');
  });

  test('that is cut while its campaign is made is not known to be done', async () => {
    const asking = await clientOf(() => undefined);
    await expect(asking.sendSMS(sms)).rejects.toMatchObject({ delivery: 'unknown' });
  });
});

describe('the sender of a voice campaign', () => {
  const call = { listID: 9, subject: 'Call', file: 'SUQz' };
  const senders = {
    items: [3, 4].map((sender_id) => ({ sender_id, phone: `351-21234567${sender_id}` })),
  };

  test('is asked of the user where the account has several', async () => {
    const asking = await clientOf(() => ({ status: 200, body: senders }));
    const error: unknown = await asking
      .createCampaignVoice(call)
      .catch((reason: unknown) => reason);
    expect(error).toBeInstanceOf(EgoiConfigError);
    expect(String(error)).toContain('voiceSenderId');
    expect(service?.requests.map(({ method }) => method)).toEqual(['GET']);
  });

  test.each([
    [{ voiceSenderId: 4 }, {}],
    [{}, { fromID: '4' }],
  ])('is that of %j and %j without a look', async (options, params) => {
    const asking = await clientOf(() => made, options);
    expect(await asking.createCampaignVoice({ ...call, ...params })).toEqual({ ID: 'a1B2c3' });
    expect(service?.requests[0]?.body).toMatchObject({ sender_id: 4 });
  });
});
