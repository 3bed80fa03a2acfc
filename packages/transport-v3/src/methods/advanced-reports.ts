import { isWireObject, type MethodName, type WireObject, type WireValue } from '@egoi-client/core';
import type { AdvancedReport } from '@egoi-client/v3-api';
import { lostFields, lostParameters, type MethodEntry } from '../calls/method-entry.ts';
import { readPages } from '../calls/pages.ts';
import { readId, readValue } from '@egoi-client/core/wire';
import { type ProblemCodes, Refusal, type V2Code } from '../calls/refusal.ts';
import type { V3Call } from '../calls/v3-call.ts';

const codes: ProblemCodes = {
  notFound: 'TEMPLATE_NOT_FOUND',
  conflict: 'CANT_GENERATE_ADVANCED_REPORT',
  invalid: { model_id: 'TEMPLATE_NOT_FOUND', '': 'CANT_GENERATE_ADVANCED_REPORT' },
};

const ofTheModel =
  'the model alone says what the report is of: make one for each choice on the pages of the service';
const lines = 'API v3 makes a file of the report, and not lines: its address is FILE';

/** Reports that are made later, by a template, which API v3 calls a model. */
export const advancedReportMethods = {
  generateAdvancedReport: {
    verdict: 'with losses',
    operations: ['getAllAdvancedReports', 'generateByModelReport'],
    cost: { requests: 3 },
    losses: [
      ...lostParameters(ofTheModel, ['lists'], {
        needsLeave: true,
        effects: { endings: [['CANT_GENERATE_ADVANCED_REPORT', 'answer']] },
      }),
      ...lostParameters(ofTheModel, ['campaigns'], {
        needsLeave: true,
        effects: {
          endings: [
            ['INVALID_CAMPAIGN_ID_PROVIDED_IN_ARRAY', 'answer'],
            ['NO_DATA', 'answer'],
          ],
        },
      }),
      ...lostFields('other reports were begun meanwhile, or it is not listed yet', ['ID'], {
        isShownByAnswer: true,
        effects: 'unseen',
      }),
    ],
    answer: generateReport,
  },

  getAdvancedReport: {
    verdict: 'with losses',
    operations: ['getAllAdvancedReports'],
    cost: { requests: 1, further: 'one for each further 1,000 reports' },
    losses: [
      ...lostFields(lines, ['LISTNUM', 'HASH', 'SUBSCRIBERS', 'SENT']),
      ...['ID', 'TITLE', 'STATUS', 'FILE'].map((name) => ({
        kind: 'approximate' as const,
        name,
        reason: 'of the report as API v3 lists it, in place of its lines',
        effects: { fields: [name], ...(name === 'ID' ? { isOneRecord: true } : {}) },
      })),
    ],
    async answer(call) {
      const number = readId(call.params, 'report') ?? 0;
      // No report has the number 0.
      if (number === 0) throw new Refusal('NO_DATA');
      const { items } = await readPages<AdvancedReport>({
        start: 0,
        limit: Number.POSITIVE_INFINITY,
        pageSize: call.options.pageSize,
        keyOf: ({ advanced_report_id }) => advanced_report_id,
        ask: (page) =>
          call.ask('getAllAdvancedReports', {
            ...page,
            order: 'asc',
            order_by: 'advanced_report_id',
          }),
      });
      const report = items.find(({ advanced_report_id }) => advanced_report_id === number);
      if (report === undefined || isUnfinished(report)) throw new Refusal('NO_DATA');
      const { title = '', status = '', file } = report;
      return [
        {
          ID: String(number),
          TITLE: title,
          STATUS: status,
          ...(file === undefined ? {} : { FILE: file }),
        },
      ];
    },
  },
} as const satisfies Partial<Record<MethodName, MethodEntry>>;

function isUnfinished({ status }: AdvancedReport): boolean {
  return status === 'queued' || status === 'running' || status === 'paused';
}

async function generateReport(call: V3Call): Promise<WireValue> {
  const model_id = readId(call.params, 'template');
  if (model_id === undefined) throw new Refusal('NO_TEMPLATE_PROVIDED');
  checkChoice(call.params);
  if (model_id === 0) throw new Refusal('TEMPLATE_NOT_FOUND');
  const newest = (await newestReports(call))[0] ?? 0;
  await call.ask('generateByModelReport', { body: { model_id } }, codes);
  let begun: readonly number[] = [];
  const look = {
    name: 'ID',
    words: 'the look for the number of the report',
    async run() {
      begun = (await newestReports(call)).filter((id) => id > newest);
    },
  };
  await call.finish(['the report'], {}, [look]);
  const [id, another] = begun;
  // Of several that are new nobody can say which one is this.
  if (id !== undefined && another === undefined) return { ID: String(id) };
  if (call.undone.length === 0) call.shown.add('ID');
  return {};
}

/** Numbers of the reports that were begun last, the newest first. */
async function newestReports(call: V3Call): Promise<number[]> {
  const { items } = await call.ask('getAllAdvancedReports', {
    order: 'desc',
    order_by: 'advanced_report_id',
    limit: 10,
  });
  return items.map(({ advanced_report_id }) => advanced_report_id);
}

/** @throws Refusal where neither lists nor campaigns are chosen, and for what is no choice */
function checkChoice(params: WireObject): void {
  const lists = readValue(params, 'lists');
  const campaigns = readValue(params, 'campaigns');
  if (lists === undefined && campaigns === undefined) {
    throw new Refusal('NO_LISTS_OR_CAMPAIGNS_PROVIDED');
  }
  checkArray(lists, 'NO_LISTS_PROVIDED', 'NO_LISTS_PROVIDED_AS_ARRAY');
  checkArray(campaigns, 'NO_CAMPAIGNS_PROVIDED', 'NO_CAMPAIGNS_PROVIDED_AS_ARRAY');
}

function checkArray(value: WireValue | undefined, empty: V2Code, wrong: V2Code): void {
  if (value === undefined || Array.isArray(value)) return;
  if (value === '') throw new Refusal(empty);
  const isMap = isWireObject(value) && Object.keys(value).every((key) => /^\d+$/.test(key));
  if (!isMap) throw new Refusal(wrong);
}
