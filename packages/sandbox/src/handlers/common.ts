import type { WireObject } from '@egoi-client/core';
import { readFlag, readText } from '../params.ts';
import { Refusal } from '../refusal.ts';
import { saveCallback } from '../store/callbacks.ts';
import { pageOfOperations } from '../store/operations.ts';
import { requireList } from './find-list.ts';
import { type Handler, outcomeOk } from './handler.ts';
import { readPage } from './page.ts';

const switchNumbers = Array.from({ length: 16 }, (_none, index) => index + 1);

/** What belongs to no other group: callbacks and background operations. */
export const commonHandlers = {
  async editApiCallback(call) {
    const list = await requireList(call);
    const url = readAddress(call.params);
    const switches = switchNumbers.map((number) => ({
      number,
      isOn: readFlag(call.params, `notif_api_${number}`),
    }));
    const on = switches.filter(({ isOn }) => isOn === true).map(({ number }) => number);
    // No source knows which switch is which: all off is off, none at all is on.
    const isOn = on.length > 0 || switches.every((each) => each.isOn === undefined);
    await saveCallback(call.sql, {
      list: list.id,
      url,
      switches: JSON.stringify(on),
      is_on: isOn ? 1 : 0,
    });
    return outcomeOk;
  },

  async getOperationsQueue({ params, sql }) {
    const { start, limit } = readPage(params);
    const operations = await pageOfOperations(sql, start, limit);
    return operations.map(({ id, method, list, total, moment }) => ({
      ID: String(id),
      OPERATION: method,
      LISTNUM: String(list),
      STATUS: 'finished',
      TOTAL: String(total),
      START: moment,
      END: moment,
    }));
  },
} as const satisfies Record<string, Handler>;

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
