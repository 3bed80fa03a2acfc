import {
  allMethods,
  EgoiClient,
  type MethodName,
  type MethodSpec,
  type Transport,
  type TransportRequest,
  type WireObject,
} from '@egoi-client/core';
import { Secret } from '@egoi-client/core/wire';
import { fixedAccount } from '@egoi-client/conformance/cases';
import { exampleTable } from '@egoi-client/reference';
import { type SandboxTransport, sandboxApiKey } from '@egoi-client/sandbox';
import { translationOf } from '@egoi-client/transport-v3';

/** A method with an account on which a call of it succeeds. */
export interface PreparedCall {
  readonly account: SandboxTransport;
  readonly params: WireObject;
}

/** The methods that API v3 answers. */
export const translatedMethods: readonly MethodSpec[] = allMethods().filter(
  ({ name }) => translationOf(name as MethodName).verdict !== 'refused',
);

/** Makes an account, and what the call of a method's first example needs on it. */
export async function prepareCall({ name }: MethodSpec): Promise<PreparedCall> {
  const account = fixedAccount();
  const client = new EgoiClient({ apiKey: sandboxApiKey, transport: account });
  const params = (await exampleTable[name as MethodName][0](client)) as WireObject;
  return { account, params };
}

/** Calls a method past the client, which would check its parameters. */
export function callPast(
  transport: Transport,
  spec: MethodSpec,
  params: WireObject,
  signal = new AbortController().signal,
): ReturnType<Transport['call']> {
  const request: TransportRequest = {
    method: spec.name,
    spec,
    params,
    credentials: { apiKey: new Secret(sandboxApiKey) },
    signal,
    callId: 'past-the-client',
    attempt: 1,
  };
  return transport.call(request);
}
