import type { EgoiErrorCode } from '@egoi-client/core';
import type { Provocation } from './provocation.ts';
import { accessProvocations } from './provocations-access.ts';
import { campaignProvocations } from './provocations-campaigns.ts';
import { contactProvocations } from './provocations-contacts.ts';
import { listProvocations } from './provocations-lists.ts';

/** How every code of the table comes about. A code without a provocation does not compile. */
export const provocations: Readonly<Record<EgoiErrorCode, Provocation>> = {
  ...accessProvocations,
  ...campaignProvocations,
  ...contactProvocations,
  ...listProvocations,
};
