import type { MethodName } from '@egoi-client/core';
import type { MethodEntry } from '../calls/method-entry.ts';
import { accountMethods } from './accounts.ts';
import { advancedReportMethods } from './advanced-reports.ts';
import { automationMethods } from './automations.ts';
import { callbackMethods } from './callbacks.ts';
import { campaignCreationMethods } from './campaign-creation.ts';
import { campaignEditMethods } from './campaign-edits.ts';
import { campaignGroupMethods } from './campaign-groups.ts';
import { campaignSendingMethods } from './campaign-sending.ts';
import { campaignMethods } from './campaigns.ts';
import { commonMethods } from './common.ts';
import { fieldMethods } from './fields.ts';
import { formMethods } from './forms.ts';
import { importMethods } from './imports.ts';
import { internalMethods } from './internal.ts';
import { listMethods } from './lists.ts';
import { refusedMethods } from './refused.ts';
import { reportMethods } from './reports.ts';
import { segmentMethods } from './segments.ts';
import { senderMethods } from './senders.ts';
import { subscriberMethods } from './subscribers.ts';
import { tagMethods } from './tags.ts';

/** What becomes of every method of API v2: one that is missing here does not compile. */
export const methodEntries: Readonly<Record<MethodName, MethodEntry>> = {
  ...accountMethods,
  ...advancedReportMethods,
  ...automationMethods,
  ...callbackMethods,
  ...campaignCreationMethods,
  ...campaignEditMethods,
  ...campaignGroupMethods,
  ...campaignMethods,
  ...campaignSendingMethods,
  ...commonMethods,
  ...fieldMethods,
  ...formMethods,
  ...importMethods,
  ...internalMethods,
  ...listMethods,
  ...reportMethods,
  ...segmentMethods,
  ...senderMethods,
  ...subscriberMethods,
  ...tagMethods,
  ...refusedMethods,
};
