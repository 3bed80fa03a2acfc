import type { Webhook } from '@egoi-client/v3-api';
import type { ContactSetting } from '../../account/contact-fields.ts';
import type { CampaignChannel } from '../../account/store/campaigns.ts';
import type { Contact } from '../../account/store/contacts.ts';
import type {
  CampaignHappening,
  Happening,
  HappeningKind,
} from '../../account/work/account-work.ts';

/** An event that webhooks are told of. */
export type WebhookAction = Webhook['actions'][number];

/** One event of some contacts. */
export interface WebhookEvent {
  readonly action: WebhookAction;
  readonly contacts: readonly Contact[];
}

/** What each way is told as: the API says what happened, and not how. */
const actions: Readonly<Record<HappeningKind, WebhookAction>> = {
  addedByCall: 'subscription',
  addedByHand: 'subscription',
  optInForm: 'subscription',
  referral: 'subscription',
  subscriptionConfirmed: 'subscription',
  doubleOptInForm: 'double_optin',
  removedByCall: 'unsubscribe',
  removedByHand: 'unsubscribe',
  removedByBounces: 'unsubscribe',
  unsubscriptionForm: 'unsubscribe',
  unsubscribeLink: 'unsubscribe',
  changedByCall: 'edit_subscription',
  changedByHand: 'edit_subscription',
  editForm: 'edit_subscription',
  changeConfirmed: 'edit_subscription',
  forgotten: 'forget_subscription',
};

/** What a change of a setting is told as, beside the change of the contact. */
const settingActions: readonly (readonly [
  setting: ContactSetting,
  action: WebhookAction,
  isTold: (contact: Contact) => boolean,
])[] = [
  ['consent', 'change_consent', () => true],
  ['email_status', 'email_field_disable', (contact) => contact.email_status === 'inactive'],
  [
    'cellphone_status',
    'cellphone_field_disable',
    (contact) => contact.cellphone_status === 'inactive',
  ],
  ['telephone_status', 'phone_field_disable', (contact) => contact.telephone_status === 'inactive'],
];

/** The events that something which happened to contacts is. */
export function eventsOf({
  kind,
  contacts,
  returned = new Set(),
  changedSettings = new Map(),
}: Happening): WebhookEvent[] {
  const action = actions[kind];
  const isSubscription = action === 'subscription';
  const events: WebhookEvent[] = [
    { action, contacts: contacts.filter((contact) => !isSubscription || !returned.has(contact)) },
    {
      action: 'resubscription',
      contacts: contacts.filter((contact) => isSubscription && returned.has(contact)),
    },
    ...settingActions.map(([setting, told, isTold]) => ({
      action: told,
      contacts: contacts.filter(
        (contact) => changedSettings.get(contact)?.includes(setting) === true && isTold(contact),
      ),
    })),
  ];
  return events.filter((event) => event.contacts.length > 0);
}

type CampaignAction = CampaignHappening['action'];

/** What came of a campaign, by its channel. An SMS counts as delivered once it is sent, as reports count it. */
const campaignActions: Readonly<
  Record<CampaignChannel, Readonly<Partial<Record<CampaignAction, readonly WebhookAction[]>>>>
> = {
  email: {
    sent: ['email_send'],
    view: ['email_open'],
    click: ['email_click'],
    bounce: ['email_hard_bounce'],
    complaint: ['email_spam_complaint'],
  },
  sms: { sent: ['sms_send', 'sms_delivered'] },
  voice: { sent: ['voice_send'] },
  fax: {},
};

/** The events that something which came of a campaign is; none, where the API has no word for it. */
export function campaignActionsOf({
  action,
  campaign,
}: CampaignHappening): readonly WebhookAction[] {
  return campaignActions[campaign.channel][action] ?? [];
}
