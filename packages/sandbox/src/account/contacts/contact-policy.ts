import {
  type CompareField,
  type ContactField,
  currentFields,
  type PersonalField,
  personalFields,
} from '../contact-fields.ts';
import type { List } from '../store/lists.ts';
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
 * in one for SMS or voice; others by choice.
 *
 * @param extraFields the numbers of its extra fields
 */
export function contactPolicy(
  rules: SandboxContactRules,
  list: List,
  extraFields: readonly number[],
): ContactPolicy {
  const { required = [], unique = [], formerFields: hasFormerFields = false } = rules;
  const byChannel: CompareField[] = [];
  if (list.channel_email === 1) byChannel.push('email');
  if (list.channel_sms === 1 || list.channel_voice === 1) byChannel.push('cellphone');
  const byChoice = unique.flatMap((field): readonly CompareField[] =>
    field === 'extra' ? extraFields : [field],
  );
  return {
    fields: hasFormerFields ? personalFields : currentFields,
    required,
    unique: [...new Set([...byChannel, ...byChoice])],
    hasFormerFields,
  };
}
