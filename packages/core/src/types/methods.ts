// Written by `pnpm core:types` from the catalogue: change it there.

import type { AccountsMethods } from './accounts.ts';
import type { AutomationsMethods } from './automations.ts';
import type { CampaignsMethods } from './campaigns.ts';
import type { CommonMethods } from './common.ts';
import type { FormsMethods } from './forms.ts';
import type { ListsMethods } from './lists.ts';
import type { ReportsMethods } from './reports.ts';
import type { SegmentsMethods } from './segments.ts';
import type { SendersMethods } from './senders.ts';
import type { SubscribersMethods } from './subscribers.ts';
import type { TagsMethods } from './tags.ts';
import type { InternalMethods } from './internal.ts';

/** Every method of the API. */
export interface EgoiMethods
  extends AccountsMethods,
    AutomationsMethods,
    CampaignsMethods,
    CommonMethods,
    FormsMethods,
    ListsMethods,
    ReportsMethods,
    SegmentsMethods,
    SendersMethods,
    SubscribersMethods,
    TagsMethods,
    InternalMethods {}
