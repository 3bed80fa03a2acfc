import { sandboxPassword, sandboxReadOnlyApiKey, sandboxUsername } from './fixed-account.ts';
import type { CaseAccount, CaseTable } from './case.ts';

const wrongKey = ({ clientWith }: CaseAccount) => clientWith({ apiKey: 'f'.repeat(40) });
const byLogin = ({ clientWith }: CaseAccount) =>
  clientWith({ username: sandboxUsername, password: sandboxPassword });

export const accountCases: Pick<
  CaseTable,
  'checklogin' | 'getClientData' | 'getCredits' | 'getUserData'
> = {
  checklogin: [
    { name: 'success', run: ({ client }) => client.checklogin() },
    { name: 'by its other spelling', run: ({ client }) => client.call('checkLogin') },
    { name: 'with a login', run: (account) => byLogin(account).checklogin() },
    {
      name: 'with a login among the parameters',
      run: ({ client }) =>
        client.checklogin({ username: sandboxUsername, password: sandboxPassword }),
    },
    { name: 'wrong key', fails: 'INVALID', run: (account) => wrongKey(account).checklogin() },
    {
      name: 'wrong password',
      fails: 'NO_ACCESS',
      run: ({ clientWith }) =>
        clientWith({ username: sandboxUsername, password: 'wrong & <odd> "one"' }).checklogin(),
    },
  ],
  getClientData: [
    { name: 'success', run: ({ client }) => client.getClientData() },
    { name: 'wrong key', fails: 'INVALID', run: (account) => wrongKey(account).getClientData() },
  ],
  getCredits: [
    { name: 'success', run: ({ client }) => client.getCredits() },
    { name: 'wrong key', fails: 'INVALID', run: (account) => wrongKey(account).getCredits() },
  ],
  getUserData: [
    { name: 'success', run: ({ client }) => client.getUserData() },
    { name: 'with a login', run: (account) => byLogin(account).getUserData() },
    { name: 'wrong key', fails: 'NO_ACCESS', run: (account) => wrongKey(account).getUserData() },
    {
      name: 'with a key that may only read',
      run: ({ clientWith }) => clientWith({ apiKey: sandboxReadOnlyApiKey }).getUserData(),
    },
  ],
};
