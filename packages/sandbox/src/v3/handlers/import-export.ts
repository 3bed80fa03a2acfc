import { type ContactRules, contactRulesOf } from '../../account/contacts/contact-change.ts';
import type { ExportColumn } from '../../account/contacts/export-contacts.ts';
import type { ImportMode } from '../../account/contacts/import-contacts.ts';
import { requireList } from '../../account/lists/lists.ts';
import { enqueue } from '../../account/queue/queue.ts';
import { type WrittenChange, writtenChange } from '../../account/queue/queued-work.ts';
import { requireReferenced } from '../../account/segments/segments.ts';
import { newFileName } from '../../account/store/made-files.ts';
import { checkUrl } from '../calls/callback-url.ts';
import type { ImportContactsBody } from '@egoi-client/v3-api';
import { accepted, type HandlerCall } from '../calls/handler.ts';
import { refusalIn, unprocessable } from '../calls/refusal.ts';
import { baseFieldNamed, baseFieldNames } from '../calls/words.ts';
import { readUniqueField } from './contacts.ts';
import { type ContactBody, type ContactReading, readContact } from './read-contact.ts';
import { readSegmentReference } from './segment-reference.ts';

const modes: Readonly<Record<ImportContactsBody['mode'], ImportMode>> = {
  add: 'add',
  update: 'update',
  update_only: 'updateOnly',
};

/** Contacts in and out in large numbers; both wait for their turn. */
export const importExportHandlers = {
  async actionImportBulk(call: HandlerCall<'actionImportBulk'>) {
    const { moment } = call;
    const { body } = call.input;
    const list = await requireList(call.sql, call.input.list_id);
    const rules = await contactRulesOf(call, list);
    const compare = readUniqueField(body.compare_field, rules.policy.unique);
    if (!('contacts' in body)) {
      throw unprocessable('file', 'The account fetches no files: send the contacts');
    }
    const empty = body.force_empty === true ? 'clears' : 'says nothing';
    const rows = readRows(body.contacts, rules, { empty, moment: moment.dateTime });
    const wrong = body.contacts.length - rows.length;
    const callback =
      body.callback_url === undefined ? undefined : checkUrl('callback_url', body.callback_url);
    await enqueue(call, {
      type: 'import',
      list,
      total: body.contacts.length,
      work: { does: 'import', rows, wrong, compare, mode: modes[body.mode], callback },
    });
    return accepted;
  },

  async actionExportContacts(call: HandlerCall<'actionExportContacts'>) {
    const { sql, filesUrl } = call;
    const { body } = call.input;
    const list = await requireList(sql, call.input.list_id);
    const segments = (body.segments ?? []).map(readSegmentReference);
    for (const segment of segments) await requireReferenced(sql, list.id, segment);
    const { extraFields } = await contactRulesOf(call, list);
    const columns = readColumns(body.fields ?? [], [...extraFields.keys()]);
    const file = newFileName('contacts', body.format);
    const url =
      body.callback_url === undefined ? undefined : checkUrl('callback_url', body.callback_url);
    const callback = url === undefined ? undefined : { url, fileUrl: `${filesUrl}/${file}` };
    await enqueue(call, {
      type: 'export',
      list,
      work: { does: 'export', format: body.format, segments, columns, file, callback },
    });
    return accepted;
  },
};

/** The rows that can be contacts. Those that cannot are only counted, in the end. */
function readRows(
  contacts: readonly ContactBody[],
  rules: ContactRules,
  reading: ContactReading,
): WrittenChange[] {
  return contacts.flatMap((contact) => {
    try {
      return [writtenChange(readContact(contact, rules, reading))];
    } catch (error) {
      if (refusalIn(error) === undefined) throw error;
      return [];
    }
  });
}

/** @throws Refusal 422 for a name that no field has */
function readColumns(names: readonly string[], extraFields: readonly number[]): ExportColumn[] {
  const all = [...Object.values(baseFieldNames), ...extraFields.map(String)];
  const columns = (names.length === 0 ? all : names).map((title): ExportColumn => {
    const id = /^\d{1,15}$/.test(title) ? Number(title) : undefined;
    if (id !== undefined && extraFields.includes(id)) return { title, of: id };
    const field = baseFieldNamed(title);
    if (field === undefined) throw unprocessable('fields', `'${title}' is no field of the list`);
    return { title, of: field };
  });
  return [{ title: 'contact_id', of: 'uid' }, ...columns];
}
