import type { EgoiErrorCode } from '../error-table.ts';

type Advice = Partial<Record<EgoiErrorCode, string>>;

const tooLong = 'Shorten the message to 160 characters.';

/** Campaigns and sending. */
export const campaignAdvice = {
  NO_CAMPAIGN: 'Give `campaign`, the hash that making it answered.',
  CAMPAIGN_NOT_FOUND: 'The account has no campaign with this hash. Ask getCampaigns.',
  CAMPAIGN_NOT_VALID:
    'The campaign is of another channel, or cannot be sent. Look at its `CHANNEL` and `STATUS` in getCampaigns.',
  CANNOT_EDIT_CAMPAIGN: 'The campaign is being sent or was sent. Make a new one.',
  CANNOT_BE_DELETED:
    "Periodic and triggered campaigns are deleted in the service's own pages only.",
  ALREADY_DELETED: 'Nothing to do: the campaign is deleted. This may be taken as success.',
  NO_SUBJECT: 'Give `subject`: the subject of an e-mail, the title of the others.',
  NO_MESSAGE: 'Give the contents: `message`, or for an e-mail a `url`.',
  MESSAGE_TOO_LONG: tooLong,
  MESSAGE_TO_LONG: `${tooLong} A spelling of one of the maker's wrappers.`,
  INVALID_URL:
    'The service cannot load the address. Give a whole `http` or `https` address that anyone can read.',
  INVALID_OPTION: 'An option of the send is not one that the method has. Compare with its page.',
  NO_CELLPHONE: 'Give at least one mobile number.',
  NO_CELLPHONE_OR_TELEPHONE: 'Give at least one mobile or telephone number.',
  NO_ZIP_FILE: 'Give the ZIP file with the contents, or use `message` or `url`.',
  NO_FAX_FILE: 'Give the file of the fax.',
  NO_AUDIO_FILE: 'Give the recording.',
} as const satisfies Advice;

/** Senders. */
export const senderAdvice = {
  INVALID_FROM: 'Give the `FROMID` of a sender that is validated (getSenders).',
  INVALID_REPLY: 'Give the `FROMID` of a validated sender as the reply-to.',
  CHANNEL_MISSING: "Give `channel`, such as `'email'` or `'telemovel'`.",
  SENDER_MISSING:
    "Say which sender; the documentation's text for this code is that of `SENDER_EXISTS`.",
  SENDER_EXISTS: 'Use the sender that is there; getSenders tells its code.',
  SENDER_NOT_EXISTS: 'The account has no such sender. Ask getSenders.',
  FILE_SENDER_MISSING:
    "Give the approval file; the documentation's text for this code is that of `SENDER_EXISTS`.",
  FILE_TOO_LARGE: 'The file may have 8 MB.',
  INVALID_FILE: 'Give a file of the format that the method names.',
  CNAME_MISSING: 'Give the domain.',
} as const satisfies Advice;

/** Reports. */
export const reportAdvice = {
  NO_DATA:
    'From getReport: the results are not ready yet, ask again later. From the advanced reports: no list or campaign was given.',
  NO_TEMPLATE_PROVIDED: 'Give the template of the report.',
  TEMPLATE_NOT_FOUND: 'The account has no such template, or none at all. Ask getTemplates.',
  NO_LISTS_OR_CAMPAIGNS_PROVIDED: 'Give lists or campaigns.',
  NO_LISTS_PROVIDED: 'Give at least one list.',
  NO_LISTS_PROVIDED_AS_ARRAY: 'Give the lists as a list, also where it is one.',
  NO_CAMPAIGNS_PROVIDED: 'Give at least one campaign.',
  NO_CAMPAIGNS_PROVIDED_AS_ARRAY: 'Give the campaigns as a list, also where it is one.',
  INVALID_CAMPAIGN_ID_PROVIDED_IN_ARRAY: 'One of the campaigns does not exist. Ask getCampaigns.',
  CANT_GENERATE_ADVANCED_REPORT: 'The report cannot be made of these lists and campaigns.',
} as const satisfies Advice;
