import { fixedAccount } from '@egoi-client/conformance/cases';
import {
  EgoiApiError,
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
  readonly answer: { readonly value: WireValue } | { readonly code: string };
}

/**
 * Runs an example on a fresh account that gives the same references and moments each time.
 *
 * @returns `undefined` where the sandbox cannot do one of the calls yet
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
    const answer = await answerOf(client.call(method, params));
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

async function answerOf(answer: Promise<WireValue>): Promise<ExampleRun['answer']> {
  try {
    return { value: await answer };
  } catch (error) {
    if (error instanceof EgoiApiError) return { code: error.wireCode };
    throw error;
  }
}
