import {
  eitherOf,
  flag,
  listOf,
  type Shape,
  struct,
  text,
  textLike,
  word,
} from '../schema/declare.ts';
import { campaignHash, hour } from '../schema/kinds.ts';
import type { Schema } from '../schema/schema.ts';

/** The parameters of the path to one campaign. */
export const ofCampaign = { campaign_hash: campaignHash };

/** The campaign that was made or changed. */
export const campaignReference = struct(
  'CampaignReference',
  'The campaign that was made or changed.',
  { required: { campaign_hash: campaignHash } },
);

/** The name of a campaign. */
export const internalName = text('Name that only the account sees.');

const toAll = struct('SendToAll', 'To all active contacts of the list.', {
  required: { type: word(['none'], 'No choice among them.') },
});

const toSegments = struct('SendToSegments', 'To the contacts of segments.', {
  required: {
    type: word(['segment'], 'Segments.'),
    data: listOf(text('Segment, by its id.'), 'Segments, by their ids.'),
  },
});

/** Whom a campaign goes to. @param typeName name of the form for one contact @param address what that contact is known by */
export function recipients(typeName: string, address: Schema): Schema {
  const toOne = struct(typeName, 'To one contact.', {
    required: { type: word(['contact'], 'One contact.'), data: address },
  });
  return eitherOf(
    [toAll, toSegments, toOne],
    'Whom it goes to: everybody, segments, or one contact.',
    'must have the type none, segment or contact',
  );
}

/** The e-mail address of the one contact that a campaign goes to. */
export const oneEmail = textLike(
  /^[^\s@]+@[^\s@]+$/,
  'must be an e-mail address',
  'E-mail address of the contact.',
);

/** The number of the one contact that a campaign goes to: looser than those that contacts have. */
export const oneCellphone = textLike(
  /^\d{1,4}-\d{3,14}$/,
  'must be a phone number as 351-912345678, without a +',
  'Mobile of the contact, as prefix-number.',
);

/** The hours between which messages go out. */
export const hours = struct('SendingHours', 'The hours between which messages go out.', {
  optional: { hour_start: hour('From then.'), hour_end: hour('Until then.') },
});

/** Whether a contact that is there twice gets one message. */
export const uniqueContactsOnly = flag(
  'Whether an address that several contacts have gets one message.',
);

/** The two forms of an order to send: now, or at a moment. */
export function sendingOrder(
  typeName: string,
  { required, optional, nowOnly = {} }: { required: Shape; optional: Shape; nowOnly?: Shape },
  moment: Schema,
): Schema {
  return eitherOf(
    [
      struct(`${typeName}Now`, 'An order to send now.', {
        required,
        optional: { ...optional, ...nowOnly },
      }),
      struct(`${typeName}Later`, 'An order to send at a moment.', {
        required: { ...required, schedule_date: moment },
        optional,
      }),
    ],
    'Whom it goes to, and when.',
    'must have the list and segments',
  );
}
