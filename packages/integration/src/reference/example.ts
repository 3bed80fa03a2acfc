import type { EgoiClient, MethodName } from '@egoi-client/core';

/** What a method takes, as the client types it; of several forms the most general. */
export type ParamsOf<Name extends MethodName> = NonNullable<Parameters<EgoiClient[Name]>[0]>;

/**
 * An example call: prepares a fresh account and gives the parameters. The page shows what was done to
 * prepare it, the call with these very parameters, and what the account answered.
 */
export type Example<Name extends MethodName> = (client: EgoiClient) => Promise<ParamsOf<Name>>;

/** The examples of every method, at least one: a method without any does not compile. */
export type ExampleTable = {
  readonly [Name in MethodName]: readonly [Example<Name>, ...Example<Name>[]];
};
