import { eitherOf, flag, id, integer, struct, text, word } from '../schema/declare.ts';
import { accepted, listId, moment, notify } from '../schema/kinds.ts';
import {
  campaignReference,
  hours,
  internalName,
  ofCampaign,
  oneEmail,
  recipients,
  sendingOrder,
  uniqueContactsOnly,
} from './campaign-parts.ts';
import { operation } from './operation.ts';

const textParts = {
  plain_text: text('The mail as plain text.'),
  snippet: text('What mail programs show beside the subject.'),
};

const content = eitherOf(
  [
    struct('HtmlContent', 'HTML that the request holds.', {
      required: { type: word(['html'], 'HTML.'), body: text('The HTML.') },
      optional: textParts,
    }),
    struct('TemplateContent', 'A template of the account.', {
      required: { type: word(['template'], 'A template.'), template_id: integer('Template.') },
      optional: textParts,
    }),
    struct('WebPageContent', 'A page of the web.', {
      required: { type: word(['web_page'], 'A page.'), url: text('Address of the page.') },
      optional: {
        use_page_title: flag('Whether the title of the page is the subject.'),
        ...textParts,
      },
    }),
    struct('FileContent', 'A file.', {
      required: { type: word(['file'], 'A file.'), file: text('The file.') },
      optional: textParts,
    }),
  ],
  'What the mail holds.',
  'must have the type html, template, web_page or file',
);

function links(typeName: string, place: string) {
  return struct(typeName, `The links ${place} the mail.`, {
    optional: {
      forward: flag('A link to pass the mail on.'),
      view_web: flag('A link to the mail on the web.'),
      unsubscribe: flag('A link to leave the list.'),
      edit: flag('A link to change what the account knows.'),
      social_share: flag('Links to social networks.'),
      facebook_share: flag('A link to Facebook.'),
      twitter_share: flag('A link to Twitter.'),
    },
  });
}

const headerFooter = struct('HeaderFooter', 'What stands above and below the mail.', {
  optional: {
    id: id('A header and footer of the account.'),
    header_links: links('HeaderLinks', 'above'),
    footer_links: links('FooterLinks', 'below'),
  },
});

const subject = text('Subject of the mail; the internal name where a new campaign has none.');
const replyTo = id('Sender to whom replies go.');
const senderId = id('Sender, as the list of senders has it.');

const order = sendingOrder(
  'SendEmail',
  {
    required: { list_id: listId, segments: recipients('SendEmailToContact', oneEmail) },
    optional: {
      notify,
      destination_field: text(
        'Field that the address is taken from; `email` where it is left out.',
      ),
      unique_contacts_only: uniqueContactsOnly,
    },
    nowOnly: { limit_hour: hours },
  },
  moment('When it is sent.'),
);

/** E-mail campaigns. */
export const emailCampaignOperations = {
  createEmailCampaign: operation({
    method: 'POST',
    path: '/campaigns/email',
    summary: 'Makes an e-mail campaign; it is sent by another operation.',
    body: struct('CreateEmailCampaignBody', 'A new e-mail campaign.', {
      required: { list_id: listId, internal_name: internalName, content, sender_id: senderId },
      optional: { subject, reply_to: replyTo, header_footer: headerFooter },
    }),
    answer: { status: 201, value: campaignReference },
    conflict: {},
    furtherStatuses: [404],
    notes: [
      'The internal name is required and the subject is not: the opposite of API v2.',
      'The answer is the hash alone.',
    ],
  }),
  patchEmailCampaign: operation({
    method: 'PATCH',
    path: '/campaigns/email/{campaign_hash}',
    summary: 'Changes an e-mail campaign that was not sent.',
    pathParams: ofCampaign,
    body: struct('PatchEmailCampaignBody', 'What changes.', {
      optional: {
        internal_name: internalName,
        subject,
        content: struct('ChangedHtmlContent', 'What changes in the mail; only HTML can.', {
          optional: { body: text('The HTML.'), ...textParts },
        }),
        sender_id: senderId,
        reply_to: replyTo,
        header_footer: headerFooter,
      },
    }),
    answer: { status: 200, value: campaignReference },
  }),
  actionSendEmail: operation({
    method: 'POST',
    path: '/campaigns/email/{campaign_hash}/actions/send',
    summary: 'Sends an e-mail campaign, now or later.',
    pathParams: ofCampaign,
    body: order,
    answer: { status: 200, value: accepted },
    isQueued: true,
    conflict: {},
    notes: ['The status is 200 although the work waits for its turn; for SMS it is 202.'],
  }),
};
