import { flagParam, type Params, struct, text, textParam } from './kinds.ts';
import { textsParam } from './shared-kinds.ts';

const link = (what: string, where: string) =>
  flagParam(`Shows or hides the helper link '${what}' at the ${where} of the e-mail.`).nullish();

/** Switches of the helper links around an e-mail. */
export const helperLinks = {
  link_referer_top: link('referer', 'top'),
  link_referer_bottom: link('referer', 'bottom'),
  link_view_top: link('view', 'top'),
  link_view_bottom: link('view', 'bottom'),
  link_remove_top: link('remove', 'top'),
  link_remove_bottom: link('remove', 'bottom'),
  link_edit_top: link('edit', 'top'),
  link_edit_bottom: link('edit', 'bottom'),
  link_print_top: link('print', 'top'),
  link_print_bottom: link('print', 'bottom'),
  link_social_networks_top: link('social networks', 'top'),
  link_social_networks_bottom: link('social networks', 'bottom'),
} satisfies Params;

/** The name that the account shows. */
export const internalName = textParam('Name of the campaign inside the account.').nullish();
/** The sender of a campaign. */
export const from = textParam('Code of a validated sender (`FROMID` of getSenders).');
const oldSender = (what: string) =>
  textParam(`${what}; in calls of about 2011, in place of a code.`).nullish();

/** Sender and reply-to as calls of about 2011 name them. */
export const oldSenders = {
  from_name: oldSender('Name of the sender'),
  from_email: oldSender('Address of the sender'),
  reply_name: oldSender('Name of the reply-to'),
  reply_email: oldSender('Address of the reply-to'),
} satisfies Params;

/** Who gets a campaign. */
export const recipients = {
  email: textsParam('Addresses of the recipients, one or several; or give `segment`.').nullish(),
  segment: textsParam("`'all'`, in any case, or names of segments.").nullish(),
} satisfies Params;
/** A file that travels inside the call. */
export const file = (what: string) =>
  textParam(`${what}, base64; its name is the sandbox's choice.`).nullish();

/** What making a campaign answers. */
export const newCampaign = struct(
  { ID: text('Hash of the campaign.') },
  'The new campaign.',
  'NewCampaign',
);
/** What sending answers. */
export const sent = struct(
  {
    ID: text('Says that it was sent; the hash of the campaign.').optional(),
    CAMPAIGN: text('Hash of the campaign that was made for a direct message.').optional(),
  },
  'What was sent.',
  'SentMessage',
);

/** Codes of every send. */
export const recipientErrors = [
  'SUBSCRIBER_NOT_FOUND',
  'SUBSCRIBER_NOT_ACTIVE',
  'INVALID_OPTION',
] as const;

/** Said of every method whose parameters no source knows. */
export const unknownParams = (names: string) =>
  `No source knows the parameters; ${names} are the sandbox's choice.`;
