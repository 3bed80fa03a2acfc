import { EgoiConfigError, type MethodName } from '@egoi-client/core';
import type { Automation, AutomationAction } from '@egoi-client/v3-api';
import type { MethodEntry } from '../calls/method-entry.ts';
import { readPages } from '../calls/pages.ts';
import { readId } from '@egoi-client/core/wire';
import { readListId } from '../calls/params.ts';
import { type ProblemCodes, Refusal } from '../calls/refusal.ts';
import type { V3Call } from '../calls/v3-call.ts';
import { namedContact } from '../contacts/find-contact.ts';

const codes: ProblemCodes = {
  notFound: 'AUTOBOT_NOT_FOUND',
  invalid: { automation_id: 'AUTOBOT_NOT_FOUND', contacts: 'SUBSCRIBER_NOT_FOUND' },
};

/** Automations, which API v2 calls autobots. */
export const automationMethods = {
  getAutobots: {
    verdict: 'exact',
    operations: ['getAllAutomations'],
    cost: { requests: 1, further: 'one for each further 1,000 automations' },
    losses: [],
    async answer(call) {
      const list_id = readId(call.params, 'listID');
      // No list has the number 0, and API v3 does not take it.
      if (list_id === 0) throw new Refusal('AUTOBOT_NOT_FOUND');
      const { items } = await readPages<Automation>({
        start: 0,
        limit: Number.POSITIVE_INFINITY,
        pageSize: call.options.pageSize,
        keyOf: ({ automation_id }) => automation_id,
        ask: (page) =>
          call.ask('getAllAutomations', {
            ...page,
            order: 'asc',
            order_by: 'automation_id',
            ...(list_id === undefined ? {} : { list_id }),
          }),
      });
      if (items.length === 0) throw new Refusal('AUTOBOT_NOT_FOUND');
      return items.map(({ automation_id, title = '', list_id: list, status = '' }) => ({
        ID: String(automation_id),
        NAME: title,
        LISTNUM: list === undefined ? '' : String(list),
        STATUS: status === 'inactive' ? 'paused' : status,
      }));
    },
  },

  startAutobot: {
    verdict: 'with losses',
    operations: ['getAllActions', 'getAllContacts', 'actionStartAutomation'],
    cost: {
      requests: 2,
      further:
        'one where the contact is named by its address; one less with the option automationActions, and while the entry is kept',
    },
    losses: [
      {
        kind: 'approximate',
        name: 'autobot',
        reason:
          'begins with the first action of the automation; the option automationActions names another. That it is paused shows after its list and contact',
        effects: { endings: [['AUTOBOT_NOT_FOUND', 'LIST_NOT_FOUND']] },
        occurs: (params, { automationActions }) =>
          !Object.hasOwn(automationActions, readId(params, 'autobot') ?? 0),
      },
    ],
    async answer(call) {
      const automation_id = readId(call.params, 'autobot') ?? 0;
      if (automation_id === 0) throw new Refusal('AUTOBOT_NOT_FOUND');
      const action_id = await entryOf(call, automation_id);
      const list_id = readListId(call.params);
      const { uid } = await namedContact(call, list_id);
      const { error = [] } = await call.ask(
        'actionStartAutomation',
        { list_id, body: { automation_id, action_id, contacts: [uid] } },
        codes,
      );
      refuseFailed(error);
      return { RESULT: 'OK' };
    },
  },
} as const satisfies Partial<Record<MethodName, MethodEntry>>;

/** A success with errors in it is none, unless it says that the contact is in the automation already. */
function refuseFailed(
  error: readonly string[] | Readonly<Record<string, readonly string[]>>,
): void {
  const reasons = Object.entries(error).flatMap(([reason, contacts]) =>
    contacts.length === 0 ? [] : [reason],
  );
  if (reasons.some((reason) => reason !== 'already_in_queue')) {
    throw new Refusal('SUBSCRIBER_NOT_FOUND');
  }
}

/** The action that an automation begins with. @throws EgoiConfigError where it has several, of which the user alone knows the one */
async function entryOf(call: V3Call, automation_id: number): Promise<number> {
  const { automationActions, pageSize } = call.options;
  const chosen = Object.hasOwn(automationActions, automation_id)
    ? automationActions[automation_id]
    : undefined;
  if (chosen !== undefined) return chosen;
  const entries = await call.lookUp(`entries ${automation_id}`, async () => {
    const { items } = await readPages<AutomationAction>({
      start: 0,
      limit: Number.POSITIVE_INFINITY,
      pageSize,
      keyOf: ({ action_id }) => action_id,
      ask: (page) => call.ask('getAllActions', { automation_id, ...page }, codes),
    });
    return items.filter(({ parent_id = 0 }) => parent_id === 0).map(({ action_id }) => action_id);
  });
  const [entry, another] = entries;
  if (entry !== undefined && another === undefined) return entry;
  const message = `automation ${automation_id} has ${entries.length} actions to begin with: name the one in the option automationActions`;
  throw new EgoiConfigError(message, { method: call.method, transport: 'v3' });
}
