import {
  count,
  eitherOf,
  id,
  integer,
  listOf,
  mapOf,
  orNull,
  struct,
  text,
  word,
} from '../schema/declare.ts';
import { contactId, day, extraFieldId, extraValue, moment } from '../schema/kinds.ts';
import {
  addressStatuses,
  advertising,
  consent,
  email,
  language,
  looseCellphone,
  loosePhone,
  names,
  onOff,
  origin,
  pushTokens,
  removalMethods,
  removalReasons,
  statuses,
} from './contact-parts.ts';
import { fieldFormats } from './fields.ts';

const answeredBase = struct(
  'ContactBase',
  'The fields that every list has, and what the service keeps.',
  {
    required: { contact_id: contactId },
    expected: {
      status: word(statuses, 'What the contact is.'),
      consent,
      consent_date: moment('When consent was given.'),
      subscription_method: word(
        ['manual', 'form', 'imported', 'referral', 'api'],
        'How the contact came.',
      ),
      subscription_date: moment('When the contact came.'),
      subscription_form: integer('Form by which the contact came; `0` is none.'),
      unsubscription_method: word([...removalMethods, ''], "How the contact left; `''` is none."),
      unsubscription_reason: word([...removalReasons, ''], "Why the contact left; `''` is none."),
      unsubscription_observation: text('What the contact said when leaving.'),
      unsubscription_date: moment('When the contact left.'),
      change_date: day('When the contact was last changed.'),
      ...names,
      language,
      email,
      cellphone: looseCellphone,
      phone: loosePhone,
      ...addressStatuses,
      ...pushTokens,
    },
  },
);

const answeredExtra = struct('ContactExtraField', 'The value of an extra field.', {
  required: { field_id: extraFieldId },
  expected: { format: word(fieldFormats, 'Format of its values.'), value: extraValue },
  optional: { status: word(onOff, 'Whether an address in the field is used.') },
});

const contactMembers = {
  required: { base: answeredBase },
  expected: {
    extra: listOf(
      answeredExtra,
      'Values of extra fields; the service lists those without a value as well.',
    ),
    tags: listOf(integer('Tag.'), 'Tags of the contact.'),
  },
};

/** A contact of a page. */
export const contact = struct('Contact', 'A contact of a list.', contactMembers);

const emailStats = struct('ContactEmailStats', 'What e-mails to the contact came to.', {
  expected: {
    sent: count('E-mails sent.'),
    opens: count('Times that they were opened.'),
    clicks: count('Clicks on links.'),
    soft_bounces: count('Those that came back for now.'),
    hard_bounces: count('Those that came back for good.'),
    forwards: count('Times that they were passed on.'),
    conversions: count('Purchases and goals that followed.'),
    social_actions: count('Times that they were shared.'),
  },
  optional: {
    last_send_date: orNull(moment('When the last one was sent.')),
    last_open_date: orNull(moment('When one was last opened.')),
    last_click_date: orNull(moment('When a link was last clicked on.')),
    last_open_country: orNull(text('Country where one was last opened.')),
    last_open_region: orNull(text('Region where one was last opened.')),
    last_open_city: orNull(text('City where one was last opened.')),
  },
});

const pushStats = struct('ContactPushStats', 'What push messages to the contact came to.', {
  optional: {
    sent: count('Messages sent.'),
    delivered: count('Those that arrived.'),
    not_delivered: count('Those that did not arrive.'),
    views: count('Times that they were opened.'),
    clicks: count('Clicks on them.'),
    last_view_date: orNull(moment('When one was last opened.')),
  },
});

const webPushStats = struct(
  'ContactWebPushStats',
  "What messages to the contact's browsers came to.",
  {
    optional: {
      sent: count('Messages sent.'),
      delivered: count('Those that arrived.'),
      clicks: count('Clicks on them.'),
      bounces: count('Those that came back.'),
      last_send_date: orNull(moment('When the last one was sent.')),
      last_delivery_date: orNull(moment('When one last arrived.')),
      last_click_date: orNull(moment('When one was last clicked on.')),
      last_bounce_date: orNull(moment('When one last came back.')),
    },
  },
);

/** A contact with what was sent to it and came of that. */
export const contactWithStats = struct('ContactDetails', 'A contact with its statistics.', {
  required: contactMembers.required,
  expected: { ...contactMembers.expected, email_stats: emailStats },
  optional: {
    sms_stats: struct('ContactSmsStats', 'What SMS to the contact came to.', {
      expected: { sent: count('SMS sent.'), delivered: count('Those that arrived.') },
    }),
    push_stats: pushStats,
    webpush_stats: webPushStats,
    voice_stats: struct('ContactVoiceStats', 'What calls to the contact came to.', {
      expected: { sent: count('Calls made.'), answered: count('Those that were answered.') },
    }),
    traffic_stats: struct('ContactTraffic', 'Where the contact came from.', {
      optional: { ...origin, advertising },
    }),
  },
});

/** The id of the contact that was added or changed. */
export const contactReference = struct(
  'ContactReference',
  'The contact that was added or changed.',
  {
    required: { contact_id: contactId },
  },
);

/** One thing that a contact did or that was done to it. */
export const activity = struct(
  'ContactActivity',
  'Something that a contact did or that was done to it.',
  {
    required: { action_name: text('What it was: `email_open`, `attach_tag`, …') },
    expected: { date: moment('When it was.') },
    optional: {
      action_data: struct('ContactActivityData', 'What it was about.', {
        optional: {
          campaign_hash: text('Campaign, by its hash.'),
          url: text('Address that was clicked on.'),
          tag_id: id('Tag.'),
          automation_id: id('Automation.'),
        },
      }),
    },
  },
);

/** What 409 says where a contact has a value already that may come once. */
export const uniqueFieldConflict = {
  reasons: { unique_field_in_use: 'A unique field is already being used' },
  details: {
    field_id: text('The field: its name, or the number of an extra field.'),
    contacts: listOf(contactId, 'Contacts that have the value.'),
  },
};

const notStarted = listOf(contactId, 'Contacts, by their ids.');

/** The contacts that an automation was not started with: the service has it in two forms. */
export const startErrors = eitherOf(
  [notStarted, mapOf(notStarted, 'Contacts by the reason: `already_in_queue`.')],
  'Contacts with which it was not done: a list, or lists by the reason (`already_in_queue`).',
  'must be a list of contacts, or lists by the reason',
);
