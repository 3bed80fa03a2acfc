import type { WireValue } from '../values/wire-value.ts';
import {
  helperLinks,
  internalName,
  from,
  file,
  newCampaign,
  oldSenders,
  unknownParams,
} from './campaign-kinds.ts';
import { method, methodWithForms } from './declare-method.ts';
import { closedParams, id, openParams, type Params, struct, text, textParam } from './kinds.ts';
import { listId } from './shared-kinds.ts';

/** What an e-mail is made of, whoever sends it. */
const emailContents = {
  listID: listId,
  subject: textParam('Subject of the e-mail.'),
  internal_name: internalName,
  url: textParam('Address of a page whose HTML becomes the message.').nullish(),
  message: textParam('The message, HTML.').nullish(),
  reply: textParam("Code of the reply-to sender; its name is the sandbox's choice.").nullish(),
  file: file('A ZIP file with the contents, 8 MB at most'),
  ...helperLinks,
} satisfies Params;

function isNamed(value: WireValue | undefined): boolean {
  return value !== undefined && value !== null && value !== '';
}

/** Making campaigns of every channel. */
export const campaignCreation = {
  createCampaignEmail: methodWithForms({
    name: 'createCampaignEmail',
    group: 'campaigns',
    summary: 'Creates an e-mail campaign, which is not sent yet.',
    details:
      "The contents come from `message` or `url`, the sender from its code in `from`, or as in calls of about 2011 from `from_name` and `from_email`. Resolves with `ID`, the campaign's hash.",
    effect: 'write',
    isSpecial: (params) => isNamed(params['from_email']) && !isNamed(params['from']),
    special: {
      name: 'ByAddress',
      params: openParams({
        ...emailContents,
        ...oldSenders,
        from_email: textParam('Address of the sender; in calls of about 2011, in place of a code.'),
      }),
      result: newCampaign,
    },
    general: {
      params: openParams({ ...emailContents, from, ...oldSenders }),
      result: newCampaign,
    },
    errors: [
      'LIST_MISSING',
      'LIST_NOT_FOUND',
      'NO_SUBJECT',
      'NO_MESSAGE',
      'INVALID_URL',
      'INVALID_FROM',
      'INVALID_REPLY',
      'NO_ZIP_FILE',
      'INVALID_FILE',
      'FILE_TOO_LARGE',
    ],
    evidence: { params: 'seen', result: 'seen' },
    notes: [
      'Beside `from`, a reply-to parameter and a ZIP upload exist, under names that no source knows; the schema is open for them.',
      'With `from_email` and without `from` the call is one of about 2011, whose senders have names and addresses.',
    ],
  }),

  createCampaignFAX: method({
    name: 'createCampaignFAX',
    group: 'campaigns',
    summary: 'Creates a fax campaign.',
    effect: 'write',
    params: openParams({
      listID: listId.nullish(),
      subject: textParam('Title.').nullish(),
      internal_name: internalName,
      file: file('The fax, PDF, 8 MB at most'),
    }),
    result: struct({ ID: text('Hash of the campaign.').optional() }, 'The new campaign.'),
    errors: [
      'LIST_MISSING',
      'LIST_NOT_FOUND',
      'NO_SUBJECT',
      'NO_FAX_FILE',
      'INVALID_FILE',
      'FILE_TOO_LARGE',
    ],
    evidence: { params: 'unknown', result: 'inferred' },
    notes: [unknownParams('`listID`, `subject`, `internal_name` and `file`')],
  }),

  createCampaignGroup: method({
    name: 'createCampaignGroup',
    group: 'campaigns',
    summary: 'Creates a campaign group.',
    effect: 'write',
    params: openParams({ name: textParam('Name of the group.').nullish() }),
    result: struct({ ID: id('Number of the group.').optional() }, 'The new group.'),
    errors: ['NAME_MISSING'],
    evidence: { params: 'unknown', result: 'shape only' },
    notes: [unknownParams('`name` and the result `ID`')],
  }),

  createCampaignSMS: method({
    name: 'createCampaignSMS',
    group: 'campaigns',
    summary: 'Creates an SMS campaign, which is not sent yet.',
    details: "The message has 160 characters at most. Resolves with `ID`, the campaign's hash.",
    effect: 'write',
    params: closedParams({
      listID: listId,
      subject: textParam('Title.'),
      from,
      message: textParam('The message, 160 characters at most.'),
      internal_name: internalName,
    }),
    result: newCampaign,
    errors: [
      'LIST_MISSING',
      'LIST_NOT_FOUND',
      'NO_SUBJECT',
      'NO_MESSAGE',
      'MESSAGE_TOO_LONG',
      'INVALID_FROM',
    ],
    evidence: { params: 'seen', result: 'seen' },
  }),

  createCampaignVoice: method({
    name: 'createCampaignVoice',
    group: 'campaigns',
    summary: 'Creates a voice campaign.',
    effect: 'write',
    params: openParams({
      listID: listId.nullish(),
      subject: textParam('Title.').nullish(),
      internal_name: internalName,
      file: file('The recording, MP3 or WAV, 8 MB at most'),
    }),
    result: struct({ ID: text('Hash of the campaign.').optional() }, 'The new campaign.'),
    errors: ['LIST_MISSING', 'LIST_NOT_FOUND', 'NO_SUBJECT', 'NO_AUDIO_FILE', 'INVALID_FILE'],
    evidence: { params: 'unknown', result: 'inferred' },
    notes: [unknownParams('`listID`, `subject`, `internal_name` and `file`')],
  }),
} as const;
