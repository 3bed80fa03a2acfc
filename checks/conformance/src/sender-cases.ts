import type { CaseTable } from './case.ts';
import { awkwardText } from './steps.ts';

const pdf = Buffer.from('%PDF-1.7 approval').toString('base64');
const address = 'sales@example.com';

export const senderCases: Pick<
  CaseTable,
  'addCname' | 'addSender' | 'deleteSender' | 'editSender' | 'getSenders'
> = {
  addCname: [
    { name: 'success', run: ({ client }) => client.addCname({ cname: 'news.example.com' }) },
    { name: 'no name', fails: 'CNAME_MISSING', run: ({ client }) => client.addCname() },
  ],
  addSender: [
    {
      name: 'success',
      run: ({ client }) => client.addSender({ channel: 'email', sender: address }),
    },
    {
      name: 'with a file',
      run: async ({ client }) => {
        const sender = { channel: 'telemovel', sender: awkwardText, file: pdf };
        return [await client.addSender(sender), await client.getSenders()];
      },
    },
    {
      name: 'twice',
      fails: 'SENDER_EXISTS',
      run: async ({ client }) => {
        await client.addSender({ channel: 'email', sender: address });
        return client.addSender({ channel: 'email', sender: address });
      },
    },
    {
      name: 'no channel',
      fails: 'CHANNEL_MISSING',
      run: ({ client }) => client.addSender({ sender: address }),
    },
    {
      name: 'no address',
      fails: 'SENDER_MISSING',
      run: ({ client }) => client.addSender({ channel: 'email', sender: '' }),
    },
    {
      name: 'no file',
      fails: 'FILE_SENDER_MISSING',
      run: ({ client }) => client.addSender({ channel: 'telemovel', sender: 'Example' }),
    },
    {
      name: 'a file that is no PDF',
      fails: 'INVALID_FILE',
      run: ({ client }) =>
        client.addSender({ channel: 'telemovel', sender: 'Example', file: 'AAAA' }),
    },
  ],
  deleteSender: [
    {
      name: 'success',
      run: async ({ client }) => {
        const answer = await client.deleteSender({ channel: 'email', fromID: '1' });
        return [answer, await client.getSenders()];
      },
    },
    {
      name: 'no such sender',
      fails: 'SENDER_NOT_EXISTS',
      run: ({ client }) => client.deleteSender({ channel: 'email', fromID: '99' }),
    },
    {
      name: 'no channel',
      fails: 'CHANNEL_MISSING',
      run: ({ client }) => client.deleteSender({ fromID: '1' }),
    },
  ],
  editSender: [
    {
      name: 'success',
      run: async ({ client }) => {
        const edited = { channel: 'email', fromID: '1', sender: address };
        return [await client.editSender(edited), await client.getSenders({ channel: 'email' })];
      },
    },
    {
      name: 'no such sender',
      fails: 'SENDER_NOT_EXISTS',
      run: ({ client }) =>
        client.editSender({ channel: 'telemovel', fromID: '1', sender: address }),
    },
    {
      name: 'no sender',
      fails: 'SENDER_MISSING',
      run: ({ client }) => client.editSender({ channel: 'email', sender: address }),
    },
  ],
  getSenders: [
    { name: 'many', run: ({ client }) => client.getSenders() },
    { name: 'one', run: ({ client }) => client.getSenders({ channel: 'telemovel' }) },
    {
      name: 'none',
      fails: 'SENDER_NOT_EXISTS',
      run: async ({ client }) => {
        await client.deleteSender({ channel: 'email', fromID: '1' });
        return client.getSenders({ channel: 'email' });
      },
    },
    {
      name: 'no such channel',
      fails: 'CHANNEL_MISSING',
      run: ({ client }) => client.getSenders({ channel: 'pigeon' }),
    },
  ],
};
