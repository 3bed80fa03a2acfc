import type { MethodName } from '@egoi-client/core';
import type { MethodEntry } from '../calls/method-entry.ts';
import { readId } from '@egoi-client/core/wire';
import { readName } from '../calls/params.ts';
import { type ProblemCodes, Refusal } from '../calls/refusal.ts';

const codes: ProblemCodes = {
  notFound: 'CAMPAIGN_NOT_FOUND',
  invalid: { name: 'NAME_MISSING' },
};

/** Groups of campaigns. */
export const campaignGroupMethods = {
  createCampaignGroup: {
    verdict: 'exact',
    operations: ['createCampaignGroup'],
    cost: { requests: 1 },
    losses: [],
    async answer(call) {
      const name = readName(call.params, 'name', 'NAME_MISSING');
      const { group_id } = await call.ask('createCampaignGroup', { body: { name } }, codes);
      return { ID: String(group_id) };
    },
  },

  editCampaignGroup: {
    verdict: 'exact',
    operations: ['updateCampaignGroup'],
    cost: { requests: 1 },
    losses: [],
    async answer(call) {
      const name = readName(call.params, 'name', 'NAME_MISSING');
      const group_id = readId(call.params, 'group') ?? 0;
      if (group_id === 0) throw new Refusal('CAMPAIGN_NOT_FOUND');
      await call.ask('updateCampaignGroup', { group_id, body: { name } }, codes);
      return { RESULT: 'OK' };
    },
  },
} as const satisfies Partial<Record<MethodName, MethodEntry>>;
