import { EgoiClient, EgoiPartialError, EgoiUnsupportedError, type Loss } from '@egoi-client/core';
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
let told: Loss[] = [];

afterEach(async () => {
  await client?.close();
  await service?.close();
});

async function clientOf(
  answer: (request: CameRequest, index: number) => ScriptedAnswer | undefined,
  options: V3TransportOptions = {},
): Promise<EgoiClient> {
  service = await scriptedService(answer);
  told = [];
  const transport = v3Transport({
    endpoint: service.url,
    importPollMs: 1,
    onLoss: (loss) => void told.push(loss),
    ...options,
  });
  client = new EgoiClient({ apiKey: 'a-key-of-the-account', transport });
  return client;
}

/** Gives the answers one after the other, and cuts the connection after the last. */
function clientWith(
  answers: readonly ScriptedAnswer[],
  options: V3TransportOptions = {},
): Promise<EgoiClient> {
  return clientOf((_, index) => answers[index], options);
}

function came(): string[] {
  return (service?.requests ?? []).map(({ method, url }) => `${method} ${url.split('?')[0]}`);
}

function failureOf(call: Promise<unknown>): Promise<unknown> {
  return call.then(
    () => 'no failure',
    (error: unknown) => error,
  );
}

function ok(body: object): ScriptedAnswer {
  return { status: 200, body };
}

const accepted: ScriptedAnswer = { status: 202, body: { result: 'success' } };

describe('getReport', () => {
  const campaign = (channel: string, status = 'sent'): ScriptedAnswer =>
    ok({ total_items: 1, items: [{ campaign_hash: 'a1B2c3', channel, status }] });

  test('of an SMS has what came of it, network by network', async () => {
    const asking = await clientWith([
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
    const names = told.map(({ name }) => name);
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
    const asking = await clientWith([campaign(channel), ok({ overall })]);
    expect(await asking.getReport({ campaign: 'a1B2c3' })).toEqual({ HASH: 'a1B2c3', ...figures });
    expect(came()[1]).toBe(`GET /reports/${channel.replace('_', '-')}/a1B2c3`);
    const names = told.map(({ name }) => name);
    expect(names.includes('VIEWS')).toBe(!('VIEWS' in figures));
  });

  test('adds up places and programs, and leaves out what has no name', async () => {
    const asking = await clientWith([
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
    const asking = await clientOf((_, index) =>
      index === 0 ? campaign('push') : ok({ overall: { sends: 9 } }),
    );
    await asking.getReport({ campaign: 'a1B2c3' });
    await asking.getReport({ campaign: 'a1B2c3' });
    expect(came()).toEqual([
      'GET /campaigns',
      'GET /reports/push/a1B2c3',
      'GET /reports/push/a1B2c3',
    ]);
  });

  test('of a campaign that was not sent has no data, until it is', async () => {
    const asking = await clientWith([
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
    const asking = await clientWith([answer]);
    const error = await failureOf(asking.getReport({ campaign: 'a1B2c3' }));
    expect(error).toMatchObject({ kind: 'api', code: 'CAMPAIGN_NOT_FOUND' });
  });

  test('of a channel without reports says where to look', async () => {
    const asking = await clientWith([campaign('smart_sms')]);
    const error = await failureOf(asking.getReport({ campaign: 'a1B2c3' }));
    expect(error).toBeInstanceOf(EgoiUnsupportedError);
    expect(String(error)).toMatch(/smart_sms.*pages of the service/);
  });

  test('is refused beforehand where no loss is fine, though only its answer shows it', async () => {
    const asking = await clientWith([campaign('email')], { losses: 'refuse' });
    const error = await failureOf(asking.getReport({ campaign: 'a1B2c3' }));
    expect(error).toBeInstanceOf(EgoiUnsupportedError);
    expect(came()).toEqual([]);
  });
});

describe('generateAdvancedReport', () => {
  const params = { template: 3, lists: [9] };
  const allowed = { allowLosses: ['generateAdvancedReport.lists'] };
  const reports = (...ids: readonly number[]): ScriptedAnswer =>
    ok({ total_items: ids.length, items: ids.map((id) => ({ advanced_report_id: id })) });

  test('is refused where the caller does not say that its choice may be lost', async () => {
    const asking = await clientWith([]);
    const error = await failureOf(asking.generateAdvancedReport(params));
    expect(error).toBeInstanceOf(EgoiUnsupportedError);
    expect(String(error)).toContain("allowLosses: ['generateAdvancedReport.lists']");
    expect(came()).toEqual([]);
  });

  test.each([
    ['the one that is new', [8, 7], { ID: 8 }, []],
    ['none where two are new', [9, 8, 7], {}, ['ID']],
    ['none where it is not listed yet', [7], {}, ['ID']],
  ])('answers %s', async (_, after, answer, lost) => {
    const asking = await clientWith([reports(7), accepted, reports(...after)], allowed);
    expect(await asking.generateAdvancedReport(params)).toEqual(answer);
    expect(service?.requests[1]?.body).toEqual({ model_id: 3 });
    expect(told.filter(({ kind }) => kind === 'field').map(({ name }) => name)).toEqual(lost);
  });

  test.each([
    [0, 'connection'],
    [1, 'connection'],
    [2, 'partial'],
  ])('cut at request %i ends as %s', async (cut, kind) => {
    const answers = [reports(7), accepted, reports(8, 7)];
    const asking = await clientWith(answers.slice(0, cut), allowed);
    const error = await failureOf(asking.generateAdvancedReport(params));
    expect(error).toMatchObject({ kind });
    if (kind === 'partial') {
      expect(error).toBeInstanceOf(EgoiPartialError);
      expect(error).toMatchObject({ done: ['the report'], retryable: false });
    }
  });

  test.each([
    [{ lists: [9] }, 'NO_TEMPLATE_PROVIDED'],
    [{ template: 3 }, 'NO_LISTS_OR_CAMPAIGNS_PROVIDED'],
    [{ template: 3, lists: '' }, 'NO_LISTS_PROVIDED'],
    [{ template: 3, lists: 'x' }, 'NO_LISTS_PROVIDED_AS_ARRAY'],
    [{ template: 3, campaigns: '' }, 'NO_CAMPAIGNS_PROVIDED'],
    [{ template: 3, campaigns: 'x' }, 'NO_CAMPAIGNS_PROVIDED_AS_ARRAY'],
  ])('%j is %s before anything is sent', async (wrong, code) => {
    const names = ['lists', 'campaigns'].map((name) => `generateAdvancedReport.${name}`);
    const asking = await clientWith([], { allowLosses: names });
    const error = await failureOf(asking.generateAdvancedReport(wrong));
    expect(error).toMatchObject({ kind: 'api', code });
    expect(came()).toEqual([]);
  });

  test.each([
    ['model_id', 'TEMPLATE_NOT_FOUND'],
    ['other', 'CANT_GENERATE_ADVANCED_REPORT'],
  ])('a refusal of %s is %s', async (member, code) => {
    const problem = problemAnswer(422, 'Unprocessable Entity', 'no', { [member]: ['wrong'] });
    const asking = await clientWith([reports(7), problem], allowed);
    const error = await failureOf(asking.generateAdvancedReport(params));
    expect(error).toMatchObject({ kind: 'api', code });
  });
});

test.each([
  ['queued', undefined],
  ['running', undefined],
  ['finished', [{ ID: '8', TITLE: 'All', STATUS: 'finished', FILE: 'https://f.example.com/8' }]],
])('getAdvancedReport of a %s report', async (status, rows) => {
  const report = { advanced_report_id: 8, title: 'All', status, file: 'https://f.example.com/8' };
  const asking = await clientWith([ok({ total_items: 1, items: [report] })]);
  const outcome = await asking
    .getAdvancedReport({ report: 8 })
    .catch(({ code }: { readonly code?: string }) => code);
  expect(outcome).toEqual(rows ?? 'NO_DATA');
});

describe('getFormsSubmissions', () => {
  const params = { listID: 9, formID: 4 };
  /** The report of the title that was asked for, as far as `status` says. */
  const answerBy =
    (statuses: readonly string[]) =>
    ({ url }: CameRequest, index: number): ScriptedAnswer | undefined => {
      if (index === 0) return accepted;
      const status = statuses[index - 1];
      const title = new URL(url, 'http://localhost').searchParams.get('title');
      const file = 'https://f.example.com/8';
      const found = { advanced_report_id: 8, title, status, file };
      const other = { advanced_report_id: 9, title: 'another', status: 'finished', file: 'other' };
      return status === undefined ? undefined : ok({ total_items: 2, items: [other, found] });
    };

  test('waits until the report is made, and answers where its file is', async () => {
    const asking = await clientOf(answerBy(['queued', 'running', 'finished']));
    expect(await asking.getFormsSubmissions(params)).toEqual([
      { FORM_ID: 4, FILE: 'https://f.example.com/8' },
    ]);
    expect(came()).toEqual([
      'POST /reports/advanced/form-answers',
      ...Array.from({ length: 3 }, () => 'GET /reports/advanced'),
    ]);
    expect(service?.requests[0]?.body).toMatchObject({ forms: [{ list_id: 9, forms: [4] }] });
  });

  test.each([
    ['is cut', ['queued']],
    ['is told that the service gave up', ['queued', 'error']],
  ])('that %s while it waits says that the report was begun', async (_, statuses) => {
    const asking = await clientOf(answerBy(statuses));
    const error = await failureOf(asking.getFormsSubmissions(params));
    expect(error).toBeInstanceOf(EgoiPartialError);
    expect(error).toMatchObject({
      done: [expect.stringContaining('Submissions of form 4')],
      missing: ['the wait for the report'],
      answer: [{ FORM_ID: '4' }],
    });
  });

  test('cut at its first request is not known', async () => {
    const asking = await clientOf(() => undefined);
    const error = await failureOf(asking.getFormsSubmissions(params));
    expect(error).toMatchObject({ kind: 'connection' });
  });

  test('that nobody allowed to wait longer is ended', async () => {
    const controller = new AbortController();
    const asking = await clientOf((request, index) => {
      if (index === 3) controller.abort();
      return answerBy(Array.from({ length: 100 }, () => 'queued'))(request, index);
    });
    const options = { signal: controller.signal };
    const error = await failureOf(asking.getFormsSubmissions(params, options));
    expect((error as { readonly kind: string }).kind).toMatch(/^(?:partial|aborted)$/);
  });
});

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
    const asking = await clientWith([]);
    const error = await failureOf(asking.editApiCallback(wanted));
    expect(error).toBeInstanceOf(EgoiUnsupportedError);
    expect(came()).toEqual([]);
  });

  test('makes the new webhook before the old one goes, and leaves those of others', async () => {
    const asking = await clientWith([known(old, ...others), made, gone], options);
    expect(await asking.editApiCallback(wanted)).toEqual({ RESULT: 'OK' });
    expect(came()).toEqual(['GET /webhooks', 'POST /webhooks', 'DELETE /webhooks/5']);
    expect(service?.requests[1]?.body).toEqual({ list_id: 9, url, actions: ['subscription'] });
    expect(told.map(({ name }) => name)).toEqual(['callback_url', 'notif_api_9']);
  });

  test('leaves a webhook that is as it is wanted', async () => {
    const asking = await clientWith([known({ ...old, actions: ['subscription'] })], options);
    expect(await asking.editApiCallback(wanted)).toEqual({ RESULT: 'OK' });
    expect(came()).toEqual(['GET /webhooks']);
  });

  test('deletes alone where every event is switched off', async () => {
    const asking = await clientWith([known(old), gone], options);
    await asking.editApiCallback({ listID: 9, callback_url: url, notif_api_9: 0 });
    expect(came()).toEqual(['GET /webhooks', 'DELETE /webhooks/5']);
  });

  test('takes a webhook that is gone already for deleted', async () => {
    const missing = problemAnswer(404, 'NotFound', 'no such webhook');
    const asking = await clientWith([known(old), made, missing], options);
    expect(await asking.editApiCallback(wanted)).toEqual({ RESULT: 'OK' });
  });

  test('says which events API v3 has not, where they are asked for', async () => {
    const asking = await clientWith([known(), made], options);
    await asking.editApiCallback({ listID: 9, callback_url: url });
    expect(told.map(({ name }) => name)).toEqual(['callback_url', 'notif_api_6', 'notif_api_11']);
    expect(service?.requests[1]?.body).toMatchObject({
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
    [0, 'connection', undefined],
    [1, 'connection', undefined],
    [2, 'partial', ['deletion of webhook 5']],
  ])('cut at request %i ends as %s', async (cut, kind, missing) => {
    const asking = await clientWith([known(old), made, gone].slice(0, cut), options);
    const error = await failureOf(asking.editApiCallback(wanted));
    expect(error).toMatchObject({ kind, ...(missing === undefined ? {} : { missing }) });
  });

  test.each([
    ['url', 'INVALID_URL'],
    ['list_id', 'LIST_NOT_FOUND'],
  ])('a refusal of %s is %s', async (member, code) => {
    const problem = problemAnswer(422, 'Unprocessable Entity', 'no', { [member]: ['wrong'] });
    const asking = await clientWith([known(), problem], options);
    const error = await failureOf(asking.editApiCallback(wanted));
    expect(error).toMatchObject({ kind: 'api', code });
  });

  test('an address that no POST can go to is refused before anything is sent', async () => {
    const asking = await clientWith([], options);
    const error = await failureOf(
      asking.editApiCallback({ ...wanted, callback_url: 'javascript:alert(1)' }),
    );
    expect(error).toMatchObject({ kind: 'api', code: 'INVALID_URL' });
    expect(came()).toEqual([]);
  });
});
