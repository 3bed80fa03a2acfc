import { method } from './declare-method.ts';
import { id, idParam, integer, listOf, openParams, struct, text, textParam } from './kinds.ts';
import { outcome, outcomeNote } from './shared-kinds.ts';

/** Automations, which the API calls autobots. */
export const automations = {
  getAutobots: method({
    name: 'getAutobots',
    group: 'automations',
    summary: 'Lists the automations of the account.',
    effect: 'read',
    params: openParams({
      listID: idParam("Only the automations of this list; the sandbox's choice.").nullish(),
    }),
    result: listOf(
      struct(
        {
          ID: id('Number of the automation.').optional(),
          NAME: text('Name of the automation.').optional(),
          LISTNUM: integer('Number of its list.').optional(),
          STATUS: text('State of the automation.').optional(),
        },
        'One automation.',
        'Automation',
      ),
      'The automations.',
    ),
    errors: ['AUTOBOT_NOT_FOUND'],
    evidence: { params: 'unknown', result: 'shape only' },
    notes: [
      "No source knows the parameters or the fields; `listID`, `ID`, `NAME`, `LISTNUM` and `STATUS` are the sandbox's choice.",
    ],
  }),

  startAutobot: method({
    name: 'startAutobot',
    group: 'automations',
    summary: 'Starts an automation for a contact.',
    effect: 'write',
    params: openParams({
      autobot: idParam("Number of the automation; the sandbox's choice.").nullish(),
      listID: idParam("Number of the list; the sandbox's choice.").nullish(),
      subscriber: textParam("UID or e-mail address; the sandbox's choice.").nullish(),
    }),
    result: outcome,
    errors: ['AUTOBOT_NOT_FOUND', 'LIST_MISSING', 'SUBSCRIBER_MISSING', 'SUBSCRIBER_NOT_FOUND'],
    evidence: { params: 'unknown', result: 'shape only' },
    notes: [
      "No source knows the parameters; `autobot`, `listID` and `subscriber` are the sandbox's choice.",
      outcomeNote,
    ],
  }),
} as const;
