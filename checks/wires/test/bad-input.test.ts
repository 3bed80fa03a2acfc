import { inspect, isDeepStrictEqual } from 'node:util';
import { parameterRows } from '@egoi-client/cli';
import { generalCodes } from '@egoi-client/core/wire';
import { fixedAccount } from '@egoi-client/conformance/cases';
import { allLossesAllowed, openV3Front } from '@egoi-client/conformance/v3';
import {
  allMethods,
  EgoiApiError,
  EgoiClient,
  EgoiError,
  EgoiInputError,
  EgoiUnsupportedError,
  type MethodName,
  type MethodSpec,
  type Transport,
  type TransportRequest,
  type WireObject,
  type WireValue,
} from '@egoi-client/core';
import { apiErrorIn, Secret, setMember, wireCall } from '@egoi-client/core/wire';
import { createGateway, type Gateway } from '@egoi-client/gateway';
import { type SandboxTransport, sandboxApiKey } from '@egoi-client/sandbox';
import { lossesOf } from '@egoi-client/transport-v3';
import { decodeAnswer, encodeCall } from '@egoi-client/transport-xmlrpc/codec';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { exampleTable } from '@egoi-client/reference';
import { badValues } from './bad-values.ts';

let calls = 0;
let v3: Awaited<ReturnType<typeof openV3Front>>;
/** Requests that arrived by API v3. */
let v3Requests = 0;

beforeAll(async () => {
  v3 = await openV3Front({
    over: 'memory',
    user: { ...allLossesAllowed, phonePrefix: '351' },
    onRequest: () => void (v3Requests += 1),
  });
});

afterAll(async () => {
  await v3.close();
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

/** What a call is refused with; `undefined` where it is answered. */
function refusalOf(call: Promise<unknown>): Promise<unknown> {
  return call.then(
    () => undefined,
    (error: unknown) => error,
  );
}

/** What is wrong with a refusal by the client; `undefined` when it may be. */
function problemOfClient(spec: MethodSpec, refusal: unknown) {
  if (refusal === undefined || refusal instanceof EgoiInputError) return undefined;
  if (refusal instanceof EgoiApiError && isDocumented(spec, refusal)) return undefined;
  return `client: ${inspect(refusal)}`;
}

/** Ways in which a call over API v3 may end that has reached the service, or that it has no place for. */
const kindsOverV3: ReadonlySet<string> = new Set(['input', 'unsupported', 'config', 'fault']);

/**
 * The same over API v3: what the client refuses is refused in the same words, and nothing is sent; all
 * else ends in a code of the method, or is refused by the transport or the service.
 */
async function problemOfV3(
  spec: MethodSpec,
  transport: Transport,
  params: WireObject,
  byClient: unknown,
) {
  const before = v3Requests;
  const client = new EgoiClient({ apiKey: sandboxApiKey, transport });
  const refusal = await refusalOf(client.call(spec.name, params));
  const sent = v3Requests - before;
  if (refusal instanceof EgoiInputError && sent > 0) return `v3: input, after ${sent} requests`;
  if (byClient instanceof EgoiInputError) {
    const isSame =
      refusal instanceof EgoiInputError && isDeepStrictEqual(refusal.problems, byClient.problems);
    return isSame ? undefined : `v3: ${inspect(refusal)} in place of ${String(byClient)}`;
  }
  const past = await refusalOf(transport.call(requestOf(spec, params)));
  return wrongOverV3(spec, refusal) ?? wrongOverV3(spec, past);
}

/** The codes that a method declares to have over API v3 in place of others. */
function endingsOverV3({ name }: MethodSpec): ReadonlySet<string> {
  const endings = lossesOf(name as MethodName).flatMap(({ effects = {} }) =>
    effects === 'unseen' ? [] : (effects.endings ?? []),
  );
  return new Set(endings.map(([, overV3]) => overV3));
}

function wrongOverV3(spec: MethodSpec, refusal: unknown) {
  if (refusal === undefined) return undefined;
  if (!(refusal instanceof EgoiError)) return `v3: ${inspect(refusal)}`;
  if (refusal instanceof EgoiApiError) {
    const isKnown = isDocumented(spec, refusal) || endingsOverV3(spec).has(refusal.code);
    return isKnown ? undefined : `v3: ${String(refusal)}`;
  }
  return kindsOverV3.has(refusal.kind) ? undefined : `v3: ${String(refusal)}`;
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
    const { transport: overV3 } = v3.connect(other.account);
    const places = placesOf(spec);
    for (const place of places) {
      const own = await prepare(spec);
      const state = stateOf(own);
      for (const [name, value] of badValues) {
        const params = withValue(own.params, place, value);
        const found = [await problemOfAccount(spec, own, params, state)];
        // What is kept of a megabyte would come back with every later answer of the other account.
        if (name !== 'a megabyte' || place === places.at(-1)) {
          const refusal = await refusalOf(other.client.call(spec.name, params));
          found.push(problemOfClient(spec, refusal));
          found.push(await problemOfV3(spec, overV3, params, refusal));
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
