import { type SandboxTransport, sandboxTransport } from '@egoi-client/sandbox';

/** A second key of the account of the cases, which may only read. */
export const sandboxReadOnlyApiKey = 'r'.repeat(40);
export const sandboxUsername = 'ana@example.com';
export const sandboxPassword = 'pass & <word>';

/** The account of the cases: the same references and the same moment each time it is made. */
export function fixedAccount(): SandboxTransport {
  return sandboxTransport({
    readOnlyApiKey: sandboxReadOnlyApiKey,
    username: sandboxUsername,
    password: sandboxPassword,
    now: () => new Date('2025-06-01T12:00:00Z'),
    maxLists: 20,
    callbacks: 'off',
    forms: [
      { title: 'Sign up & <win>', list: 1 },
      { title: 'First', list: 2 },
      { title: 'Second', list: 2 },
    ],
    autobots: [
      { name: 'Welcome & <hello>' },
      { name: 'Birthday', list: 3 },
      { name: 'Old', status: 'paused' },
    ],
  });
}
