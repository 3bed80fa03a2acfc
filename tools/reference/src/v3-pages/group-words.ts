import type { operationGroups } from '@egoi-client/v3-api';

/** A group of operations, which has a page of its own. */
export type OperationGroup = keyof typeof operationGroups;

/** The titles of the groups. */
export const groupWords: Readonly<Record<OperationGroup, string>> = {
  contacts: 'Contacts',
  'contact-actions': 'Actions on many contacts',
  lists: 'Lists',
  fields: 'Fields and their options',
  tags: 'Tags',
  segments: 'Segments',
  campaigns: 'Campaigns of every kind',
  'email-campaigns': 'E-mail campaigns',
  'sms-campaigns': 'SMS campaigns',
  'voice-campaigns': 'Voice campaigns',
  'campaign-groups': 'Groups of campaigns',
  reports: 'Reports',
  'advanced-reports': 'Advanced reports',
  automations: 'Automations',
  senders: 'Senders',
  cnames: 'Domains of links',
  'connected-sites': 'Connected sites',
  webhooks: 'Webhooks',
  queue: 'The queue of operations',
  account: 'The account',
  users: 'Users',
  utilities: 'Countries',
  ping: 'Whether the service is there',
};
