import { accountCases } from './account-cases.ts';
import { activityCases } from './activity-cases.ts';
import { automationCases } from './automation-cases.ts';
import { campaignCases } from './campaign-cases.ts';
import { campaignCreationCases } from './campaign-creation-cases.ts';
import { campaignSendingCases } from './campaign-sending-cases.ts';
import type { CaseTable, ConformanceCase } from './case.ts';
import { commonCases } from './common-cases.ts';
import { extraFieldCases } from './extra-field-cases.ts';
import { formCases } from './form-cases.ts';
import { internalCases } from './internal-cases.ts';
import { listCases } from './list-cases.ts';
import { reportCases } from './report-cases.ts';
import { segmentCases } from './segment-cases.ts';
import { senderCases } from './sender-cases.ts';
import { subscriberCases } from './subscriber-cases.ts';
import { tagCases } from './tag-cases.ts';

const table: CaseTable = {
  ...accountCases,
  ...activityCases,
  ...automationCases,
  ...campaignCases,
  ...campaignCreationCases,
  ...campaignSendingCases,
  ...commonCases,
  ...extraFieldCases,
  ...formCases,
  ...internalCases,
  ...reportCases,
  ...segmentCases,
  ...senderCases,
  ...listCases,
  ...subscriberCases,
  ...tagCases,
};

/** A case with the method it belongs to. */
export interface NamedCase extends ConformanceCase {
  readonly method: string;
}

/** Every case of every method, in the catalogue's groups. */
export const conformanceCases: readonly NamedCase[] = Object.entries(table).flatMap(
  ([method, cases]) => cases.map((conformanceCase) => ({ method, ...conformanceCase })),
);
