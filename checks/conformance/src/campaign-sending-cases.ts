import {
  from,
  newEmail,
  newFax,
  newSms,
  newVoice,
  smsFrom,
  unknownHash,
} from './campaign-steps.ts';
import type { CaseTable } from './case.ts';
import { addContact, addContacts, awkwardText, newList } from './steps.ts';

export const campaignSendingCases: Pick<
  CaseTable,
  'sendCall' | 'sendEmail' | 'sendFAX' | 'sendSMS'
> = {
  sendCall: [
    {
      name: 'to numbers',
      run: async ({ client }) => {
        const call = await newVoice(client);
        return client.sendCall({ ...call, cellphone: ['351-912345678', '351-912345679'] });
      },
    },
    {
      name: 'to nobody',
      fails: 'NO_CELLPHONE_OR_TELEPHONE',
      run: async ({ client }) => client.sendCall(await newVoice(client)),
    },
    {
      name: 'a campaign of another channel',
      fails: 'CAMPAIGN_NOT_VALID',
      run: async ({ client }) => {
        const email = await newEmail(client);
        return client.sendCall({ ...email, cellphone: '351-912345678' });
      },
    },
    {
      name: 'a bad number',
      fails: 'SUBSCRIBER_FORMAT_ERROR',
      run: async ({ client }) => client.sendCall({ ...(await newVoice(client)), telephone: 'x' }),
    },
  ],
  sendEmail: [
    {
      name: 'to one address',
      run: async ({ client }) => {
        const email = await newEmail(client);
        await addContact(client, email.listID);
        const answer = await client.sendEmail({ ...email, email: 'ana@example.com' });
        return [answer, await client.getCampaigns()];
      },
    },
    {
      name: 'to one contact',
      run: async ({ client }) => {
        const email = await newEmail(client);
        const uid = await addContact(client, email.listID);
        return [await client.sendEmail({ ...email, uid, email: '' }), await client.getCampaigns()];
      },
    },
    {
      name: 'to everyone, in capitals',
      run: async ({ client }) => {
        const email = await newEmail(client);
        await addContacts(client, email.listID, 2);
        const answer = await client.sendEmail({ ...email, segment: 'ALL', uid: '', email: '' });
        return [answer, await client.getReport({ campaign: email.campaign })];
      },
    },
    {
      name: 'to many addresses',
      run: async ({ client }) => {
        const email = await newEmail(client);
        await addContacts(client, email.listID, 3);
        const answer = await client.sendEmail({
          ...email,
          email: ['c0@example.com', 'C2@example.com'],
          fromID: from,
          subject: awkwardText,
          header_footer_template: '1',
        });
        return [answer, await client.getReport({ campaign: email.campaign })];
      },
    },
    {
      name: 'to everyone',
      run: async ({ client }) => {
        const email = await newEmail(client);
        await addContacts(client, email.listID, 40);
        const answer = await client.sendEmail({ ...email, segment: 'all' });
        const query = { listID: email.listID, subscriber: 'c7@example.com' };
        return [answer, await client.subscriberData(query)];
      },
    },
    {
      name: 'to a contact that does not exist',
      fails: 'SUBSCRIBER_NOT_FOUND',
      run: async ({ client }) =>
        client.sendEmail({ ...(await newEmail(client)), email: ['x@example.com'] }),
    },
    {
      name: 'to a removed contact',
      fails: 'SUBSCRIBER_NOT_ACTIVE',
      run: async ({ client }) => {
        const email = await newEmail(client);
        const subscriber = await addContact(client, email.listID);
        await client.removeSubscriber({ listID: email.listID, subscriber });
        return client.sendEmail({ ...email, email: 'ana@example.com' });
      },
    },
    {
      name: 'to a list without contacts',
      fails: 'NO_SUBSCRIBERS',
      run: async ({ client }) => client.sendEmail({ ...(await newEmail(client)), segment: 'all' }),
    },
    {
      name: 'to a segment that does not exist',
      fails: 'SEGMENT_NOT_FOUND',
      run: async ({ client }) =>
        client.sendEmail({ ...(await newEmail(client)), segment: ['Nobody'] }),
    },
    {
      name: 'to nobody',
      fails: 'SUBSCRIBER_MISSING',
      run: async ({ client }) => client.sendEmail({ ...(await newEmail(client)), email: [] }),
    },
    {
      name: 'a campaign of another channel',
      fails: 'CAMPAIGN_NOT_VALID',
      run: async ({ client }) => client.sendEmail({ ...(await newSms(client)), segment: 'all' }),
    },
    {
      name: 'no such campaign',
      fails: 'CAMPAIGN_NOT_FOUND',
      run: async ({ client }) => {
        const listID = await newList(client);
        return client.sendEmail({ listID, campaign: unknownHash, segment: 'all' });
      },
    },
  ],
  sendFAX: [
    {
      name: 'to a number',
      run: async ({ client }) =>
        client.sendFAX({ ...(await newFax(client)), fax: '351-212345678' }),
    },
    {
      name: 'to nobody',
      fails: 'SUBSCRIBER_NOT_FOUND',
      run: async ({ client }) => client.sendFAX(await newFax(client)),
    },
    {
      name: 'without a campaign',
      fails: 'CAMPAIGN_NOT_VALID',
      run: ({ client }) => client.sendFAX({ fax: '351-212345678' }),
    },
  ],
  sendSMS: [
    {
      name: 'directly',
      run: async ({ client }) => {
        const answer = await client.sendSMS({
          listID: await newList(client),
          cellphone: '912345678',
          message: awkwardText,
          subject: awkwardText,
          from: '351-912345678',
          internal_title: 'inside',
          auto: '1',
        });
        return [answer, await client.getReport({ campaign: answer.CAMPAIGN ?? '' })];
      },
    },
    {
      name: 'by its other spelling',
      run: async ({ client }) =>
        client.call('sendSms', {
          listID: await newList(client),
          cellphone: '351-912345678',
          message: 'x',
          subject: 'x',
          fromID: smsFrom,
        }),
    },
    {
      name: 'a campaign, to many numbers',
      run: async ({ client }) => {
        const sms = await newSms(client);
        const { listID, campaign } = sms;
        const cellphone = '351-911111111';
        await client.addSubscriber({ listID, cellphone });
        const answer = await client.sendSMS({ ...sms, cellphone: [cellphone, '351-922222222'] });
        return [answer, await client.getReport({ campaign }), await client.getCampaigns()];
      },
    },
    {
      name: 'a campaign, to everyone with a number',
      run: async ({ client }) => {
        const sms = await newSms(client);
        await addContacts(client, sms.listID, 2);
        const cellphone = '351-911111111';
        const { UID } = await client.addSubscriber({ listID: sms.listID, cellphone });
        await client.sendSMS({ ...sms, segment: 'all' });
        const data = await client.subscriberData({ listID: sms.listID, subscriber: UID });
        return [await client.getReport({ campaign: sms.campaign }), data];
      },
    },
    {
      name: 'to a contact without a number',
      fails: 'NO_CELLPHONE_OR_TELEPHONE',
      run: async ({ client }) => {
        const sms = await newSms(client);
        return client.sendSMS({ ...sms, uid: await addContact(client, sms.listID) });
      },
    },
    {
      name: 'to an empty number',
      fails: 'NO_CELLPHONE',
      run: async ({ client }) => client.sendSMS({ ...(await newSms(client)), cellphone: '' }),
    },
    {
      name: 'to a bad number',
      fails: 'SUBSCRIBER_FORMAT_ERROR',
      run: async ({ client }) => client.sendSMS({ ...(await newSms(client)), cellphone: 'x' }),
    },
    {
      name: 'no message',
      fails: 'NO_MESSAGE',
      run: async ({ client }) =>
        client.sendSMS({ listID: await newList(client), cellphone: '351-912345678' }),
    },
    {
      name: 'in two ways at once',
      fails: 'INVALID_OPTION',
      run: async ({ client }) =>
        client.sendSMS({
          ...(await newSms(client)),
          cellphone: '351-912345678',
          segment: 'all',
        }),
    },
  ],
};
