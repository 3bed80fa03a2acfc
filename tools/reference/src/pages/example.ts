import type { EgoiClient, MethodName } from '@egoi-client/core';

/** What a method takes, as the client types it, in any of its forms. */
type ParamsOf<Name extends MethodName> = NonNullable<
  EgoiClient[Name] extends {
    (params: infer Special, ...others: never): unknown;
    (params: infer General, ...others: never): unknown;
  }
    ? // A method with one form has no first signature to find.
      unknown extends Special
      ? General
      : Special | General
    : never
>;

/**
 * An example call: prepares a fresh account and gives the parameters. The page shows what was done to
 * prepare it, the call with these very parameters, and what the account answered.
 */
type Example<Name extends MethodName> = (client: EgoiClient) => Promise<ParamsOf<Name>>;

/** The examples of every method, at least one: a method without any does not compile. */
export type ExampleTable = {
  readonly [Name in MethodName]: readonly [Example<Name>, ...Example<Name>[]];
};
