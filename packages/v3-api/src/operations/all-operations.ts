import { accountOperations } from './account.ts';
import { advancedReportOperations } from './advanced-reports.ts';
import { automationOperations } from './automations.ts';
import { campaignGroupOperations } from './campaign-groups.ts';
import { campaignOperations } from './campaigns.ts';
import { cnameOperations } from './cnames.ts';
import { connectedSiteOperations } from './connected-sites.ts';
import { contactActionOperations } from './contact-actions.ts';
import { contactOperations } from './contacts.ts';
import { emailCampaignOperations } from './email-campaigns.ts';
import { fieldOperations } from './fields.ts';
import { listOperations } from './lists.ts';
import { pingOperations } from './ping.ts';
import { queueOperations } from './queue.ts';
import { reportOperations } from './reports.ts';
import { segmentOperations } from './segments.ts';
import { senderOperations } from './senders.ts';
import { smsCampaignOperations } from './sms-campaigns.ts';
import { tagOperations } from './tags.ts';
import { userOperations } from './users.ts';
import { utilityOperations } from './utilities.ts';
import { voiceCampaignOperations } from './voice-campaigns.ts';
import { webhookOperations } from './webhooks.ts';
import type { Operation } from './operation.ts';

/** The operations by the groups that the types and pages have them in. */
export const operationGroups = {
  contacts: contactOperations,
  'contact-actions': contactActionOperations,
  lists: listOperations,
  fields: fieldOperations,
  tags: tagOperations,
  segments: segmentOperations,
  campaigns: campaignOperations,
  'email-campaigns': emailCampaignOperations,
  'sms-campaigns': smsCampaignOperations,
  'voice-campaigns': voiceCampaignOperations,
  'campaign-groups': campaignGroupOperations,
  reports: reportOperations,
  'advanced-reports': advancedReportOperations,
  automations: automationOperations,
  senders: senderOperations,
  cnames: cnameOperations,
  'connected-sites': connectedSiteOperations,
  webhooks: webhookOperations,
  queue: queueOperations,
  account: accountOperations,
  users: userOperations,
  utilities: utilityOperations,
  ping: pingOperations,
} as const;

const all = {
  ...contactOperations,
  ...contactActionOperations,
  ...listOperations,
  ...fieldOperations,
  ...tagOperations,
  ...segmentOperations,
  ...campaignOperations,
  ...emailCampaignOperations,
  ...smsCampaignOperations,
  ...voiceCampaignOperations,
  ...campaignGroupOperations,
  ...reportOperations,
  ...advancedReportOperations,
  ...automationOperations,
  ...senderOperations,
  ...cnameOperations,
  ...connectedSiteOperations,
  ...webhookOperations,
  ...queueOperations,
  ...accountOperations,
  ...userOperations,
  ...utilityOperations,
  ...pingOperations,
};

/** The name of an operation: `createContact`. */
export type OperationName = keyof typeof all;

/** Every operation by its name. */
export const operations: Readonly<Record<OperationName, Operation>> = all;

/** Their names. */
export const operationNames = Object.keys(all) as readonly OperationName[];
