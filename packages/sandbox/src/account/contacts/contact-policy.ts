import {
  type CompareField,
  type ContactField,
  currentFields,
  type PersonalField,
  personalFields,
} from '../contact-fields.ts';
import type { ExtraField } from '../store/extra-fields.ts';
import { type List, uniqueFieldsOf } from '../store/lists.ts';
import type { SandboxContactRules } from '../work/account-settings.ts';

/** The rules as they hold for one list. */
export interface ContactPolicy {
  /** The fields that contacts have. */
  readonly fields: readonly PersonalField[];
  readonly required: readonly ContactField[];
  readonly unique: readonly CompareField[];
  readonly hasFormerFields: boolean;
}

/**
 * Makes the rules those of a list. The e-mail address is unique in a list for e-mail, the mobile number
 * in one for SMS or voice; others by choice, which also goes for those two.
 *
 * @param extraFields those of the list
 */
export function contactPolicy(
  rules: SandboxContactRules,
  list: List,
  extraFields: readonly Pick<ExtraField, 'id' | 'is_unique'>[],
): ContactPolicy {
  const { required = [], unique = [], formerFields: hasFormerFields = false } = rules;
  const byChannel: CompareField[] = [];
  if (list.channel_email === 1) byChannel.push('email');
  if (list.channel_sms === 1 || list.channel_voice === 1) byChannel.push('cellphone');
  const byChoice = unique.flatMap((field): readonly CompareField[] =>
    field === 'extra' ? extraFields.map(({ id }) => id) : [field],
  );
  const chosen = extraFields.filter(({ is_unique }) => is_unique === 1).map(({ id }) => id);
  const decided = uniqueFieldsOf(list);
  const isDecided = (field: CompareField) => typeof field === 'string' && field in decided;
  const decidedFor = currentFields.filter((field) => decided[field] === true);
  return {
    fields: hasFormerFields ? personalFields : currentFields,
    required,
    unique: [
      ...new Set([
        ...byChannel.filter((field) => !isDecided(field)),
        ...byChoice,
        ...chosen,
        ...decidedFor,
      ]),
    ],
    hasFormerFields,
  };
}
