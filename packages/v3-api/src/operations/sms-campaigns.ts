import { eitherOf, id, integer, struct, text, word } from '../schema/declare.ts';
import { accepted, listId, moment, notify } from '../schema/kinds.ts';
import {
  campaignReference,
  internalName,
  ofCampaign,
  oneCellphone,
  recipients,
  sendingOrder,
} from './campaign-parts.ts';
import { operation } from './operation.ts';

const message = text('Text of the message.');
const senderId = id('Sender, as the list of senders has it.');

const options = struct('SmsOptions', 'How the message is written.', {
  optional: {
    encoding: word(['gsm', 'gsm_extended', 'unicode'], 'Alphabet of the message.'),
    max_messages: integer('Most messages that a long text may take.', { least: 1, most: 7 }),
  },
});

const content = eitherOf(
  [
    struct('SmsText', 'Text that the request holds.', {
      required: { type: word(['text'], 'Text.'), message },
    }),
    struct('SmsTemplate', 'A template of the account.', {
      required: { type: word(['template'], 'A template.'), template_id: integer('Template.') },
    }),
  ],
  'What the message holds.',
  'must have the type text or template',
);

const order = sendingOrder(
  'SendSms',
  {
    required: {
      list_id: listId,
      destination_field: text('Field that the number is taken from: `cellphone`.'),
      segments: recipients('SendSmsToContact', oneCellphone),
    },
    optional: { notify },
  },
  moment('When it is sent.'),
);

/** SMS campaigns. */
export const smsCampaignOperations = {
  createSmsCampaign: operation({
    method: 'POST',
    path: '/campaigns/sms',
    summary: 'Makes an SMS campaign; it is sent by another operation.',
    body: struct('CreateSmsCampaignBody', 'A new SMS campaign.', {
      required: { list_id: listId, internal_name: internalName, content },
      optional: { sender_id: senderId, options },
    }),
    answer: { status: 201, value: campaignReference },
  }),
  patchSmsCampaign: operation({
    method: 'PATCH',
    path: '/campaigns/sms/{campaign_hash}',
    summary: 'Changes an SMS campaign that was not sent.',
    pathParams: ofCampaign,
    body: struct('PatchSmsCampaignBody', 'What changes.', {
      optional: {
        internal_name: internalName,
        content: struct('ChangedSmsText', 'What changes in the message.', {
          optional: { message },
        }),
        sender_id: senderId,
        options,
      },
    }),
    answer: { status: 200, value: campaignReference },
  }),
  actionSendSms: operation({
    method: 'POST',
    path: '/campaigns/sms/{campaign_hash}/actions/send',
    summary: 'Sends an SMS campaign, now or later.',
    pathParams: ofCampaign,
    body: order,
    answer: { status: 202, value: accepted },
    notes: ['The number of one contact is looser than those that contacts have.'],
  }),
};
