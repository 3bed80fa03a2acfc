import type { EgoiClient } from '@egoi-client/core';
import { serveAccount, type ServedAccount } from './v3-served.ts';

/** The contact of the examples. */
const ana = '34b7624024';
/** In place of the campaign `a1B2c3` of the examples: the account makes hashes of 32 hexadecimal digits. */
export const november = 'a1b2c3'.padEnd(32, '0');

/** An account as the examples assume it. */
export interface Scene extends Omit<ServedAccount, 'send'> {
  readonly send: ServedAccount['send'];
  /** Does something at a moment, `YYYY-MM-DD HH:MM:SS`, which stays the time. */
  readonly at: <T>(moment: string, doing: () => Promise<T>) => Promise<T>;
}

/** Lists 3 to 9, of which 8 and 9 are those of the examples; fields 2 and 3 of list 9, tags 5 and 6. */
export async function openScene(): Promise<Scene> {
  let now = new Date('2025-01-31T10:20:30Z');
  const made = { subscriber: 0, campaign: 0 };
  const first = { subscriber: ana, campaign: november };
  const served = await serveAccount({
    now: () => now,
    ids(kind) {
      made[kind] += 1;
      if (made[kind] === 1) return first[kind];
      return made[kind].toString(16).padStart(first[kind].length, '0');
    },
    callbacks: 'off',
  });
  const at: Scene['at'] = (moment, doing) => {
    now = new Date(`${moment.replace(' ', 'T')}Z`);
    return doing();
  };
  const { v2 } = served;
  const send: Scene['send'] = (...request) => served.send(...request);
  for (let count = 1; count < 8; count += 1) await v2.createList({ nome: `List ${count}` });
  await v2.createList({ nome: 'Shop' });
  await at('2025-02-01 10:20:30', () =>
    send('PATCH', '/lists/8', { internal_name: 'shop', group_id: 3 }),
  );
  await at('2026-01-31 10:20:30', () => v2.createList({ nome: 'Newsletter', idioma_lista: 'pt' }));
  await v2.addExtraField({ listID: 8, name: 'Other', type: 'texto' });
  await v2.addExtraField({ listID: 9, name: 'Cidade', type: 'texto' });
  await addTags(v2);
  await v2.createSegment({ listID: 9, name: 'Porto', fields: { extra_2: 'Porto' } });
  await at('2026-02-01 10:20:30', () => send('PATCH', '/lists/9', { internal_name: 'news-int' }));
  for (const listID of [1, 2]) await v2.deleteList({ listID });
  return { ...served, send, at };
}

async function addTags(v2: EgoiClient): Promise<void> {
  for (const name of ['a', 'b', 'c', 'd']) await v2.addTag({ name });
  await v2.addTag({ name: 'vip', color: '#00AEDA' });
  await v2.addTag({ name: 'new', color: '#FFFFFF' });
  for (const tag of [1, 2, 3, 4]) await v2.deleteTag({ tag });
}

/** Adds the contact of the examples, as it was changed a day later. */
export async function addAna({ at, send, account }: Scene): Promise<void> {
  const base = {
    first_name: 'Ana',
    last_name: 'Silva',
    birth_date: '1990-01-31',
    language: 'pt',
    email: 'ana@example.com',
    cellphone: '351-912345678',
  };
  await at('2026-11-20 09:00:00', () => send('POST', '/lists/9/contacts', { base }));
  const extra = [{ field_id: 2, value: 'Porto' }];
  const contact = `/lists/9/contacts/${ana}`;
  await at('2026-11-21 09:00:00', () => send('PATCH', contact, { extra }));
  await send('POST', '/lists/9/contacts/actions/attach-tag', { tag_id: 5, contacts: [ana] });
  await account.workOff();
}

/** Adds the options field of the examples. */
export async function addOptions({ send }: Scene): Promise<void> {
  await send('POST', '/lists/9/fields/extra', { name: 'Cliente', format: 'options' });
  const labels = { en: 'Yes', pt: 'Sim', br: 'Sim', es: 'Sí', de: 'Ja', hu: 'Igen', fr: 'Oui' };
  await send('POST', '/lists/9/fields/extra/3/options', labels);
}

/** Adds 120 contacts, in the statuses of the examples. */
export async function addContacts({ v2 }: Scene): Promise<void> {
  const people = (count: number, status: 0 | 1 | 2 | 4) =>
    Array.from({ length: count }, (_, index) => ({
      email: `n${status}-${index}@example.com`,
      status,
    }));
  const subscribers = [...people(100, 1), ...people(5, 4), ...people(10, 2), ...people(5, 0)];
  await v2.addSubscriberBulk({ listID: 9, compareField: 'email', subscribers });
}

/** Adds the e-mail campaign of the examples. */
export async function addCampaign({ at, v2 }: Scene): Promise<void> {
  const content = { subject: 'November news', internal_name: 'Nov', message: '<p>Hello</p>' };
  await at('2026-11-01 09:00:00', () =>
    v2.createCampaignEmail({ listID: 9, from: '1', ...content }),
  );
}

/** Sends it to the contact of the examples, who opens it and clicks. */
export async function sendCampaign({ at, v2, account }: Scene): Promise<void> {
  const campaign = november;
  await at('2026-11-02 09:00:00', () => v2.sendEmail({ listID: 9, campaign, segment: 'all' }));
  const opened = { campaign, subscriber: 'ana@example.com' };
  await account.recordEvent({ ...opened, event: 'view' });
  await account.recordEvent({ ...opened, event: 'click', url: 'https://www.example.com/' });
}
