import { accountCalls } from './account-calls.ts';
import { automationCalls } from './automation-calls.ts';
import { campaignCalls, lastCampaignCalls } from './campaign-calls.ts';
import { campaignFormCalls } from './campaign-form-calls.ts';
import { campaignGroupCalls } from './campaign-group-calls.ts';
import { cnameCalls } from './cname-calls.ts';
import { contactActionCalls } from './contact-action-calls.ts';
import { contactCalls } from './contact-calls.ts';
import { fieldCalls, lastFieldCalls } from './field-calls.ts';
import type { JudgedCall } from './judged-call.ts';
import { keyCalls } from './key-calls.ts';
import { lastListCalls, listCalls } from './list-calls.ts';
import { queueCalls } from './queue-calls.ts';
import { advancedReportCalls, reportCalls } from './report-calls.ts';
import { segmentCalls } from './segment-calls.ts';
import { senderCalls } from './sender-calls.ts';
import { tagCalls } from './tag-calls.ts';
import { connectedSiteCalls, webhookCalls } from './webhook-calls.ts';

const calls: readonly JudgedCall[] = [
  ...accountCalls,
  ...listCalls,
  ...fieldCalls,
  ...contactCalls,
  ...tagCalls,
  ...queueCalls,
  ...contactActionCalls,
  ...segmentCalls,
  ...automationCalls,
  ...senderCalls,
  ...cnameCalls,
  ...campaignGroupCalls,
  ...campaignCalls,
  ...reportCalls,
  ...advancedReportCalls,
  ...lastCampaignCalls,
  ...campaignFormCalls,
  ...webhookCalls,
  ...connectedSiteCalls,
  ...lastFieldCalls,
  ...lastListCalls,
];

/** Every call, in an order in which each finds what it needs. */
export const allCalls: readonly JudgedCall[] = [...calls, ...keyCalls(calls)];
