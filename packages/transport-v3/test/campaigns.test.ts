import { EgoiPartialError } from '@egoi-client/core';
import { describe, expect, test } from '@jest/globals';
import { failureOf, scriptedClients } from './support/scripted-clients.ts';
import { problemAnswer, type ScriptedAnswer } from './support/scripted-service.ts';

const scripted = scriptedClients();

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
    ['is cut while it is sent', () => undefined, { unknown: ['send 1 of 1'] }, 2],
    [
      'is refused and cannot be taken back',
      () => problemAnswer(422, 'Unprocessable Entity', 'no', { list_id: ['no'] }),
      { missing: ['send 1 of 1'] },
      3,
    ],
  ])('that %s leaves the campaign, and says so', async (_what, answer, told, requests) => {
    const asking = await scripted.clientOf((_, index) => (index === 0 ? made : answer()));
    const error = await failureOf(asking.sendSMS(sms));
    expect(error).toBeInstanceOf(EgoiPartialError);
    expect(error).toMatchObject({
      done: ['campaign a1B2c3'],
      ...told,
      answer: { ID: 'a1B2c3', CAMPAIGN: 'a1B2c3' },
      retryable: false,
    });
    expect(scripted.requests).toHaveLength(requests);
    expect(JSON.stringify(error)).not.toContain('912345678');
  });

  test('that is cut while its campaign is made is not known to be done', async () => {
    const asking = await scripted.clientOf(() => undefined);
    await expect(asking.sendSMS(sms)).rejects.toMatchObject({ delivery: 'unknown' });
  });
});

describe('the sender of a voice campaign', () => {
  const call = { listID: 9, subject: 'Call', file: 'SUQz' };

  test.each([
    [{ voiceSenderId: 4 }, {}],
    [{}, { fromID: '4' }],
  ])('is that of %j and %j without a look', async (options, params) => {
    const asking = await scripted.clientOf(() => made, options);
    expect(await asking.createCampaignVoice({ ...call, ...params })).toEqual({ ID: 'a1B2c3' });
    expect(scripted.requests[0]?.body).toMatchObject({ sender_id: 4 });
  });
});
