import { readId } from '../calls/params.ts';
import { Refusal } from '../calls/refusal.ts';
import { addAutobotRun, allAutobots, findAutobot } from '../../account/store/autobots.ts';
import { removedStatus } from '../../account/store/contacts.ts';
import { findList } from '../../account/store/lists.ts';
import { readReference, requireContact } from './find-contact.ts';
import { type Handler, outcomeOk } from '../calls/handler.ts';

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
    const autobot = await findAutobot(sql, readId(params, 'autobot') ?? 0);
    if (autobot === undefined || autobot.status !== 'active') {
      throw new Refusal('AUTOBOT_NOT_FOUND');
    }
    const id = readId(params, 'listID');
    if (id === undefined) throw new Refusal('LIST_MISSING');
    if (autobot.list !== null && autobot.list !== id) throw new Refusal('AUTOBOT_NOT_FOUND');
    readReference(params);
    // The method has no code for a list that does not exist: no contact is in it.
    const list = await findList(sql, id);
    if (list === undefined) throw new Refusal('SUBSCRIBER_NOT_FOUND');
    const contact = await requireContact(call, list);
    if (contact.status === removedStatus) throw new Refusal('SUBSCRIBER_NOT_FOUND');
    await addAutobotRun(sql, autobot.id, contact.id, call.moment.dateTime);
    return outcomeOk;
  },
} as const satisfies Record<string, Handler>;
