import { listOf, struct, text, textLike, word } from '../schema/declare.ts';
import { day, languages, phone } from '../schema/kinds.ts';

/** What a contact can be. */
export const statuses = ['active', 'inactive', 'removed', 'unconfirmed'] as const;
/** Whether an address is used. */
export const onOff = ['active', 'inactive'] as const;
const consents = [
  'any',
  'consent',
  'contract',
  'legitimate_interest',
  'none',
  'protect_vital_interests',
  'public_interests',
  'required_by_law',
  'withdrawn',
] as const;

/** How contacts can leave. */
export const removalMethods = ['manual', 'form', 'unsubscribe_link', 'bounce', 'api'] as const;

/** Why contacts leave. */
export const removalReasons = [
  'not_interested',
  'lack_of_time',
  'email_address_change',
  'spam',
  'other',
] as const;

/** Names and day of birth. */
export const names = {
  first_name: text('First name.'),
  last_name: text('Last name.'),
  birth_date: day('Day of birth.'),
};
/** Language. */
export const language = word(languages, 'Language of the contact.');
/** Consent. */
export const consent = word(consents, 'On what ground the contact may be written to.');
/** E-mail address. */
export const email = text('E-mail address.');
/** Phones as they are written. */
export const phones = { cellphone: phone('Mobile.'), phone: phone('Telephone.') };
/** A mobile as imports and answers have it. */
export const looseCellphone = text('Mobile, as prefix-number.');
/** A telephone as imports and answers have it. */
export const loosePhone = text('Telephone, as prefix-number.');
/** Whether each address is used. */
export const addressStatuses = {
  email_status: word(onOff, 'Whether the e-mail address is used.'),
  cellphone_status: word(onOff, 'Whether the mobile is used.'),
  phone_status: word(onOff, 'Whether the telephone is used.'),
};

const pushToken = struct('PushToken', 'A device that takes push messages.', {
  optional: {
    app_id: textLike(/^[\w-]+$/, 'must be letters, digits, _ and -', 'App on the device.'),
    token: text('Token of the device.'),
  },
});
/** Devices that take push messages. */
export const pushTokens = {
  push_token_android: listOf(pushToken, 'Devices with Android.'),
  push_token_ios: listOf(pushToken, 'Devices with iOS.'),
};

const utm = struct('Utm', 'Where the contact came from, as addresses on the web say it.', {
  optional: {
    utm_source: text('Site or list that sent the contact.'),
    utm_medium: text('Kind of that source.'),
    utm_campaign: text('Campaign that it belongs to.'),
    utm_content: text('Which link or piece it was.'),
    utm_term: text('Words that were searched for.'),
  },
});
const referrer = struct('Referrer', 'The page that sent the contact.', {
  optional: { referrer: text('Address of the page.') },
});
/** The advertisement that sent the contact. */
export const advertising = struct('Advertising', 'The advertisement that sent the contact.', {
  optional: {
    gclid: text("Click, by Google's number."),
    msclkid: text("Click, by Microsoft's number."),
    fbclid: text("Click, by Facebook's number."),
  },
});
/** Where a contact came from. */
export const origin = { utm, referrer };
