import type { EgoiClient } from '@egoi-client/core';
import { contactOf } from './contacts.ts';

/** How often the contacts of a list are there. */
export interface Census {
  /** Contacts that are there once, with the values that were sent. */
  readonly once: number;
  readonly missing: number;
  /** Contacts that are there more than once. */
  readonly doubled: number;
  /** Contacts that were not sent, or not with these values. */
  readonly strange: number;
}

/**
 * Looks for the contacts 0 to `count - 1` in a list.
 *
 * @param client at the account itself, so that nothing but the account is asked
 */
export async function takeCensus(
  client: EgoiClient,
  listID: number,
  count: number,
): Promise<Census> {
  const times = new Uint8Array(count);
  let strange = 0;
  for await (const contact of client.paginate('subscriberData', { listID })) {
    const index = Number(/^contact(\d+)@example\.com$/.exec(contact.EMAIL ?? '')?.[1] ?? -1);
    const sent = contactOf(index);
    const isRight =
      contact.FIRST_NAME === sent['first_name'] &&
      contact.LAST_NAME === sent['last_name'] &&
      contact.BIRTH_DATE === sent['birth_date'];
    if (index >= 0 && index < count && isRight) times[index] = Math.min(2, (times[index] ?? 0) + 1);
    else strange += 1;
  }
  const having = (wanted: number) => times.reduce((sum, n) => sum + (n === wanted ? 1 : 0), 0);
  return { once: having(1), missing: having(0), doubled: having(2), strange };
}
