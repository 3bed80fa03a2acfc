import { EgoiUnsupportedError } from '@egoi-client/core';
import { describe, expect, test } from '@jest/globals';
import { failureOf, ok, scriptedClients } from './support/scripted-clients.ts';
import { type ScriptedAnswer } from './support/scripted-service.ts';

const scripted = scriptedClients();

describe('getReport', () => {
  const campaign = (channel: string, status = 'sent'): ScriptedAnswer =>
    ok({ total_items: 1, items: [{ campaign_hash: 'a1B2c3', channel, status }] });

  test('of an SMS has what came of it, network by network', async () => {
    const asking = await scripted.clientWith([
      campaign('sms'),
      ok({
        overall: { destinations: 9, sends: 9, delivered: 5, error: 2, invalid: 1, pending: 1 },
        networks: [{ network: 'One', sends: 9, delivered: 5, error: 2, invalid: 1, pending: 1 }],
      }),
    ]);
    expect(await asking.getReport({ campaign: 'a1B2c3' })).toEqual({
      HASH: 'a1B2c3',
      SENT: 9,
      DELIVERED: 5,
      NOT_DELIVERED: 4,
      INVALID: 1,
      NETWORKS: [{ name: 'One', sent: 9, sent_errors: 2 }],
    });
    const names = scripted.told.map(({ name }) => name);
    expect(names).toEqual(expect.arrayContaining(['VIEWS', 'NETWORKS', 'NOT_DELIVERED']));
  });

  test.each([
    ['voice', { sends: 9, delivered: 5 }, { SENT: 9 }],
    ['push', { sends: 9, opens: 4, bounces: 1 }, { SENT: 9, VIEWS: 4, RETURNED: 1 }],
    [
      'web_push',
      { sends: 9, opens: 4, clicks: 2, bounces: 1 },
      { SENT: 9, VIEWS: 4, RETURNED: 1, CLICKS_RATE: 0.5 },
    ],
  ])('of %s has what API v3 tells of it', async (channel, overall, figures) => {
    const asking = await scripted.clientWith([campaign(channel), ok({ overall })]);
    expect(await asking.getReport({ campaign: 'a1B2c3' })).toEqual({ HASH: 'a1B2c3', ...figures });
    expect(scripted.came[1]).toBe(`GET /reports/${channel.replace('_', '-')}/a1B2c3`);
    const names = scripted.told.map(({ name }) => name);
    expect(names.includes('VIEWS')).toBe(!('VIEWS' in figures));
  });

  test('adds up places and programs, and leaves out what has no name', async () => {
    const asking = await scripted.clientWith([
      campaign('email'),
      ok({
        overall: { sends: 9, opens: 6 },
        location: [
          { location: 'Lyon', country: 'France', opens: 1 },
          { location: 'Porto', country: 'Portugal', opens: 2 },
          { location: 'Braga', country: 'Portugal', opens: 2 },
          { location: '', country: '', opens: 1 },
        ],
        reader: [
          { reader: 'One', type: 'Email client', opens: 1 },
          { reader: 'One', type: 'Email client', opens: 2 },
          { reader: '', type: 'mobile', opens: 2 },
        ],
      }),
    ]);
    expect(await asking.getReport({ campaign: 'a1B2c3' })).toEqual({
      HASH: 'a1B2c3',
      SENT: 9,
      VIEWS: 6,
      PROGRAMS_TOTALS: { email_client: { One: 3 } },
      TOP_COUNTRY: [
        { name: 'Portugal', count: 4 },
        { name: 'France', count: 1 },
      ],
      TOP_CITY: [
        { name: 'Porto', count: 2 },
        { name: 'Braga', count: 2 },
        { name: 'Lyon', count: 1 },
      ],
      TOTAL_COUNTRY: 2,
      TOTAL_CITY: 3,
    });
  });

  test('asks for the channel of a campaign that was sent once', async () => {
    const asking = await scripted.clientOf((_, index) =>
      index === 0 ? campaign('push') : ok({ overall: { sends: 9 } }),
    );
    await asking.getReport({ campaign: 'a1B2c3' });
    await asking.getReport({ campaign: 'a1B2c3' });
    expect(scripted.came).toEqual([
      'GET /campaigns',
      'GET /reports/push/a1B2c3',
      'GET /reports/push/a1B2c3',
    ]);
  });

  test('of a campaign that was not sent has no data, until it is', async () => {
    const asking = await scripted.clientWith([
      campaign('push', 'draft'),
      ok({ overall: { sends: 0 } }),
      campaign('push'),
      ok({ overall: { sends: 0 } }),
    ]);
    const error = await failureOf(asking.getReport({ campaign: 'a1B2c3' }));
    expect(error).toMatchObject({ kind: 'api', code: 'NO_DATA' });
    expect(await asking.getReport({ campaign: 'a1B2c3' })).toMatchObject({ SENT: 0 });
  });

  test.each([
    ['none', ok({ total_items: 0, items: [] })],
    ['another', ok({ total_items: 1, items: [{ campaign_hash: 'other', channel: 'email' }] })],
  ])('does not find a campaign where the service finds %s', async (_, answer) => {
    const asking = await scripted.clientWith([answer]);
    const error = await failureOf(asking.getReport({ campaign: 'a1B2c3' }));
    expect(error).toMatchObject({ kind: 'api', code: 'CAMPAIGN_NOT_FOUND' });
  });

  test('of a channel without reports says where to look', async () => {
    const asking = await scripted.clientWith([campaign('smart_sms')]);
    const error = await failureOf(asking.getReport({ campaign: 'a1B2c3' }));
    expect(error).toBeInstanceOf(EgoiUnsupportedError);
    expect(String(error)).toMatch(/smart_sms.*pages of the service/);
  });

  test('is refused beforehand where no loss is fine, though only its answer shows it', async () => {
    const asking = await scripted.clientWith([campaign('email')], { losses: 'refuse' });
    const error = await failureOf(asking.getReport({ campaign: 'a1B2c3' }));
    expect(error).toBeInstanceOf(EgoiUnsupportedError);
    expect(scripted.came).toEqual([]);
  });
});
