import { eitherOf, id, integer, struct, text, word } from '../schema/declare.ts';
import { accepted, listId, moment, notify } from '../schema/kinds.ts';
import {
  campaignReference,
  hours,
  internalName,
  ofCampaign,
  recipients,
  sendingOrder,
  uniqueContactsOnly,
} from './campaign-parts.ts';
import { operation } from './operation.ts';

const groupId = id('Group of campaigns that it is put in.');
const senderId = id('Sender, as the list of senders has it.');
const audio = text('The recording.');

const content = eitherOf(
  [
    struct('VoiceAudio', 'A recording.', {
      required: { type: word(['audio'], 'A recording.') },
      optional: { audio },
    }),
    struct('VoiceTemplate', 'A template of the account.', {
      required: { type: word(['template_id'], 'A template.') },
      optional: { template_id: text('Template, by its number as text.') },
    }),
  ],
  'What the call says.',
  'must have the type audio or template_id',
);

const contactLimit = eitherOf(
  [
    struct('ContactShare', 'A part of the contacts.', {
      required: { type: word(['percent'], 'A part.') },
      optional: { value: integer('Percent of the contacts.', { least: 10, most: 100 }) },
    }),
    struct('ContactNumber', 'So many contacts.', {
      required: { type: word(['value'], 'A number.') },
      optional: { value: integer('How many contacts.', { least: 10 }) },
    }),
  ],
  'How many of the contacts are called.',
  'must have the type percent or value',
);

const order = sendingOrder(
  'SendVoice',
  {
    required: {
      list_id: listId,
      destination_field: word(
        [
          'phone',
          'cellphone',
          'phone_failsafe_cellphone',
          'cellphone_failsafe_phone',
          'cellphone_phone',
        ],
        'Which number is called, and which one where there is none or nobody answers.',
      ),
      segments: recipients('SendVoiceToContact', text('Number of the contact.')),
    },
    optional: {
      notify,
      unique_contacts_only: uniqueContactsOnly,
      limit_contacts: contactLimit,
      limit_hour: hours,
      limit_speed: integer('How fast calls are made.', { least: 1, most: 10 }),
    },
  },
  moment('When it is sent.'),
);

/** Voice campaigns. */
export const voiceCampaignOperations = {
  createVoiceCampaign: operation({
    method: 'POST',
    path: '/campaigns/voice',
    summary: 'Makes a voice campaign; it is sent by another operation.',
    body: struct('CreateVoiceCampaignBody', 'A new voice campaign.', {
      required: { internal_name: internalName, list_id: listId, content, sender_id: senderId },
      optional: { group_id: groupId },
    }),
    answer: { status: 201, value: campaignReference },
    conflict: {},
    notes: ['The number of a template is text here, and a whole number in other channels.'],
  }),
  patchVoiceCampaign: operation({
    method: 'PATCH',
    path: '/campaigns/voice/{campaign_hash}',
    summary: 'Changes a voice campaign that was not sent.',
    pathParams: ofCampaign,
    body: struct('PatchVoiceCampaignBody', 'What changes.', {
      optional: {
        internal_name: internalName,
        group_id: groupId,
        message: struct('ChangedVoiceAudio', 'What changes in the call.', { optional: { audio } }),
        sender_id: senderId,
      },
    }),
    answer: { status: 200, value: campaignReference },
  }),
  actionSendVoice: operation({
    method: 'POST',
    path: '/campaigns/voice/{campaign_hash}/actions/send',
    summary: 'Sends a voice campaign, now or later.',
    pathParams: ofCampaign,
    body: order,
    answer: { status: 200, value: accepted },
    isQueued: true,
    notes: ['The status is 200 although the work waits for its turn; for SMS it is 202.'],
  }),
};
