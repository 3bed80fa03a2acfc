import { eitherOf, id, integer, listOf, struct, text, textLike, word } from './declare.ts';
import type { Schema } from './schema.ts';

const dayPattern = /\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])/.source;
const timePattern = /(?:[01]\d|2[0-3]):[0-5]\d:[0-5]\d(?:\.\d{1,9})?/.source;
const zonePattern = /Z|[+-](?:[01]\d|2[0-3]):?[0-5]\d/.source;
const momentPattern = new RegExp(`^(?:${dayPattern}(?:[ T]${timePattern}(?:${zonePattern})?)?)?$`);
const wholeDayPattern = new RegExp(`^(?:${dayPattern})?$`);

/** A moment, as RFC 3339 has it or `YYYY-MM-DD HH:MM:SS`; `''` where there is none. */
export function moment(description: string): Schema {
  return textLike(
    momentPattern,
    'must be a moment as YYYY-MM-DD HH:MM:SS or as RFC 3339 has it',
    `${description} \`YYYY-MM-DD HH:MM:SS\` or RFC 3339; \`''\` is none.`,
  );
}

/** A calendar day; `''` where there is none. */
export function day(description: string): Schema {
  return textLike(
    wholeDayPattern,
    'must be a day as YYYY-MM-DD',
    `${description} \`YYYY-MM-DD\`; \`''\` is none.`,
  );
}

/** An hour of the day. */
export function hour(description: string): Schema {
  return textLike(
    /^(?:\d|[01]\d|2[0-3]):[0-5]\d$/,
    'must be an hour as HH:MM',
    `${description} \`HH:MM\`.`,
  );
}

/** The reference of a campaign. */
export const campaignHash = textLike(
  /^[\w-]+$/,
  'must be a campaign hash of letters, digits, _ and -',
  'Campaign, by its hash.',
);

/** A phone number as prefix-number; `''` where there is none. */
export function phone(description: string): Schema {
  return textLike(
    /^$|^\d{1,3}-\d{4,20}$/,
    'must be a phone number as 351-912345678, without a +',
    `${description} As prefix-number, without a +: \`351-912345678\`.`,
  );
}

/** The reference of a contact, which version 2 of the API calls its UID. */
export const contactId = textLike(
  /^[\da-fA-F]{10}$/,
  'must be a contact id of ten hexadecimal digits',
  'Contact, by its ten hexadecimal digits; the `UID` of API v2.',
);

/** A field by its name or its number. */
export const fieldId = textLike(
  /^[\w-]+$/,
  'must be the name or the number of a field',
  'Field: a name such as `email`, or the number of an extra field as text.',
);

/** The number of a list. */
export const listId = id('Contact list.');

/** The number of an extra field. */
export const extraFieldId = id('Extra field, by its number.');

/** The languages of contacts and lists. */
export const languages = ['en', 'pt', 'br', 'es', 'de', 'hu', 'fr'] as const;

/** Numbers of users who are told when work is done. */
export const notify = listOf(
  integer('User.'),
  'Numbers of the users who get a notice when it is done.',
);

/** The ids of contacts that an action is meant for. */
export const contactIds = listOf(contactId, 'Contacts that it is for, by their ids.', {
  leastItems: 1,
  isUnique: true,
});

/** The answer to work that the service has taken and does later, or has begun. */
export const accepted = struct('Accepted', 'The service took the work; it says no number of it.', {
  expected: { result: word(['success'], 'Always `success`.') },
});

/** The value of an extra field, whatever its format. */
export const extraValue = eitherOf(
  [
    text('Text, day, number or address.'),
    listOf(integer('Option.'), 'Numbers of the options that are chosen.'),
  ],
  "Text in every format but `options`, which has numbers of options; phones as prefix-number, `''` for none.",
  'must be text, or a list of numbers of options',
);
