import { count, flag, id, integer, struct, text, word } from '../schema/declare.ts';
import { day, moment } from '../schema/kinds.ts';
import { operation } from './operation.ts';
import { collection, orderParams } from './shared.ts';

const automationId = id('Automation; the autobot of API v2.');
const statuses = ['active', 'inactive'] as const;

const automation = struct('Automation', 'An automation.', {
  required: { automation_id: automationId },
  expected: {
    title: text('What it is called.'),
    status: word(statuses, 'Whether it runs.'),
    created_by: id('User who made it.'),
    created: day('When it was made.'),
    updated: day('When it was last changed.'),
  },
  optional: {
    list_id: id('List whose contacts it is for; none where it is for those of every list.'),
    allow_multiple_contacts: flag('Whether a contact may go through it more than once.'),
    contact_limit: count('Most contacts that may be in it.'),
  },
});

const action = struct('AutomationAction', 'A step of an automation.', {
  required: { action_id: id('Step.') },
  expected: {
    title: text('What it is called.'),
    action: text('What it does.'),
    created: moment('When it was made.'),
    updated: moment('When it was last changed.'),
  },
  optional: {
    parent_id: id('Step before it; the first step has none.'),
    created_by: id('User who made it.'),
  },
});

/** Automations. */
export const automationOperations = {
  getAllAutomations: operation({
    method: 'GET',
    path: '/automations',
    summary: 'Gives the automations of the account.',
    queryParams: {
      automation_id: integer('Only this automation.'),
      title: text('Only automations with this title.'),
      created_by: integer('Only automations of this user.'),
      list_id: id('Only automations of this list.'),
      status: word(statuses, 'Only automations with this status.'),
      ...orderParams(['automation_id', 'title', 'list_id', 'created_by']),
    },
    answer: { status: 200, value: collection('AutomationPage', automation, 'automations') },
    paging: {},
    notes: ['One automation alone is found by `automation_id`.'],
  }),
  getAllActions: operation({
    method: 'GET',
    path: '/automations/{automation_id}/actions',
    summary: 'Gives the steps of an automation.',
    pathParams: { automation_id: automationId },
    answer: { status: 200, value: collection('AutomationActionPage', action, 'steps') },
    paging: {},
    notes: ['Contacts begin with the step that has no step before it.'],
  }),
};
