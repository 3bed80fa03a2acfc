import { parameterRows } from '@egoi-client/cli';
import { generalCodes } from '@egoi-client/core/wire';
import { fixedAccount } from '@egoi-client/conformance/cases';
import {
  allMethods,
  EgoiApiError,
  EgoiClient,
  EgoiInputError,
  EgoiUnsupportedError,
  type MethodName,
  type MethodSpec,
  type TransportRequest,
  type WireObject,
  type WireValue,
} from '@egoi-client/core';
import { apiErrorIn, Secret, setMember, wireCall } from '@egoi-client/core/wire';
import { createGateway, type Gateway } from '@egoi-client/gateway';
import { type SandboxTransport, sandboxApiKey } from '@egoi-client/sandbox';
import { decodeAnswer, encodeCall } from '@egoi-client/transport-xmlrpc/codec';
import { afterAll, describe, expect, test } from '@jest/globals';
import { exampleTable } from '@egoi-client/reference';
import { badValues } from './bad-values.ts';

let calls = 0;
afterAll(() => {
  process.stdout.write(`bad input: ${calls} calls\n`);
});

/** An account on which a call with good parameters succeeds. */
interface Prepared {
  readonly account: SandboxTransport;
  readonly client: EgoiClient;
  readonly gateway: Gateway;
  readonly params: WireObject;
}

async function prepare({ name }: MethodSpec): Promise<Prepared> {
  const account = fixedAccount();
  const client = new EgoiClient({ apiKey: sandboxApiKey, transport: account });
  const params = (await exampleTable[name as MethodName][0](client)) as WireObject;
  return { account, client, gateway: createGateway(account), params };
}

/** Where a bad value goes: a parameter, or a member of the first row of an import. */
function placesOf({ forms }: MethodSpec): string[] {
  const names = forms.flatMap(({ params }) => parameterRows(params).map(({ name }) => name));
  return [...new Set(['unknown_name', ...names])].map((name) => name.replace('extra_N', 'extra_1'));
}

function withValue(params: WireObject, place: string, value: WireValue | undefined): WireObject {
  const [list, member] = place.split('[].');
  if (member === undefined || list === undefined) {
    const { [place]: _, ...changed } = params;
    if (value !== undefined) setMember(changed, place, value);
    return changed;
  }
  const rows = params[list];
  const [first = {}, ...rest] = Array.isArray(rows) ? rows : [];
  return { ...params, [list]: [withValue(first as WireObject, member, value), ...rest] };
}

function requestOf(spec: MethodSpec, params: WireObject): TransportRequest {
  return {
    method: spec.name,
    spec,
    params,
    credentials: { apiKey: new Secret(sandboxApiKey) },
    signal: new AbortController().signal,
    callId: 'bad-input',
    attempt: 1,
  };
}

function isDocumented({ errors }: MethodSpec, { code }: EgoiApiError): boolean {
  const known: readonly string[] = errors;
  return generalCodes.has(code) || known.includes(code);
}

/** What is wrong with an outcome of the client; `undefined` when it may be. */
async function problemOfClient(spec: MethodSpec, { client }: Prepared, params: WireObject) {
  try {
    await client.call(spec.name, params);
    return undefined;
  } catch (error) {
    if (error instanceof EgoiInputError) return undefined;
    if (error instanceof EgoiApiError && isDocumented(spec, error)) return undefined;
    return `client: ${String(error)}`;
  }
}

/** The state of an account as text; asked again only after a call that may have changed it. */
function stateOf({ account }: Prepared) {
  let known: string | undefined;
  return {
    async now() {
      known ??= JSON.stringify(await account.snapshot());
      return known;
    },
    forget() {
      known = undefined;
    },
  };
}

/** The same of the account, asked as a foreign client asks it; and that an error changed nothing. */
async function problemOfAccount(
  spec: MethodSpec,
  { account }: Prepared,
  params: WireObject,
  state: ReturnType<typeof stateOf>,
) {
  const before = await state.now();
  try {
    const { value } = await account.call(requestOf(spec, params));
    const error = apiErrorIn(value, spec.formFor(params).result, {});
    if (error !== undefined && !isDocumented(spec, error)) return `account: ${error.code}`;
    if (error === undefined && spec.effect !== 'read') {
      state.forget();
      return undefined;
    }
    const isUnchanged = JSON.stringify(await account.snapshot()) === before;
    return isUnchanged ? undefined : `account: ${error?.code ?? 'a read'} changed it`;
  } catch (error) {
    return error instanceof EgoiUnsupportedError ? undefined : `account: ${String(error)}`;
  }
}

/** The same of the gateway: an answer of the protocol, whatever stands in it, and no fault of the server's. */
async function problemOfGateway(spec: MethodSpec, { gateway }: Prepared, params: WireObject) {
  let body: string;
  try {
    body = encodeCall(wireCall(requestOf(spec, params)));
  } catch {
    // XML-RPC cannot say it.
    return undefined;
  }
  const reply = await gateway.handle({
    method: 'POST',
    url: '/v2/xmlrpc.php',
    headers: { host: 'gateway.test', 'content-type': 'text/xml' },
    body: new TextEncoder().encode(body),
  });
  const text = typeof reply.body === 'string' ? reply.body : new TextDecoder().decode(reply.body);
  try {
    const answer = decodeAnswer(text);
    return 'fault' in answer && /internal|sandbox:/i.test(answer.fault.faultString)
      ? `gateway: ${answer.fault.faultString}`
      : undefined;
  } catch (error) {
    return `gateway: ${reply.status} ${String(error)}`;
  }
}

describe.each(allMethods().map((spec) => [spec.name, spec] as const))('%s', (_name, spec) => {
  test('takes its example, so that the rest of this is worth something', async () => {
    const { account, client, params } = await prepare(spec);
    await expect(client.call(spec.name, params)).resolves.toBeDefined();
    await account.close();
  });

  test('answers bad input with a value or with one of its codes, and an error changes nothing', async () => {
    const problems: string[] = [];
    const other = await prepare(spec);
    const places = placesOf(spec);
    for (const place of places) {
      const own = await prepare(spec);
      const state = stateOf(own);
      for (const [name, value] of badValues) {
        const params = withValue(own.params, place, value);
        const found = [await problemOfAccount(spec, own, params, state)];
        // What is kept of a megabyte would come back with every later answer of the other account.
        if (name !== 'a megabyte' || place === places.at(-1)) {
          found.push(await problemOfClient(spec, other, params));
          found.push(await problemOfGateway(spec, other, params));
        }
        calls += found.length;
        for (const problem of found) {
          if (problem !== undefined) problems.push(`${place}, ${name}: ${problem}`);
        }
      }
      await own.account.close();
    }
    await other.account.close();
    expect(problems).toEqual([]);
    expect(Object.prototype).not.toHaveProperty('polluted');
  });
});
