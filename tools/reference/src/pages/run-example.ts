import { fixedAccount } from '@egoi-client/conformance/cases';
import {
  EgoiClient,
  EgoiUnsupportedError,
  type Interceptor,
  type WireObject,
  type WireValue,
} from '@egoi-client/core';
import { sandboxApiKey } from '@egoi-client/sandbox';

/** A call that was made. */
export interface MadeCall {
  readonly method: string;
  readonly params: WireObject;
}

/** What an example came to. */
export interface ExampleRun {
  /** What was done to the fresh account before. */
  readonly before: readonly MadeCall[];
  readonly call: MadeCall;
  readonly answer: WireValue;
}

/**
 * Runs an example on a fresh account that gives the same references and moments each time.
 *
 * @returns `undefined` where the sandbox does not have one of the methods
 * @throws Error where a call does not succeed: an example shows what works
 */
export async function runExample(
  method: string,
  prepare: (client: EgoiClient) => Promise<object>,
): Promise<ExampleRun | undefined> {
  const before: MadeCall[] = [];
  const record: Interceptor = (next) => (request) => {
    before.push({ method: request.method, params: request.params });
    return next(request);
  };
  const transport = fixedAccount();
  const client = new EgoiClient({ apiKey: sandboxApiKey, transport, interceptors: [record] });
  try {
    const params = (await prepare(client)) as WireObject;
    const answer = await client.call(method, params);
    // The call itself was recorded last.
    const call = before.pop() ?? { method, params };
    return { before, call, answer };
  } catch (error) {
    if (error instanceof EgoiUnsupportedError) return undefined;
    throw new Error(`the example of ${method} cannot be run`, { cause: error });
  } finally {
    await client.close();
  }
}
