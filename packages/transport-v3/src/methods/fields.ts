import type { MethodName, WireObject } from '@egoi-client/core';
import { setMember, readWord, idIn } from '@egoi-client/core/wire';
import type { FieldOption } from '@egoi-client/v3-api';
import { lostParameters, type MethodEntry } from '../calls/method-entry.ts';
import { readListId, readName, readText } from '../calls/params.ts';
import { type ProblemCodes, Refusal } from '../calls/refusal.ts';
import type { FurtherStep } from '../calls/further-steps.ts';
import type { V3Call } from '../calls/v3-call.ts';
import { extraFieldsIn, fieldsKey, labelOf, readFields } from '../contacts/extra-fields.ts';
import { formatsOfTypes, typesOfFormats } from '../values/words.ts';

const isFax = (params: WireObject): boolean => readWord(params, 'type') === 'fax';

const codes: ProblemCodes = {
  notFound: 'FIELD_NOT_FOUND',
  conflict: 'IN_USE',
  invalid: { name: 'FIELD_NAME_MISSING', format: 'INVALID_TYPE' },
};

/** Extra fields of a list. */
export const fieldMethods = {
  addExtraField: {
    verdict: 'exact',
    operations: ['createExtraField', 'createFieldOption'],
    cost: { requests: 1, further: 'one for each option' },
    losses: [
      {
        kind: 'approximate',
        name: 'type',
        reason: 'API v3 has no fields for fax numbers: INVALID_TYPE',
        occurs: isFax,
        effects: { endings: [['answer', 'INVALID_TYPE']] },
      },
    ],
    async answer(call) {
      const list_id = readListId(call.params);
      const name = readName(call.params, 'name', 'FIELD_NAME_MISSING');
      const type = readText(call.params, 'type', 'INVALID_TYPE') || 'texto';
      if (!Object.hasOwn(formatsOfTypes, type)) throw new Refusal('INVALID_TYPE');
      const format = formatsOfTypes[type as keyof typeof formatsOfTypes];
      const labels = format === 'options' ? labelsIn(readWord(call.params, 'opcoes') ?? '') : [];
      return call.change(fieldsKey(list_id), async () => {
        const body = { name, format };
        const { field_id } = await call.ask('createExtraField', { list_id, body }, codes);
        const steps = labels.map((label) => addOption(call, list_id, idIn(field_id), label));
        return call.finish([`field ${field_id}`], { NEW_ID: field_id }, steps);
      });
    },
  },

  deleteExtraField: {
    verdict: 'exact',
    operations: ['deleteExtraField'],
    cost: { requests: 1 },
    losses: [],
    async answer(call) {
      const list_id = readListId(call.params);
      const field_id = readFieldId(call);
      await call.change(fieldsKey(list_id), () =>
        call.ask('deleteExtraField', { list_id, field_id }, codes),
      );
      return { RESULT: 'OK' };
    },
  },

  editExtraField: {
    verdict: 'with losses',
    operations: ['getAllFields', 'patchExtraField', 'createFieldOption', 'deleteFieldOption'],
    cost: {
      requests: 1,
      further: 'with opcoes one for the fields and one for each option that comes or goes',
    },
    losses: lostParameters('API v3 cannot change the kind of a field: make a new one', ['type'], {
      effects: 'unseen',
    }),
    async answer(call) {
      const list_id = readListId(call.params);
      const field_id = readFieldId(call);
      const name = readName(call.params, 'name', 'FIELD_NAME_MISSING');
      const steps = await optionSteps(call, list_id, field_id);
      return call.change(fieldsKey(list_id), async () => {
        await call.ask('patchExtraField', { list_id, field_id, body: { name } }, codes);
        return call.finish(['the name'], { RESULT: 'OK' }, steps);
      });
    },
  },

  getExtraFields: {
    verdict: 'exact',
    operations: ['getAllFields'],
    cost: { requests: 1, further: 'one for each further 1,000 fields' },
    losses: [
      { kind: 'approximate', name: 'TYPE', reason: 'a field for fax numbers is told as telefone' },
    ],
    async answer(call) {
      const fields = extraFieldsIn(await readFields(call, readListId(call.params)));
      const told: WireObject = {};
      for (const [id, { name, format }] of fields) {
        setMember(told, String(id), { NAME: name, TYPE: typesOfFormats[format] ?? format });
      }
      return { extra_fields: told };
    },
  },
} as const satisfies Partial<Record<MethodName, MethodEntry>>;

/** The number of a field, with or without `extra_` in front. */
function readFieldId({ params }: V3Call): number {
  const id = idIn((readWord(params, 'id') ?? '').replace(/^extra_/, ''));
  if (id === 0) throw new Refusal('FIELD_NOT_FOUND');
  return id;
}

/** Labels of options, which commas part. */
function labelsIn(text: string): string[] {
  const labels = text.split(',').map((label) => label.trim());
  return [...new Set(labels)].filter((label) => label !== '');
}

function addOption(call: V3Call, list_id: number, field_id: number, label: string): FurtherStep {
  // API v2 has one label for all languages.
  const body = { en: label, pt: label, br: label, es: label, de: label, hu: label, fr: label };
  return {
    name: 'opcoes',
    words: `option ${label}`,
    run: () => call.ask('createFieldOption', { list_id, field_id, body }, codes),
  };
}

function dropOption(
  call: V3Call,
  list_id: number,
  field_id: number,
  option: FieldOption,
): FurtherStep {
  const { option_id } = option;
  return {
    name: 'opcoes',
    words: `the end of option ${labelOf(option)}`,
    run: () => call.ask('deleteFieldOption', { list_id, field_id, option_id }, codes),
  };
}

/** What makes the options of a field those that the call names; nothing where it names none, or the field has none. */
async function optionSteps(call: V3Call, list: number, id: number): Promise<FurtherStep[]> {
  const text = readWord(call.params, 'opcoes');
  if (text === undefined) return [];
  const field = extraFieldsIn(await readFields(call, list)).get(id);
  if (field === undefined) throw new Refusal('FIELD_NOT_FOUND');
  if (field.format !== 'options') return [];
  const wanted = labelsIn(text);
  const { options = [] } = field;
  const labels = options.map(labelOf);
  return [
    ...wanted
      .filter((label) => !labels.includes(label))
      .map((label) => addOption(call, list, id, label)),
    ...options
      .filter((option) => !wanted.includes(labelOf(option)))
      .map((option) => dropOption(call, list, id, option)),
  ];
}
