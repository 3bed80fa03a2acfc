import type { Moment } from '../clock.ts';
import type { References } from '../references.ts';
import { activeStatus, type Contact, insertContacts, noValues } from '../store/contacts.ts';
import { addList } from '../store/lists.ts';
import type { Statements } from '../store/statements.ts';

const firstNames = [
  'Ana',
  'Bruno',
  'Clara',
  'Diogo',
  'Eva',
  'Filipe',
  'Graça',
  'Hugo',
  'Inês',
  'João',
];
const lastNames = ['Silva', 'Santos', 'Ferreira', 'Pereira', 'Oliveira', 'Costa', 'Conceição'];
const chunkSize = 10_000;

/** Creates a list with generated contacts; the same ones each time, but for the moment. @returns its number */
export async function addGeneratedContacts(
  sql: Statements,
  count: number,
  moment: Moment,
  references: References,
): Promise<number> {
  const settings = {
    name: 'Contacts',
    internal_name: 'Contacts',
    list_group: 0,
    language: 'en',
    channel_email: 1,
    channel_sms: 1,
    channel_voice: 0,
  };
  const list = await addList(sql, settings, moment.dateTime);
  for (let start = 1; start <= count; start += chunkSize) {
    const length = Math.min(chunkSize, count - start + 1);
    await insertContacts(
      sql,
      Array.from({ length }, (_none, index) =>
        generatedContact(list, start + index, moment, references),
      ),
    );
  }
  return list;
}

function generatedContact(
  list: number,
  id: number,
  moment: Moment,
  references: References,
): Contact {
  const digits = String(id).padStart(7, '0');
  return {
    id,
    list,
    position: id - 1,
    uid: references('contact', id),
    status: activeStatus,
    lang: 'en',
    ...noValues,
    email: `contact${digits}@example.com`,
    cellphone: `351-91${digits}`,
    first_name: firstNames[id % firstNames.length] ?? null,
    last_name: lastNames[id % lastNames.length] ?? null,
    add_date: moment.dateTime,
    subscription_method: 'import',
    modification_date: null,
    remove_method: null,
    remove_date: null,
    remove_option: null,
    remove_obs: null,
  };
}
