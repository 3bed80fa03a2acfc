import {
  requireAction,
  requireStartable,
  startAutomation,
} from '../../account/lists/automations.ts';
import { allAutobots } from '../../account/store/autobots.ts';
import { type Handler, outcomeOk } from '../calls/handler.ts';
import { readId } from '@egoi-client/core/wire';
import { Refusal } from '../calls/refusal.ts';
import { readReference, requireListOf, requireNamedContact } from './find-named.ts';

/** Automations, which the API calls autobots. */
export const automationHandlers = {
  async getAutobots({ params, sql }) {
    const autobots = await allAutobots(sql, readId(params, 'listID'));
    if (autobots.length === 0) throw new Refusal('AUTOBOT_NOT_FOUND');
    return autobots.map(({ id, name, list, status }) => ({
      ID: String(id),
      NAME: name,
      LISTNUM: list === null ? '' : String(list),
      STATUS: status,
    }));
  },

  async startAutobot(call) {
    const { params, sql } = call;
    const list = readId(params, 'listID');
    const automation = await requireStartable(sql, readId(params, 'autobot') ?? 0, list);
    if (list === undefined) throw new Refusal('LIST_MISSING');
    readReference(params);
    const contact = await requireNamedContact(call, await requireListOf(call));
    await startAutomation(call, await requireAction(sql, automation, undefined), contact);
    return outcomeOk;
  },
} as const satisfies Record<string, Handler>;
