import type { Handlers } from '../calls/handler.ts';
import { accountHandlers } from './account.ts';
import { advancedReportHandlers } from './advanced-reports.ts';
import { automationHandlers } from './automations.ts';
import { campaignGroupHandlers } from './campaign-groups.ts';
import { campaignHandlers } from './campaigns.ts';
import { cnameHandlers } from './cnames.ts';
import { contactActionHandlers } from './contact-actions.ts';
import { contactHandlers } from './contacts.ts';
import { emailCampaignHandlers } from './email-campaigns.ts';
import { fieldHandlers } from './fields.ts';
import { importExportHandlers } from './import-export.ts';
import { listHandlers } from './lists.ts';
import { operationHandlers } from './operations.ts';
import { reportHandlers } from './reports.ts';
import { segmentHandlers } from './segments.ts';
import { senderHandlers } from './senders.ts';
import { smsCampaignHandlers } from './sms-campaigns.ts';
import { tagHandlers } from './tags.ts';
import { voiceCampaignHandlers } from './voice-campaigns.ts';
import { webhookHandlers } from './webhooks.ts';

/** What answers each operation; of what is missing, `unservedReasons` says why. */
export const handlers = {
  ...contactHandlers,
  ...contactActionHandlers,
  ...importExportHandlers,
  ...fieldHandlers,
  ...listHandlers,
  ...operationHandlers,
  ...segmentHandlers,
  ...tagHandlers,
  ...senderHandlers,
  ...cnameHandlers,
  ...campaignGroupHandlers,
  ...campaignHandlers,
  ...emailCampaignHandlers,
  ...smsCampaignHandlers,
  ...voiceCampaignHandlers,
  ...accountHandlers,
  ...webhookHandlers,
  ...automationHandlers,
  ...reportHandlers,
  ...advancedReportHandlers,
} satisfies Partial<Handlers>;
