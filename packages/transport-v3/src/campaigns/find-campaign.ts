import type { Campaign } from '@egoi-client/v3-api';
import { Refusal, type V2Code } from '../calls/refusal.ts';
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

/**
 * Asks for something of a campaign of one channel. API v3 does not find one of another channel there, and
 * API v2 has a code of its own for it: where the campaign is not found, one more request tells the two apart.
 *
 * @throws Refusal with `otherChannel` for a campaign of another channel
 */
export async function ofChannel<T>(
  call: V3Call,
  campaign_hash: string,
  otherChannel: V2Code,
  asked: () => Promise<T>,
): Promise<T> {
  try {
    return await asked();
  } catch (error) {
    if (!(error instanceof Refusal) || error.code !== 'CAMPAIGN_NOT_FOUND') throw error;
    await findCampaign(call, campaign_hash);
    throw new Refusal(otherChannel, error.problem);
  }
}
