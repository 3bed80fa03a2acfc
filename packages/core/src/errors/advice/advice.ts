import type { EgoiErrorCode } from '../error-table.ts';
import {
  accessAdvice,
  formAndAutomationAdvice,
  listAdvice,
  tagAndSegmentAdvice,
} from './advice-account.ts';
import { campaignAdvice, reportAdvice, senderAdvice } from './advice-campaigns.ts';
import { contactStateAdvice, contactValueAdvice, importAdvice } from './advice-contacts.ts';

/** Codes that belong together, under one heading of the page. */
export interface AdviceGroup {
  readonly title: string;
  readonly advice: Readonly<Partial<Record<EgoiErrorCode, string>>>;
}

/** What to do about every code, grouped as the page has it. */
export const adviceGroups: readonly AdviceGroup[] = [
  { title: 'Access and the service itself', advice: accessAdvice },
  { title: 'Lists and extra fields', advice: listAdvice },
  { title: 'Contacts: what a call says of them', advice: contactValueAdvice },
  { title: 'Contacts: who and in what state', advice: contactStateAdvice },
  { title: 'Imports and limits', advice: importAdvice },
  { title: 'Tags and segments', advice: tagAndSegmentAdvice },
  { title: 'Forms and automations', advice: formAndAutomationAdvice },
  { title: 'Campaigns and sending', advice: campaignAdvice },
  { title: 'Senders', advice: senderAdvice },
  { title: 'Reports', advice: reportAdvice },
];

/** What to do about every code. A code of the table without advice does not compile. */
export const advice: Readonly<Record<EgoiErrorCode, string>> = {
  ...accessAdvice,
  ...listAdvice,
  ...contactValueAdvice,
  ...contactStateAdvice,
  ...importAdvice,
  ...tagAndSegmentAdvice,
  ...formAndAutomationAdvice,
  ...campaignAdvice,
  ...senderAdvice,
  ...reportAdvice,
};
