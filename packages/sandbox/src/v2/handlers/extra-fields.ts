import { readId, readName, readWord } from '../calls/params.ts';
import { Refusal } from '../calls/refusal.ts';
import {
  dropField,
  type ExtraField,
  extraFieldsOf,
  saveField,
} from '../../account/store/extra-fields.ts';
import { requireList } from './find-list.ts';
import { type Handler, type HandlerCall, outcomeOk } from '../calls/handler.ts';

/** What changes the extra fields of a list. */
export const extraFieldHandlers = {
  async deleteExtraField(call) {
    await dropField(call.sql, (await requireField(call)).id);
    return outcomeOk;
  },

  async editExtraField(call) {
    const field = await requireField(call);
    const name = readName(call.params, 'name', 'FIELD_NAME_MISSING');
    const options = field.type === 'lista' ? readWord(call.params, 'opcoes') : undefined;
    await saveField(call.sql, { ...field, name, options: options ?? field.options });
    return outcomeOk;
  },
} as const satisfies Record<string, Handler>;

/** The field that `id` names. @throws Refusal `FIELD_NOT_FOUND`, also for none and for one of another list */
async function requireField(call: HandlerCall): Promise<ExtraField> {
  const list = await requireList(call);
  const id = readId(call.params, 'id');
  const field = (await extraFieldsOf(call.sql, [list.id])).find((known) => known.id === id);
  if (field === undefined) throw new Refusal('FIELD_NOT_FOUND');
  return field;
}
