import { randomUUID } from 'node:crypto';
import type { MethodName, WireObject, WireValue } from '@egoi-client/core';
import type { AdvancedReport } from '@egoi-client/v3-api';
import { lostFields, lostParameters, type MethodEntry } from '../calls/method-entry.ts';
import { readId } from '@egoi-client/core/wire';
import { readListId } from '../calls/params.ts';
import { type ProblemCodes, Refusal } from '../calls/refusal.ts';
import type { V3Call } from '../calls/v3-call.ts';

const codes: ProblemCodes = {
  notFound: 'FORMS_NOT_FOUND',
  listNotFound: 'FORMS_NOT_FOUND',
  invalid: { list_id: 'FORMS_NOT_FOUND', forms: 'FORMS_NOT_FOUND' },
};

/** API v3 wants a time, and API v2 knows none: all of it. */
const allTimes = { start: '2000-01-01 00:00:00', end: '2099-12-31 23:59:59' };

/** What forms were answered with. */
export const formMethods = {
  getFormsSubmissions: {
    verdict: 'with losses',
    operations: ['generateFormAnswersReport', 'getAllAdvancedReports'],
    cost: {
      requests: 2,
      further: 'one for each further look at the report, importPollMs apart, until it is made',
    },
    losses: [
      ...lostFields('the submissions are in the file that FILE names', ['UID', 'EMAIL', 'DATE']),
      {
        kind: 'approximate',
        name: 'FILE',
        reason:
          'the address of a file with all submissions, whose form API v3 does not say, in place of one item for each',
        effects: { fields: ['FILE'], isOneRecord: true },
      },
      ...lostParameters('the file has all submissions', ['start', 'limit'], { effects: 'unseen' }),
    ],
    answer: answerSubmissions,
  },
} as const satisfies Partial<Record<MethodName, MethodEntry>>;

async function answerSubmissions(call: V3Call): Promise<WireValue> {
  const list_id = readListId(call.params, 'LIST_MISSING', 'FORMS_NOT_FOUND');
  const form = readId(call.params, 'formID');
  if (form === undefined) throw new Refusal('FORM_MISSING');
  if (form === 0) throw new Refusal('FORMS_NOT_FOUND');
  // API v3 tells no number of the report: it is found again by a title that no other has.
  const title = `Submissions of form ${form}, ${randomUUID()}`;
  const body = { title, range: allTimes, forms: [{ list_id, forms: [form] }] };
  await call.ask('generateFormAnswersReport', { body }, codes);
  let file: string | undefined;
  const wait = {
    name: 'FILE',
    words: 'the wait for the report',
    async run() {
      file = await fileOf(call, title);
    },
  };
  await call.finish([`report '${title}'`], [{ FORM_ID: String(form) }], [wait]);
  return [submissions(form, file)];
}

function submissions(form: number, file: string | undefined): WireObject {
  return { FORM_ID: String(form), ...(file === undefined ? {} : { FILE: file }) };
}

/** Looks at a report until it is made. @throws Refusal where the service gives it up */
async function fileOf(call: V3Call, title: string): Promise<string | undefined> {
  for (;;) {
    const report = await reportOf(call, title);
    if (report?.status === 'finished') return report.file;
    const isGivenUp = ['stopped', 'canceled', 'error'].includes(report?.status ?? '');
    if (isGivenUp) throw new Refusal('CANT_GENERATE_ADVANCED_REPORT');
    await call.pause(call.options.importPollMs);
  }
}

async function reportOf(call: V3Call, title: string): Promise<AdvancedReport | undefined> {
  const { items } = await call.ask('getAllAdvancedReports', {
    title,
    order_by: 'advanced_report_id',
    limit: 10,
  });
  return items.find((report) => report.title === title);
}
