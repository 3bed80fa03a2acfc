import type { EgoiClient } from '@egoi-client/core';
import type { CaseTable } from './case.ts';
import { addContacts, newList } from './steps.ts';

/** A list of two contacts, and an e-mail campaign for it. */
async function newCampaign(client: EgoiClient) {
  const listID = await newList(client);
  await addContacts(client, listID, 2);
  const email = { listID, subject: 'News', from: '1', message: '<p>Hello</p>' };
  const { ID: campaign } = await client.createCampaignEmail(email);
  return { listID, campaign };
}

/** The same, sent to both. */
async function sentCampaign(client: EgoiClient) {
  const email = await newCampaign(client);
  await client.sendEmail({ ...email, segment: 'all' });
  return email;
}

export const reportCases: Pick<
  CaseTable,
  'generateAdvancedReport' | 'getAdvancedReport' | 'getReport'
> = {
  generateAdvancedReport: [
    {
      name: 'success',
      run: async ({ client }) =>
        client.generateAdvancedReport({ template: 1, lists: [await newList(client)] }),
    },
    { name: 'no template', fails: 'NO_TEMPLATE_PROVIDED', run: generate({ lists: [1] }) },
    {
      name: 'no such template',
      fails: 'TEMPLATE_NOT_FOUND',
      run: generate({ template: 9, lists: [1] }),
    },
    { name: 'of nothing', fails: 'NO_LISTS_OR_CAMPAIGNS_PROVIDED', run: generate({ template: 1 }) },
    { name: 'of no list', fails: 'NO_LISTS_PROVIDED', run: generate({ template: 1, lists: '' }) },
    {
      name: 'of lists that are no list',
      fails: 'NO_LISTS_PROVIDED_AS_ARRAY',
      run: generate({ template: 1, lists: 1 }),
    },
    {
      name: 'of a list that does not exist',
      fails: 'CANT_GENERATE_ADVANCED_REPORT',
      run: generate({ template: 1, lists: [99] }),
    },
    {
      name: 'of no campaign',
      fails: 'NO_CAMPAIGNS_PROVIDED',
      run: generate({ template: 1, campaigns: '' }),
    },
    {
      name: 'of campaigns that are no list',
      fails: 'NO_CAMPAIGNS_PROVIDED_AS_ARRAY',
      run: generate({ template: 1, campaigns: 'x' }),
    },
    {
      name: 'of a campaign that does not exist',
      fails: 'INVALID_CAMPAIGN_ID_PROVIDED_IN_ARRAY',
      run: generate({ template: 1, campaigns: ['x'] }),
    },
    {
      name: 'of a campaign that was not sent',
      fails: 'NO_DATA',
      run: async ({ client }) => {
        const { campaign } = await newCampaign(client);
        return client.generateAdvancedReport({ template: 1, campaigns: [campaign] });
      },
    },
  ],
  getAdvancedReport: [
    {
      name: 'one',
      run: async ({ client }) => {
        const { campaign } = await sentCampaign(client);
        const request = { template: '2', campaigns: [campaign] };
        const { ID } = await client.generateAdvancedReport(request);
        return client.getAdvancedReport({ report: ID });
      },
    },
    {
      name: 'many',
      run: async ({ client }) => {
        const { listID, campaign } = await sentCampaign(client);
        const lists = [listID, await newList(client)];
        const request = { template: 1, lists, campaigns: [campaign] };
        const { ID } = await client.generateAdvancedReport(request);
        return client.getAdvancedReport({ report: ID });
      },
    },
    {
      name: 'no such report',
      fails: 'NO_DATA',
      run: ({ client }) => client.getAdvancedReport({ report: 99 }),
    },
  ],
  getReport: [
    {
      name: 'success',
      run: async ({ client }) => {
        const { campaign } = await sentCampaign(client);
        return client.getReport({ campaign });
      },
    },
    {
      name: 'of a campaign that was deleted',
      run: async ({ client }) => {
        const { campaign } = await sentCampaign(client);
        await client.deleteCampaign({ campaign });
        return client.getReport({ campaign });
      },
    },
    {
      name: 'not ready yet',
      fails: 'NO_DATA',
      run: async ({ client }) => {
        const { campaign } = await newCampaign(client);
        return client.getReport({ campaign });
      },
    },
    {
      name: 'no campaign',
      fails: 'NO_CAMPAIGN',
      run: ({ client }) => client.getReport({ campaign: '' }),
    },
    {
      name: 'no such campaign',
      fails: 'CAMPAIGN_NOT_FOUND',
      run: ({ client }) => client.getReport({ campaign: 'x' }),
    },
  ],
};

/** Asks for an advanced report that the account refuses. */
function generate(params: Parameters<EgoiClient['generateAdvancedReport']>[0]) {
  return ({ client }: { readonly client: EgoiClient }) => client.generateAdvancedReport(params);
}
