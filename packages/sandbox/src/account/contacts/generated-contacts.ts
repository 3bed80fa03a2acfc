import type { Moment } from '../clock.ts';
import type { References } from '../references.ts';
import { activeStatus } from '../store/contacts.ts';
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
const names = [JSON.stringify(firstNames), JSON.stringify(lastNames)] as const;
const chunkSize = 10_000;

/**
 * `?1` are the references of contacts as JSON, `?2` is the number of the first. What can be told from a
 * number is made by the store: an account is begun anew while somebody waits.
 */
const insertion = `INSERT INTO contact (id, list, position, uid, status, lang, email, cellphone,
    first_name, last_name, add_date, subscription_method)
  SELECT id, ?3, id - 1, uid, ${activeStatus}, 'en', 'contact' || digits || '@example.com',
    '351-91' || digits, ?5 ->> (id % ${firstNames.length}), ?6 ->> (id % ${lastNames.length}), ?4, 'import'
  FROM (SELECT id, uid, printf('%07d', id) AS digits
    FROM (SELECT key + CAST(?2 AS INTEGER) AS id, value AS uid FROM json_each(?1)))`;

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
    const uids = Array.from({ length }, (_none, index) => references('contact', start + index));
    await sql.run(insertion, JSON.stringify(uids), start, list, moment.dateTime, ...names);
  }
  return list;
}
