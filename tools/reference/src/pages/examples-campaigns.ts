import type { ExampleTable } from './example.ts';
import {
  ana,
  emailSender,
  smsSender,
  withCampaign,
  withContact,
  withList,
  withSender,
  withSmsCampaign,
} from './example-steps.ts';

// The smallest files that say what they are.
const pdf = Buffer.from('%PDF-1.4\n%%EOF\n').toString('base64');
const mp3 = Buffer.from('ID3\u0003\u0000\u0000\u0000\u0000\u0000\u0000').toString('base64');

/** Examples of campaigns, sends, senders and reports. */
export const campaignExamples = {
  createCampaignEmail: [
    async (client) => ({
      listID: await withList(client),
      subject: 'News of June',
      from_name: 'The shop',
      from_email: 'news@example.com',
      message: '<p>Hello!</p>',
    }),
    async (client) => ({
      listID: await withList(client),
      subject: 'News of June',
      internal_name: 'June',
      from: emailSender,
      message: '<p>Hello!</p>',
      link_view_top: true,
    }),
  ],
  createCampaignFAX: [
    async (client) => ({ listID: await withList(client), subject: 'Price list', file: pdf }),
  ],
  createCampaignGroup: [async () => ({ name: 'Summer' })],
  createCampaignSMS: [
    async (client) => ({
      listID: await withList(client),
      subject: 'Sale',
      from: smsSender,
      message: 'The sale begins today.',
    }),
  ],
  createCampaignVoice: [
    async (client) => ({ listID: await withList(client), subject: 'Reminder', file: mp3 }),
  ],
  deleteCampaign: [async (client) => ({ campaign: (await withCampaign(client)).campaign })],
  editCampaignEmail: [
    async (client) => ({
      campaign: (await withCampaign(client)).campaign,
      subject: 'News of July',
    }),
  ],
  editCampaignGroup: [
    async (client) => {
      const { ID } = await client.createCampaignGroup({ name: 'Summer' });
      return { group: ID, name: 'Autumn' };
    },
  ],
  editCampaignSMS: [
    async (client) => ({
      campaign: (await withSmsCampaign(client)).campaign,
      message: 'The sale ends today.',
    }),
  ],
  getCampaigns: [
    async (client) => {
      await withCampaign(client);
      return { start: 0, limit: 100 };
    },
  ],
  getHeaderFooterTemplates: [async () => ({})],
  getTemplates: [async () => ({})],

  sendCall: [
    async (client) => {
      const listID = await withContact(client);
      const { ID } = await client.createCampaignVoice({ listID, subject: 'Reminder', file: mp3 });
      return { campaign: ID, listID, cellphone: '351-912345678' };
    },
  ],
  sendEmail: [async (client) => ({ ...(await withCampaign(client)), email: [ana] })],
  sendFAX: [
    async (client) => {
      const listID = await withList(client);
      const contact = { listID, email: ana, fax: '351-212345678' };
      await client.addSubscriber(contact);
      const { ID } = await client.createCampaignFAX({ listID, subject: 'Price list', file: pdf });
      return { campaign: ID, listID, fax: contact.fax };
    },
  ],
  sendSMS: [
    async (client) => ({
      listID: await withContact(client),
      fromID: smsSender,
      cellphone: '351-912345678',
      subject: 'Sale',
      message: 'The sale begins today.',
    }),
  ],

  addCname: [async () => ({ cname: 'news.example.com' })],
  addSender: [async () => ({ channel: 'email', sender: 'letters@example.com' })],
  deleteSender: [async (client) => ({ fromID: await withSender(client), channel: 'email' })],
  editSender: [
    async (client) => ({
      fromID: await withSender(client),
      channel: 'email',
      sender: 'post@example.com',
    }),
  ],
  getSenders: [
    async (client) => {
      await withSender(client);
      return { channel: 'email' };
    },
  ],

  generateAdvancedReport: [async (client) => ({ template: 1, lists: [await withContact(client)] })],
  getAdvancedReport: [
    async (client) => {
      const listID = await withContact(client);
      const { ID } = await client.generateAdvancedReport({ template: 1, lists: [listID] });
      return { report: ID };
    },
  ],
  getReport: [
    async (client) => {
      const { listID, campaign } = await withCampaign(client);
      await client.sendEmail({ campaign, listID, segment: 'all' });
      return { campaign };
    },
  ],
} as const satisfies Partial<ExampleTable>;
