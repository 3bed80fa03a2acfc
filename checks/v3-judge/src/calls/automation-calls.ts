import { refused, right, wrong } from './judged-call.ts';

/** Automations, which the account begins with. */
export const automationCalls = [
  right('getAllAutomations', { limit: 10 }),
  right('getAllAutomations', { list_id: 1 }),
  right('getAllAutomations', { automation_id: 1, status: 'active', order_by: 'title' }),
  wrong('getAllAutomations', { limit: 1001 }),
  right('getAllActions', { automation_id: 1, limit: 10 }),
  refused('getAllActions', { automation_id: 99 }, 404),
  wrong('getAllActions', { automation_id: 'welcome' }, 404),
];
