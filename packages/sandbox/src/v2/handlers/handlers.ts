import type { MethodName } from '@egoi-client/core';
import { accountHandlers } from './accounts.ts';
import { campaignCreationHandlers } from './campaign-creation.ts';
import { campaignSendingHandlers } from './campaign-sending.ts';
import { campaignHandlers } from './campaigns.ts';
import { activityHandlers } from './activity.ts';
import { automationHandlers } from './automations.ts';
import { commonHandlers } from './common.ts';
import { extraFieldHandlers } from './extra-fields.ts';
import { formHandlers } from './forms.ts';
import type { Handler } from '../calls/handler.ts';
import { internalHandlers } from './internal.ts';
import { listHandlers } from './lists.ts';
import { segmentHandlers } from './segments.ts';
import { reportHandlers } from './reports.ts';
import { senderHandlers } from './senders.ts';
import { subscriberHandlers } from './subscribers.ts';
import { tagHandlers } from './tags.ts';

/** The handler of every method. A method of the catalogue without one does not compile. */
export const handlers: { readonly [Name in MethodName]: Handler } = {
  ...accountHandlers,
  ...campaignCreationHandlers,
  ...campaignHandlers,
  ...campaignSendingHandlers,
  ...activityHandlers,
  ...automationHandlers,
  ...commonHandlers,
  ...extraFieldHandlers,
  ...formHandlers,
  ...internalHandlers,
  ...listHandlers,
  ...segmentHandlers,
  ...reportHandlers,
  ...senderHandlers,
  ...subscriberHandlers,
  ...tagHandlers,
};
