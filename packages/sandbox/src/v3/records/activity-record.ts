import type { HistoryEntry } from '../../account/store/activity.ts';

/** One thing that happened to a contact. */
export interface ActivityRecord {
  readonly action_name: string;
  readonly date: string;
  readonly action_data?: Readonly<Record<string, string | number>>;
}

/** The API's words for what happened apart from campaigns. */
const words: Readonly<Record<string, string>> = {
  added: 'subscription',
  addedByCall: 'resubscription',
  optInForm: 'resubscription',
  addedByHand: 'resubscription',
  referral: 'resubscription',
  doubleOptInForm: 'resubscription',
  removedByCall: 'unsubscribe_api',
  removedByHand: 'unsubscribe_manual',
  unsubscriptionForm: 'unsubscribe',
  unsubscribeLink: 'unsubscribe',
  removedByBounces: 'unsubscribe',
  changedByCall: 'edit_subscription',
  changedByHand: 'edit_subscription',
  editForm: 'edit_subscription',
  subscriptionConfirmed: 'subscription',
  changeConfirmed: 'edit_subscription',
  attachTag: 'attach_tag',
  detachTag: 'detach_tag',
  autobot: 'automation_trigger',
};

/** Its words for what happened in a campaign, by the channel; the removal is told apart from it. */
const campaignWords: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  email: {
    sent: 'email_send',
    view: 'email_open',
    click: 'email_click',
    bounce: 'email_hard_bounce',
    complaint: 'email_spam_complaint',
  },
  sms: { sent: 'sms_send', bounce: 'sms_report' },
  voice: { sent: 'voice_send', bounce: 'voice_report' },
};

/** What happened to a contact, the newest first, but for what the API has no word for. */
export function activityRecords(history: readonly HistoryEntry[]): ActivityRecord[] {
  return history.flatMap((entry): ActivityRecord[] => {
    const { action, moment: date, campaign, channel, detail } = entry;
    if (campaign === null) {
      const action_name = words[action];
      if (action_name === undefined) return [];
      return [{ action_name, date, ...otherData(action_name, detail) }];
    }
    const action_name = campaignWords[channel ?? '']?.[action];
    if (action_name === undefined) return [];
    const link = action_name === 'email_click' ? { url: detail ?? '' } : {};
    return [{ action_name, date, action_data: { campaign_hash: campaign, ...link } }];
  });
}

function otherData(word: string, detail: string | null): Pick<ActivityRecord, 'action_data'> {
  if (word === 'automation_trigger') return { action_data: { automation_id: Number(detail) } };
  if (word === 'attach_tag' || word === 'detach_tag') {
    return { action_data: { tag_id: Number(detail) } };
  }
  return {};
}
