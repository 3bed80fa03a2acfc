import { newEmail, newFax, newSms, newVoice, smsFrom, unknownHash } from './campaign-steps.ts';
import type { CaseTable } from './case.ts';
import { addContacts, awkwardText } from './steps.ts';

export const campaignCases: Pick<
  CaseTable,
  | 'deleteCampaign'
  | 'editCampaignEmail'
  | 'editCampaignGroup'
  | 'editCampaignSMS'
  | 'getCampaigns'
  | 'getHeaderFooterTemplates'
  | 'getTemplates'
> = {
  deleteCampaign: [
    {
      name: 'success',
      run: async ({ client }) => {
        const { campaign } = await newEmail(client);
        return [await client.deleteCampaign({ campaign }), await client.getCampaigns()];
      },
    },
    {
      name: 'twice',
      fails: 'ALREADY_DELETED',
      run: async ({ client }) => {
        const { campaign } = await newEmail(client);
        await client.deleteCampaign({ campaign });
        return client.deleteCampaign({ campaign });
      },
    },
    {
      name: 'no such campaign',
      fails: 'CAMPAIGN_NOT_FOUND',
      run: ({ client }) => client.deleteCampaign({ campaign: unknownHash }),
    },
    {
      name: 'no campaign',
      fails: 'NO_CAMPAIGN',
      run: ({ client }) => client.deleteCampaign({ campaign: '' }),
    },
  ],
  editCampaignEmail: [
    {
      name: 'success',
      run: async ({ client }) => {
        const { campaign, listID } = await newEmail(client);
        const answer = await client.editCampaignEmail({
          campaign,
          listID,
          subject: awkwardText,
          internal_name: awkwardText,
          message: awkwardText,
          url: null,
        });
        return [answer, await client.getCampaigns()];
      },
    },
    {
      name: 'one that was sent',
      fails: 'CANNOT_EDIT_CAMPAIGN',
      run: async ({ client }) => {
        const { campaign, listID } = await newEmail(client);
        await addContacts(client, listID, 1);
        await client.sendEmail({ campaign, listID, segment: 'all' });
        return client.editCampaignEmail({ campaign, subject: 'x' });
      },
    },
    {
      name: 'no such campaign',
      fails: 'CAMPAIGN_NOT_FOUND',
      run: ({ client }) => client.editCampaignEmail({ campaign: unknownHash, subject: 'x' }),
    },
    {
      name: 'no subject',
      fails: 'NO_SUBJECT',
      run: async ({ client }) => {
        const { campaign } = await newEmail(client);
        return client.editCampaignEmail({ campaign, subject: '' });
      },
    },
  ],
  editCampaignGroup: [
    {
      name: 'success',
      run: async ({ client }) => {
        const { ID } = await client.createCampaignGroup({ name: 'Spring' });
        return client.editCampaignGroup({ group: ID, name: awkwardText });
      },
    },
    {
      name: 'no name',
      fails: 'NAME_MISSING',
      run: async ({ client }) => {
        const { ID } = await client.createCampaignGroup({ name: 'Spring' });
        return client.editCampaignGroup({ group: ID });
      },
    },
  ],
  editCampaignSMS: [
    {
      name: 'success',
      run: async ({ client }) => {
        const { campaign } = await newSms(client);
        const sms = { campaign, subject: awkwardText, message: awkwardText, from: smsFrom };
        return [await client.editCampaignSMS(sms), await client.getCampaigns()];
      },
    },
    {
      name: 'too long',
      fails: 'MESSAGE_TOO_LONG',
      run: async ({ client }) => {
        const { campaign } = await newSms(client);
        return client.editCampaignSMS({ campaign, message: 'x'.repeat(161) });
      },
    },
    {
      name: 'one for e-mail',
      fails: 'CANNOT_EDIT_CAMPAIGN',
      run: async ({ client }) => {
        const { campaign } = await newEmail(client);
        return client.editCampaignSMS({ campaign, message: 'x' });
      },
    },
  ],
  getCampaigns: [
    { name: 'empty', run: ({ client }) => client.getCampaigns() },
    {
      name: 'one',
      run: async ({ client }) => {
        await newEmail(client, awkwardText);
        return client.getCampaigns();
      },
    },
    {
      name: 'many, page by page and past the end',
      run: async ({ client }) => {
        const { listID, campaign } = await newSms(client);
        const direct = { listID, cellphone: '351-912345678', subject: 'Direct', message: 'x' };
        await client.sendSMS({ ...direct, fromID: smsFrom });
        await newEmail(client);
        await newFax(client);
        await newVoice(client);
        await client.deleteCampaign({ campaign });
        const pages: unknown[] = [];
        for (const start of [0, 2, 4, 6]) {
          pages.push(await client.getCampaigns({ start, limit: 2 }));
        }
        return pages;
      },
    },
  ],
  getHeaderFooterTemplates: [
    { name: 'many', run: ({ client }) => client.getHeaderFooterTemplates() },
  ],
  getTemplates: [{ name: 'many', run: ({ client }) => client.getTemplates() }],
};
