import type { V3Case } from '../run-v3-case.ts';
import { accountCases } from './account-cases.ts';
import { campaignCases } from './campaign-cases.ts';
import { contactCases } from './contact-cases.ts';

/** Cases that show what API v3 loses where the cases of all transports do not. */
export const v3Cases: readonly V3Case[] = [...accountCases, ...campaignCases, ...contactCases];
