import type { V3ServerOptions } from '@egoi-client/gateway';
import { sandboxApiKey, type SandboxTransport, sandboxTransport } from '@egoi-client/sandbox';
import { type OperationName, operations } from '@egoi-client/v3-api';
import type { SentRequest } from '../calls/write-unchecked.ts';
import { startingAccount } from '../served/starting-account.ts';

/** A status that a request brings about itself, or meets at any operation. */
export interface RequestProvocation {
  readonly status: number;
  readonly makeAccount: () => Promise<SandboxTransport>;
  readonly options: V3ServerOptions;
  /** Makes a request that is refused of one that is right; `undefined` where it cannot. */
  readonly requestFor: (name: OperationName, right: SentRequest) => SentRequest | undefined;
}

const same = (_name: OperationName, right: SentRequest) => right;

/** What no operation can be told apart by. */
export const requestProvocations: readonly RequestProvocation[] = [
  {
    status: 400,
    makeAccount: startingAccount,
    options: {},
    requestFor: (_name, right) => ({ ...right, body: '{"a":' }),
  },
  {
    status: 404,
    makeAccount: startingAccount,
    options: {},
    requestFor: (_name, right) =>
      right.path.startsWith('/lists/')
        ? { ...right, path: right.path.replace(/^\/lists\/\d+/, '/lists/99') }
        : undefined,
  },
  {
    status: 413,
    makeAccount: startingAccount,
    options: { maxBodyBytes: 1024 },
    requestFor: (_name, right) => ({ ...right, body: `"${'x'.repeat(2000)}"` }),
  },
  {
    status: 422,
    makeAccount: startingAccount,
    options: {},
    requestFor: (name, right) => withWrongQuery(name, right),
  },
  {
    status: 429,
    async makeAccount() {
      const now = new Date('2026-11-26T10:00:00Z');
      const account = sandboxTransport({ v3RequestsPerMinute: 1, now: () => now });
      const path = '/lists';
      await account.answerV3({
        method: 'GET',
        path,
        apiKey: sandboxApiKey,
        body: '',
        filesUrl: '',
      });
      return account;
    },
    options: {},
    requestFor: same,
  },
  {
    status: 503,
    async makeAccount() {
      const account = sandboxTransport();
      await account.close();
      return account;
    },
    options: {},
    requestFor: same,
  },
];

/** A parameter that is no number, where there is one; else text that no account can keep. */
function withWrongQuery(name: OperationName, right: SentRequest): SentRequest | undefined {
  const [param] = Object.keys(operations[name].queryParams);
  const path = right.path.replace(/\?.*$/s, '');
  return param === undefined ? undefined : { ...right, path: `${path}?${param}=%00` };
}
