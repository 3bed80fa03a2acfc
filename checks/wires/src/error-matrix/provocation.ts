import type { CaseAccount } from '@egoi-client/conformance/cases';
import type { MethodName, WireObject } from '@egoi-client/core';
import type { Credentials } from '@egoi-client/core/wire';
import type { SandboxOptions, SandboxTransport } from '@egoi-client/sandbox';

/** What a provocation may use beside the clients of a fresh account behind one wire. */
export interface ProvokedAccount extends CaseAccount {
  /** A call that no client checked before it left, as other software may send it. */
  readonly unchecked: (
    method: MethodName,
    params: WireObject,
    credentials?: Credentials,
  ) => Promise<unknown>;
  /** The account itself, behind the wire. */
  readonly sandbox: SandboxTransport;
}

/** How one error code comes about. */
export interface Provocation {
  /** By what is sent, and what the account holds, or by `sandbox.fail` where neither causes it. */
  readonly by: 'input' | 'fail';
  /** Of the account. */
  readonly options?: SandboxOptions;
  /** The number of the extra field that the code names. */
  readonly fieldId?: number;
  /** Ends in the code. */
  run(account: ProvokedAccount): Promise<unknown>;
}

/** A code that what is sent causes. */
export function byInput(
  run: Provocation['run'],
  more: Pick<Provocation, 'options' | 'fieldId'> = {},
): Provocation {
  return { by: 'input', run, ...more };
}

/** A code that the account is told to answer. */
export function byFail(method: MethodName, code: string, params: WireObject = {}): Provocation {
  return {
    by: 'fail',
    run({ client, sandbox }) {
      sandbox.fail(method, code);
      return client.call(method, params);
    },
  };
}

/** A provocation that needs a list, whose number it is given. */
export function inList(
  run: (account: ProvokedAccount, listID: number) => Promise<unknown>,
  more: Pick<Provocation, 'options' | 'fieldId'> = {},
): Provocation {
  return byInput(async (account) => run(account, await newList(account)), more);
}

/** Creates a list and gives its number. */
async function newList({ client }: ProvokedAccount): Promise<number> {
  return (await client.createList({ nome: 'Newsletter' })).LIST_ID;
}

/** A contact that provocations add. */
export const ana = 'ana@example.com';
