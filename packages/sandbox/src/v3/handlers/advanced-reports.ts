import type { FormsOfList } from '@egoi-client/v3-api';
import { csvOf } from '../../account/contacts/export-contacts.ts';
import { reportLines } from '../../account/campaigns/reports.ts';
import { enqueue } from '../../account/queue/queue.ts';
import {
  addAdvancedReport,
  type AdvancedReport,
  allAdvancedReports,
  type NewAdvancedReport,
  setReportOperation,
} from '../../account/store/advanced-reports.ts';
import { pageOfCampaigns } from '../../account/store/campaigns.ts';
import { formsOf, submissionsBetween } from '../../account/store/forms.ts';
import { pageOfLists } from '../../account/store/lists.ts';
import { newFileName } from '../../account/store/made-files.ts';
import { templates } from '../../account/store/templates.ts';
import { accountOwner } from '../../account/work/account-owner.ts';
import type { AccountWork } from '../../account/work/account-work.ts';
import { checkUrl } from '../calls/callback-url.ts';
import { accepted, type HandlerCall } from '../calls/handler.ts';
import { momentText } from '../calls/moments.ts';
import { isBetween, ordered, pageOf } from '../calls/page.ts';
import { unprocessable } from '../calls/refusal.ts';

const statusWords = {
  queued: 'queued',
  paused: 'paused',
  finished: 'finished',
  failed: 'error',
  canceled: 'canceled',
} as const;

/** Reports that wait for their turn, and what they can be made by. */
export const advancedReportHandlers = {
  async getAllAdvancedReports({ sql, input }: HandlerCall<'getAllAdvancedReports'>) {
    const { status, title, created_min, created_max } = input;
    const found = (await allAdvancedReports(sql))
      .map(reportRecord)
      .filter(
        (report) =>
          (status === undefined || report.status === status) &&
          (title === undefined || report.title === title) &&
          isBetween(report.created, created_min, created_max),
      );
    return pageOf(ordered(found, input, 'advanced_report_id'), input);
  },

  async getAllAdvancedReportsModels({ input }: HandlerCall<'getAllAdvancedReportsModels'>) {
    const { title } = input;
    const created = `${accountOwner.signedUp} 00:00:00`;
    const models = templates
      .filter(({ name }) => title === undefined || title === name)
      .map(({ id, name }) => ({ model_id: id, title: name, created }));
    return pageOf(ordered(models, input, 'model_id'), input);
  },

  /** A model is of every list and of every campaign that was sent. */
  async generateByModelReport(call: HandlerCall<'generateByModelReport'>) {
    const { sql } = call;
    const model = templates.find(({ id }) => id === call.input.body.model_id);
    if (model === undefined) throw unprocessable('model_id', 'The model does not exist');
    const lists = (await pageOfLists(sql, 0, -1)).toReversed();
    const campaigns = (await pageOfCampaigns(sql, 0, -1)).toReversed();
    const sent = campaigns.filter(({ started }) => started !== null);
    const lines = await reportLines(sql, lists, sent);
    const rows = lines.map(({ list, campaign, contacts, sent: sends }) => [
      String(list),
      campaign ?? '',
      contacts === undefined ? '' : String(contacts),
      String(sends),
    ]);
    await queueReport(call, {
      report: { template: model.id, title: model.name, lines },
      content: csvOf([['list_id', 'campaign_hash', 'contacts', 'sends'], ...rows]),
    });
    return accepted;
  },

  async generateFormAnswersReport(call: HandlerCall<'generateFormAnswersReport'>) {
    const { sql } = call;
    const { title, range, forms, callback_url } = call.input.body;
    if (title.trim() === '') throw unprocessable('title', 'A value is required');
    const start = momentText(range.start);
    const last = momentText(range.end);
    // A day lasts until its end.
    const end = last.length === 10 ? `${last} 23:59:59` : last;
    if (start === '' || end === '' || end < start) {
      throw unprocessable('range', 'It must end after its start');
    }
    const callback =
      callback_url === undefined ? undefined : checkUrl('callback_url', callback_url);
    const ids = await readForms(call, forms);
    const answers = await submissionsBetween(sql, ids, start, end);
    const rows = answers.map(({ list, form, uid, email, moment }) => [
      String(list),
      String(form),
      uid,
      email ?? '',
      moment,
    ]);
    await queueReport(call, {
      report: { template: 0, title, lines: [] },
      content: csvOf([['list_id', 'form_id', 'contact_id', 'email', 'date'], ...rows]),
      callback,
    });
    return accepted;
  },
};

function reportRecord({ id, title, status, file, created }: AdvancedReport) {
  return {
    advanced_report_id: id,
    title,
    status: statusWords[status],
    created,
    ...(file === '' ? {} : { file }),
  };
}

interface ReportToQueue {
  readonly report: Pick<NewAdvancedReport, 'template' | 'title' | 'lines'>;
  readonly content: string;
  /** Where the address of the file is posted in the end. */
  readonly callback?: string | undefined;
}

/** Queues a report, which says in the end what was so when it was asked for. */
async function queueReport(
  call: AccountWork & { readonly filesUrl: string },
  { report, content, callback }: ReportToQueue,
): Promise<void> {
  const { sql, moment, filesUrl } = call;
  const created = moment.dateTime;
  const id = await addAdvancedReport(sql, { ...report, status: 'queued', created });
  const file = newFileName('report', 'csv');
  const fileUrl = `${filesUrl}/${file}`;
  const operation = await enqueue(call, {
    type: 'report',
    list: { id: 0 },
    title: report.title,
    work: { does: 'report', report: id, file, content, fileUrl, callback },
  });
  await setReportOperation(sql, id, operation);
}

/** The forms that are meant. @throws Refusal 422 for one that its list does not have, and for none */
async function readForms({ sql }: AccountWork, named: readonly FormsOfList[]): Promise<number[]> {
  for (const { list_id, forms } of named) {
    const known = (await formsOf(sql, list_id)).map(({ id }) => id);
    const unknown = forms.find((id) => !known.includes(id));
    if (unknown !== undefined) {
      throw unprocessable('forms', `The list ${list_id} has no form ${unknown}`);
    }
  }
  const ids = named.flatMap(({ forms }) => forms);
  if (ids.length === 0) throw unprocessable('forms', 'A form is required');
  return ids;
}
