import type { CaseAccount, CaseTable } from './case.ts';
import { sandboxUsername } from './fixed-account.ts';
import { awkwardText } from './steps.ts';

/** Whoever calls has no account yet, and so no key. */
const stranger = ({ clientWith }: CaseAccount) => clientWith({ apiKey: 'f'.repeat(40) });

const newAccount = { utilizador: 'rui@example.com', senha: 'a & <b>', empresa: awkwardText };

export const internalCases: Pick<
  CaseTable,
  | 'afiliado'
  | 'check_status'
  | 'checkUser'
  | 'createAccount'
  | 'getAllErrors'
  | 'getError'
  | 'testEmailAddress'
> = {
  afiliado: [
    { name: 'success', run: ({ client }) => client.afiliado() },
    { name: 'wrong key', fails: 'INVALID', run: (account) => stranger(account).afiliado() },
  ],
  check_status: [
    { name: 'success', run: ({ client }) => client.check_status() },
    { name: 'without a key', run: (account) => stranger(account).check_status() },
  ],
  checkUser: [
    {
      name: 'one that is free',
      run: (account) => stranger(account).checkUser({ email: 'rui@example.com' }),
    },
    {
      name: "the account's own",
      run: ({ client }) => client.checkUser({ email: sandboxUsername }),
    },
    {
      name: 'one that was created',
      run: async ({ client }) => {
        await client.createAccount(newAccount);
        return client.checkUser({ email: 'RUI@example.com' });
      },
    },
  ],
  createAccount: [
    { name: 'success', run: (account) => stranger(account).createAccount(newAccount) },
    {
      name: 'twice',
      run: async ({ client }) => [
        await client.createAccount(newAccount),
        await client.createAccount(newAccount),
      ],
    },
  ],
  getAllErrors: [{ name: 'empty', run: ({ client }) => client.getAllErrors() }],
  getError: [{ name: 'empty', run: ({ client }) => client.getError() }],
  testEmailAddress: [
    {
      name: 'one that is right',
      run: ({ client }) => client.testEmailAddress({ email: 'ana+x@example.com' }),
    },
    {
      name: 'one that is wrong',
      run: ({ client }) => client.testEmailAddress({ email: awkwardText }),
    },
    { name: 'empty', run: ({ client }) => client.testEmailAddress({ email: '' }) },
  ],
};
