import { didYouMean, isContactField, nearest } from '@egoi-client/core/wire';
import { CommandError } from '../command-error.ts';

/** Fields by which addSubscriberBulk recognises contacts, beside extra fields. Source: reference, Subscribers. */
const compareFields = [
  'email',
  'cellphone',
  'telephone',
  'fax',
  'first_name',
  'last_name',
  'birth_date',
];

/**
 * The field by which contacts are recognised, as the service spells it.
 *
 * @throws CommandError for any other word: every row would be rejected
 */
export function compareFieldNamed(text: string): string {
  const field = text.toLowerCase();
  if (compareFields.includes(field)) return field;
  if (field.startsWith('extra_') && isContactField(field)) return field;
  throw new CommandError(
    `contacts are not recognised by --compare-field ${text}${didYouMean(text, compareFields)}`,
    [
      `It must be one of ${compareFields.join(', ')} or extra_<number>.`,
      `Type: --compare-field ${nearest(text, compareFields)[0] ?? 'email'}`,
    ],
  );
}
