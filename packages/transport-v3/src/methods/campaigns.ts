import type { MethodName } from '@egoi-client/core';
import type { Campaign } from '@egoi-client/v3-api';
import type { MethodEntry } from '../calls/method-entry.ts';
import { readPages } from '../calls/pages.ts';
import { readName, readRange } from '../calls/params.ts';

/** Words of API v2 for what API v3 calls otherwise. */
const statusWords: Readonly<Record<string, string>> = { sent: 'finished', draft: 'standby' };
const channelWords: Readonly<Record<string, string>> = { sms: 'sms_premium' };

/** A moment that has not come. */
const unset = '0000-00-00 00:00:00';

/** Campaigns of all channels. */
export const campaignMethods = {
  deleteCampaign: {
    verdict: 'exact',
    operations: ['deleteCampaigns'],
    cost: { requests: 1 },
    losses: [
      {
        kind: 'approximate',
        name: 'campaign',
        reason: 'API v3 does not tell a campaign that was deleted from one that never was',
        // A call that is answered has lost nothing.
        occurs: () => false,
        effects: { endings: [['ALREADY_DELETED', 'CAMPAIGN_NOT_FOUND']] },
      },
    ],
    async answer(call) {
      const campaign_hash = readName(call.params, 'campaign', 'NO_CAMPAIGN').trim();
      await call.ask(
        'deleteCampaigns',
        { campaign_hash },
        {
          notFound: 'CAMPAIGN_NOT_FOUND',
          conflict: 'CANNOT_BE_DELETED',
          invalid: { campaign_hash: 'CAMPAIGN_NOT_FOUND' },
        },
      );
      return { RESULT: 'OK' };
    },
  },

  getCampaigns: {
    verdict: 'with losses',
    operations: ['getAllCampaigns'],
    cost: { requests: 1, further: 'one for each further 1,000 campaigns' },
    losses: [
      {
        kind: 'approximate',
        name: 'STATUS',
        reason: 'API v3 does not tell archived campaigns from sent ones, nor lists deleted ones',
        effects: { leftOut: { STATUS: ['deleted'] } },
      },
      {
        kind: 'approximate',
        name: 'CHANNEL',
        reason: 'API v3 lists no campaigns of faxes',
        effects: { leftOut: { CHANNEL: ['fax'] } },
      },
    ],
    async answer(call) {
      const { items } = await readPages<Campaign>({
        ...readRange(call.params),
        pageSize: call.options.pageSize,
        keyOf: ({ campaign_hash }) => campaign_hash,
        ask: (page) => call.ask('getAllCampaigns', { ...page, order: 'desc', order_by: 'created' }),
      });
      return items.map(({ status = '', channel = '', ...campaign }) => ({
        HASH: campaign.campaign_hash,
        ...(campaign.id === undefined ? {} : { REF: String(campaign.id) }),
        ...(campaign.list_id === undefined ? {} : { LISTNUM: String(campaign.list_id) }),
        SUBJECT: campaign.title ?? '',
        INTERNAL_NAME: campaign.internal_name ?? '',
        CHANNEL: channelWords[channel] ?? channel,
        STATUS: statusWords[status] ?? status,
        START: campaign.start_date || unset,
        END: campaign.end_date || unset,
      }));
    },
  },
} as const satisfies Partial<Record<MethodName, MethodEntry>>;
