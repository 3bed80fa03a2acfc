import { EgoiPartialError, EgoiUnsupportedError } from '@egoi-client/core';
import { describe, expect, test } from '@jest/globals';
import { failureOf, ok, scriptedClients } from './support/scripted-clients.ts';
import {
  type CameRequest,
  problemAnswer,
  type ScriptedAnswer,
} from './support/scripted-service.ts';

const scripted = scriptedClients();

const accepted: ScriptedAnswer = { status: 202, body: { result: 'success' } };

describe('generateAdvancedReport', () => {
  const params = { template: 3, lists: [9] };
  const allowed = { allowLosses: ['generateAdvancedReport.lists'] };
  const reports = (...ids: readonly number[]): ScriptedAnswer =>
    ok({ total_items: ids.length, items: ids.map((id) => ({ advanced_report_id: id })) });

  test('is refused where the caller does not say that its choice may be lost', async () => {
    const asking = await scripted.clientWith([]);
    const error = await failureOf(asking.generateAdvancedReport(params));
    expect(error).toBeInstanceOf(EgoiUnsupportedError);
    expect(String(error)).toContain("allowLosses: ['generateAdvancedReport.lists']");
    expect(scripted.came).toEqual([]);
  });

  test.each([
    ['the one that is new', [8, 7], { ID: 8 }, []],
    ['none where two are new', [9, 8, 7], {}, ['ID']],
    ['none where it is not listed yet', [7], {}, ['ID']],
  ])('answers %s', async (_, after, answer, lost) => {
    const asking = await scripted.clientWith([reports(7), accepted, reports(...after)], allowed);
    expect(await asking.generateAdvancedReport(params)).toEqual(answer);
    expect(scripted.requests[1]?.body).toEqual({ model_id: 3 });
    expect(scripted.told.filter(({ kind }) => kind === 'field').map(({ name }) => name)).toEqual(
      lost,
    );
  });

  test.each([
    [0, 'connection'],
    [1, 'connection'],
    [2, 'partial'],
  ])('cut at request %i ends as %s', async (cut, kind) => {
    const answers = [reports(7), accepted, reports(8, 7)];
    const asking = await scripted.clientWith(answers.slice(0, cut), allowed);
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
    const asking = await scripted.clientWith([], { allowLosses: names });
    const error = await failureOf(asking.generateAdvancedReport(wrong));
    expect(error).toMatchObject({ kind: 'api', code });
    expect(scripted.came).toEqual([]);
  });

  test.each([
    ['model_id', 'TEMPLATE_NOT_FOUND'],
    ['other', 'CANT_GENERATE_ADVANCED_REPORT'],
  ])('a refusal of %s is %s', async (member, code) => {
    const problem = problemAnswer(422, 'Unprocessable Entity', 'no', { [member]: ['wrong'] });
    const asking = await scripted.clientWith([reports(7), problem], allowed);
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
  const asking = await scripted.clientWith([ok({ total_items: 1, items: [report] })]);
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
    const asking = await scripted.clientOf(answerBy(['queued', 'running', 'finished']));
    expect(await asking.getFormsSubmissions(params)).toEqual([
      { FORM_ID: 4, FILE: 'https://f.example.com/8' },
    ]);
    expect(scripted.came).toEqual([
      'POST /reports/advanced/form-answers',
      ...Array.from({ length: 3 }, () => 'GET /reports/advanced'),
    ]);
    expect(scripted.requests[0]?.body).toMatchObject({ forms: [{ list_id: 9, forms: [4] }] });
  });

  test.each([
    ['is cut', ['queued']],
    ['is scripted.told that the service gave up', ['queued', 'error']],
  ])('that %s while it waits says that the report was begun', async (_, statuses) => {
    const asking = await scripted.clientOf(answerBy(statuses));
    const error = await failureOf(asking.getFormsSubmissions(params));
    expect(error).toBeInstanceOf(EgoiPartialError);
    expect(error).toMatchObject({
      done: [expect.stringContaining('Submissions of form 4')],
      missing: ['the wait for the report'],
      answer: [{ FORM_ID: 4 }],
    });
  });

  test('cut at its first request is not known', async () => {
    const asking = await scripted.clientOf(() => undefined);
    const error = await failureOf(asking.getFormsSubmissions(params));
    expect(error).toMatchObject({ kind: 'connection' });
  });

  test('that nobody allowed to wait longer is ended', async () => {
    const controller = new AbortController();
    const asking = await scripted.clientOf((request, index) => {
      if (index === 3) controller.abort();
      return answerBy(Array.from({ length: 100 }, () => 'queued'))(request, index);
    });
    const options = { signal: controller.signal };
    const error = await failureOf(asking.getFormsSubmissions(params, options));
    expect((error as { readonly kind: string }).kind).toMatch(/^(?:partial|aborted)$/);
  });
});
