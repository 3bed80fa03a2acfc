import { pageOfActivity } from '../../account/store/activity.ts';
import { requireListOf, requireNamedContact } from './find-named.ts';
import type { Handler } from '../calls/handler.ts';
import { readPage } from '../calls/params.ts';

/** What happened to contacts. */
export const activityHandlers = {
  async getSubscriberActivity(call) {
    const list = await requireListOf(call);
    const contact = await requireNamedContact(call, list);
    const { start, limit } = readPage(call.params);
    const activity = await pageOfActivity(call.sql, contact.id, start, limit);
    return {
      UID: contact.uid,
      ACTIVITY: activity.map(({ moment, action, campaign }) => ({
        DATE: moment,
        ACTION: action,
        CAMPAIGN: campaign ?? '',
      })),
    };
  },
} as const satisfies Record<string, Handler>;
