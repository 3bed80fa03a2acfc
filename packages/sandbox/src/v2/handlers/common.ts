import type { WireObject } from '@egoi-client/core';
import { allEvents } from '../callbacks/events.ts';
import { readFlag } from '@egoi-client/core/wire';
import { readPage, readText } from '../calls/params.ts';
import { Refusal } from '../calls/refusal.ts';
import { saveCallback } from '../../account/store/callbacks.ts';
import { pageOfOperations } from '../../account/store/operations.ts';
import { requireListOf } from './find-named.ts';
import { type Handler, outcomeOk } from '../calls/handler.ts';

/** What belongs to no other group: callbacks and background operations. */
export const commonHandlers = {
  async editApiCallback(call) {
    const list = await requireListOf(call);
    const url = readAddress(call.params);
    const read = (event: number) => readFlag(call.params, `notif_api_${event}`);
    // A call without switches asks for no event, and yet for a callback: it gets all.
    const isOpen = allEvents.every((event) => read(event) === undefined);
    const events = isOpen ? allEvents : allEvents.filter((event) => read(event) === true);
    await saveCallback(call.sql, { list: list.id, url, switches: JSON.stringify(events) });
    return outcomeOk;
  },

  async getOperationsQueue({ params, sql }) {
    const { start, limit } = readPage(params);
    const operations = await pageOfOperations(sql, start, limit);
    return operations.map(({ id, method, list, status, total, moment, ended }) => ({
      ID: String(id),
      OPERATION: method,
      LISTNUM: String(list),
      STATUS: status,
      TOTAL: String(total),
      START: moment,
      END: ended ?? unset,
    }));
  },
} as const satisfies Record<string, Handler>;

/** A moment that has not come (reference, 14.9). */
const unset = '0000-00-00 00:00:00';

/** Addresses beyond this length no server takes. */
const maxAddressLength = 2000;

/** @throws Refusal `INVALID_URL` for none, and for one that no POST can go to */
function readAddress(params: WireObject): string {
  const text = readText(params, 'callback_url', 'INVALID_URL')?.trim() ?? '';
  if (text.length > maxAddressLength || !URL.canParse(text)) throw new Refusal('INVALID_URL');
  const { protocol, username, password } = new URL(text);
  const isWeb = protocol === 'http:' || protocol === 'https:';
  if (!isWeb || username !== '' || password !== '') throw new Refusal('INVALID_URL');
  return text;
}
