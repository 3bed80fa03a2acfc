import { sandboxApiKey } from '@egoi-client/sandbox';
import egoisdk, { type ApiClient, type Callback } from 'egoisdk';
import { hasOtherKey, type JudgedCall } from '../calls/judged-call.ts';
import { type Answer, type Caller, plainCaller } from '../served/run-calls.ts';
import { type SdkMethod, sdkMethods } from './egoisdk-methods.ts';

/**
 * A caller that makes calls by npm's `egoisdk`, the maker's own client; what it has no method for, and what
 * is wrong, goes as the client half writes it.
 */
export function egoisdkCaller(url: string): Caller {
  const client = new egoisdk.ApiClient();
  client.basePath = url;
  client.authentications.Apikey.apiKey = sandboxApiKey;
  const plain = plainCaller(url);
  return {
    call(call) {
      const method = sdkMethodOf(call);
      return method === undefined ? plain.call(call) : callBySdk(client, call, method);
    },
  };
}

/** The method of egoisdk that makes a call; `undefined` where none can. */
export function sdkMethodOf(call: JudgedCall): SdkMethod | undefined {
  const { kind, name, input } = call;
  const method = kind === 'wrong' || hasOtherKey(call) ? undefined : sdkMethods[name];
  const isLacking = method?.lacks?.some((param) => Object.hasOwn(input as object, param)) === true;
  return isLacking ? undefined : method;
}

function callBySdk(
  client: ApiClient,
  { name, input }: JudgedCall,
  { api, args, hasOptions = false }: SdkMethod,
): Promise<Answer> {
  const given = input as Readonly<Record<string, unknown>>;
  const values = args.map((arg) => given[arg]);
  const others = Object.entries(given).filter(([param]) => !args.includes(param));
  const options = Object.fromEntries(others.map(([param, value]) => [camelCased(param), value]));
  return new Promise((resolve, reject) => {
    const callback: Callback = (error, _data, response) => {
      // What it makes of an answer drops members that it does not know: the answer itself is looked at.
      if (response === undefined) return reject(error ?? new Error(`${name} was not answered`));
      const { status, headers, body, text } = response;
      resolve({ status, headers, body: text === '' || status === 204 ? undefined : body });
    };
    const made = new (apiClass(api))(client);
    const method = made[name]?.bind(made);
    if (method === undefined) return reject(new Error(`egoisdk has no ${api}.${name}`));
    method(...values, ...(hasOptions ? [options] : []), callback);
  });
}

function apiClass(api: string) {
  const found = egoisdk[api];
  if (found === undefined) throw new Error(`egoisdk has no ${api}`);
  return found;
}

function camelCased(name: string): string {
  return name.replaceAll(/_(\w)/g, (_, letter: string) => letter.toUpperCase());
}
