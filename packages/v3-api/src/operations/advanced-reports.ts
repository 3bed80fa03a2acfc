import { id, integer, listOf, struct, text, word } from '../schema/declare.ts';
import { accepted, moment } from '../schema/kinds.ts';
import { operation } from './operation.ts';
import { collection, orderParams } from './shared.ts';

const title = text('What it is called.');
const created = moment('When it was made.');

const statuses = [
  'queued',
  'running',
  'finished',
  'stopped',
  'canceled',
  'paused',
  'error',
] as const;

const report = struct('AdvancedReport', 'A report that was asked for.', {
  required: { advanced_report_id: id('Report.') },
  expected: { title, status: word(statuses, 'How far it is.'), created },
  optional: {
    hash: text('Report, by its hash.'),
    file: text('Address of its file, where there is one.'),
  },
});

const model = struct('AdvancedReportModel', 'What a report can be made by.', {
  required: { model_id: id('Model.') },
  expected: { title, created },
});

const range = struct('ReportRange', 'The time that the report is of.', {
  required: { start: moment('From then.'), end: moment('Until then.') },
});

const formsOfList = struct('FormsOfList', 'Forms of one list.', {
  required: { list_id: id('List.'), forms: listOf(id('Form.'), 'Forms of the list.') },
});

const created_min = moment('Only reports made then or later.');
const created_max = moment('Only reports made then or before.');

/** Reports that are asked for, and are there some time later. */
export const advancedReportOperations = {
  getAllAdvancedReports: operation({
    method: 'GET',
    path: '/reports/advanced',
    summary: 'Gives the reports that were asked for.',
    queryParams: {
      status: word(statuses, 'Only reports that are this far.'),
      title: text('Only reports with this title.'),
      created_min,
      created_max,
      ...orderParams(['advanced_report_id', 'title', 'created']),
    },
    answer: { status: 200, value: collection('AdvancedReportPage', report, 'reports') },
    paging: {},
  }),
  getAllAdvancedReportsModels: operation({
    method: 'GET',
    path: '/reports/advanced/models',
    summary: 'Gives what reports can be made by.',
    queryParams: {
      title: text('Only models with this title.'),
      ...orderParams(['model_id', 'title', 'created']),
    },
    answer: { status: 200, value: collection('AdvancedReportModelPage', model, 'models') },
    paging: {},
  }),
  generateByModelReport: operation({
    method: 'POST',
    path: '/reports/advanced/model',
    summary: 'Asks for a report by a model.',
    body: struct('ReportByModelBody', 'Which model it is made by.', {
      required: { model_id: integer('Model.') },
    }),
    answer: { status: 202, value: accepted },
  }),
  generateFormAnswersReport: operation({
    method: 'POST',
    path: '/reports/advanced/form-answers',
    summary: 'Asks for a report of what forms were answered with.',
    body: struct('FormAnswersReportBody', 'What the report is of.', {
      required: {
        title,
        range,
        forms: listOf(formsOfList, 'The forms, list by list.'),
      },
      optional: { callback_url: text('Address to which the outcome is posted as JSON.') },
    }),
    answer: { status: 202, value: accepted },
    callback: struct('FormAnswersReportOutcome', 'What is posted when the report is there.', {
      expected: { file: text('Address of the file.') },
    }),
  }),
};
