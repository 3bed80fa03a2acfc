import type { Campaign } from '@egoi-client/v3-api';
import { Refusal } from '../calls/refusal.ts';
import type { V3Call } from '../calls/v3-call.ts';

/** A campaign as the list of all has it. @throws Refusal for one that is not there */
export async function findCampaign(call: V3Call, campaign_hash: string): Promise<Campaign> {
  const { items } = await call.ask(
    'getAllCampaigns',
    { campaign_hash, offset: 0, limit: 1 },
    { notFound: 'CAMPAIGN_NOT_FOUND', invalid: { campaign_hash: 'CAMPAIGN_NOT_FOUND' } },
  );
  const [campaign] = items;
  if (campaign?.campaign_hash.toLowerCase() !== campaign_hash.toLowerCase()) {
    throw new Refusal('CAMPAIGN_NOT_FOUND');
  }
  return campaign;
}
