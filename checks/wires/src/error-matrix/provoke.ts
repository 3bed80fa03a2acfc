import {
  EgoiApiError,
  EgoiClient,
  type EgoiErrorCode,
  errorTable,
  findMethod,
  type Transport,
  type TransportRequest,
} from '@egoi-client/core';
import { apiErrorIn, type Credentials, errorContext, Secret } from '@egoi-client/core/wire';
import { sandboxApiKey, type SandboxTransport, sandboxTransport } from '@egoi-client/sandbox';
import type { Provocation, ProvokedAccount } from './provocation.ts';

const someDay = () => new Date('2025-06-01T12:00:00Z');

/** The account that a provocation begins with. */
export function provokedSandbox({ options }: Provocation): SandboxTransport {
  return sandboxTransport({ now: someDay, ...options });
}

/** Runs a provocation through a transport in front of its account. @returns what the call rejected with */
export async function provokeThrough(
  transport: Transport,
  sandbox: SandboxTransport,
  provocation: Provocation,
): Promise<unknown> {
  const account: ProvokedAccount = {
    client: new EgoiClient({ apiKey: sandboxApiKey, transport }),
    clientWith: (credentials) => new EgoiClient({ ...credentials, transport }),
    unchecked: (method, params, credentials = { apiKey: new Secret(sandboxApiKey) }) =>
      uncheckedCall(transport, method, params, credentials),
    sandbox,
  };
  try {
    await provocation.run(account);
    return undefined;
  } catch (error) {
    return error;
  }
}

async function uncheckedCall(
  transport: Transport,
  method: string,
  params: TransportRequest['params'],
  credentials: Credentials,
): Promise<unknown> {
  const spec = findMethod(method);
  const { signal } = new AbortController();
  const request = { method, spec, params, credentials, signal, callId: 'unchecked', attempt: 1 };
  const { value } = await transport.call(request);
  const result = spec?.formFor(params).result;
  const error = apiErrorIn(value, result, errorContext(request, transport.id));
  if (error !== undefined) throw error;
  return value;
}

/** What is wrong with how a provocation of a code ended; `''` for nothing. */
export function problemOf(outcome: unknown, code: EgoiErrorCode, { fieldId }: Provocation): string {
  if (outcome === undefined) return 'no error';
  if (!(outcome instanceof Error)) return typeof outcome;
  if (!(outcome instanceof EgoiApiError)) return `${outcome.name}: ${outcome.message}`;
  const wireCode = fieldId === undefined ? code : code.replace(/_XX?_/, `_${fieldId}_`);
  const { description } = errorTable[code];
  const expected = { code, wireCode, description, fieldId, delivery: 'answered' } as const;
  const wrong = (Object.keys(expected) as (keyof typeof expected)[]).filter(
    (name) => outcome[name] !== expected[name],
  );
  return wrong.map((name) => `${name} ${String(outcome[name])}`).join(', ');
}
