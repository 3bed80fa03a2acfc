import type { EgoiClient } from '@egoi-client/core';

/** Texts that wires are known to damage: accents, markup, quotes, line breaks, an astral character. */
export const awkwardText = 'Olá & <b>"Ünï\'cødé"</b>\nline 2 €😀 ]]> 00351 100%';

/** Creates a list and gives its number. */
export async function newList(client: EgoiClient, nome = 'Newsletter'): Promise<number> {
  const { LIST_ID } = await client.createList({ nome });
  return LIST_ID;
}

/** Adds contacts `c0@example.com`, `c1@example.com`, … to a list. */
export async function addContacts(
  client: EgoiClient,
  listID: number,
  count: number,
): Promise<void> {
  await client.addSubscriberBulk({
    listID,
    compareField: 'email',
    subscribers: Array.from({ length: count }, (_, index) => ({
      email: `c${index}@example.com`,
      first_name: `Contact ${index}`,
    })),
  });
}

/** Adds one contact and gives its UID. */
export async function addContact(
  client: EgoiClient,
  listID: number,
  email = 'ana@example.com',
): Promise<string> {
  const { UID } = await client.addSubscriber({ listID, email, first_name: 'Ana' });
  return UID;
}
