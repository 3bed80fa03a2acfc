import type { EgoiClient, MethodName } from '@egoi-client/core';

/** What a case may use: clients of one fresh account. */
export interface CaseAccount {
  /** With the account's key. */
  readonly client: EgoiClient;
  /** With other credentials. */
  readonly clientWith: (
    credentials:
      | { readonly apiKey: string }
      | { readonly username: string; readonly password: string },
  ) => EgoiClient;
}

/** One way to use a method on a fresh account. What it resolves with must be the same on every transport. */
export interface ConformanceCase {
  /** `success`, `empty`, `one`, `many`, or what is special about it. */
  readonly name: string;
  /** The error code that it must end with; without one it must end with a value. */
  readonly fails?: string;
  run(account: CaseAccount): Promise<unknown>;
}

/** The cases of every method: one that has none does not compile. */
export type CaseTable = { readonly [Name in MethodName]: readonly ConformanceCase[] };
