import { readId, readWord } from '@egoi-client/core/wire';
import { readName } from '../calls/params.ts';
import { setChoices } from '../../account/lists/field-options.ts';
import { requireExtraField } from '../../account/lists/lists.ts';
import { dropField, type ExtraField, saveField } from '../../account/store/extra-fields.ts';
import { readChoices } from './contact-fields.ts';
import { requireListOf } from './find-named.ts';
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
    const choices = field.type === 'choice' ? readWord(call.params, 'opcoes') : undefined;
    await saveField(call.sql, { ...field, name });
    if (choices !== undefined) await setChoices(call.sql, field, readChoices(choices));
    return outcomeOk;
  },
} as const satisfies Record<string, Handler>;

async function requireField(call: HandlerCall): Promise<ExtraField> {
  return requireExtraField(call.sql, await requireListOf(call), readId(call.params, 'id'));
}
