import {
  allMethods,
  findMethod,
  type MethodSpec,
  type WireObject,
  type WireValue,
} from '@egoi-client/core';
import { carriedText, type WireAnswer, type WireCall } from '@egoi-client/core/wire';
import { multicallName } from '@egoi-client/transport-xmlrpc/codec';

/** A method that the server itself answers. */
interface SystemMethod {
  readonly parts: readonly string[];
  /** The type of the result, then those of the parameters. */
  readonly signature: readonly string[];
  readonly help: string;
}

const named = { parts: ['method'] } as const;

/** Source: Zend's XML-RPC server, which has these and no others. */
const systemMethods: ReadonlyMap<string, SystemMethod> = new Map([
  ['system.listMethods', { parts: [], signature: ['array'], help: 'The names of all methods.' }],
  ['system.methodHelp', { ...named, signature: ['string', 'string'], help: 'What a method does.' }],
  [
    'system.methodSignature',
    {
      ...named,
      signature: ['array', 'string'],
      help: 'The types of the result and the parameters of a method.',
    },
  ],
  [
    multicallName,
    {
      parts: ['calls'],
      signature: ['array', 'array'],
      help: 'Makes several calls, each a struct of methodName and params; a result is a list of one value, or a fault.',
    },
  ],
]);

/** The names of a method's arguments, where it has others than one struct. */
export function xmlrpcParts(method: string): readonly string[] | undefined {
  return systemMethods.get(method)?.parts ?? findMethod(method)?.parts;
}

/** What the server itself answers to a call; `undefined` where the call is for the transport. */
export function systemAnswer({ method, options }: WireCall): WireAnswer | undefined {
  switch (method) {
    case 'system.listMethods':
      return { value: [...systemMethods.keys(), ...allMethods().map(({ name }) => name)] };
    case 'system.methodHelp':
      return aboutMethod(options, ({ help }) => help);
    case 'system.methodSignature':
      return aboutMethod(options, ({ signature }) => [[...signature]]);
    default:
      return undefined;
  }
}

/** Codes of refusals: Zend's XML-RPC server. */
function aboutMethod(
  { method: name }: WireObject,
  say: (method: Omit<SystemMethod, 'parts'>) => WireValue,
): WireAnswer {
  if (typeof name !== 'string') {
    return {
      fault: { faultCode: '623', faultString: 'Calling parameters do not match signature' },
    };
  }
  const spec = findMethod(name);
  const method = systemMethods.get(name) ?? (spec && described(spec));
  if (method !== undefined) return { value: say(method) };
  const faultString = `Method "${carriedText(name, '\ufffd').slice(0, 255)}" does not exist`;
  return { fault: { faultCode: '640', faultString } };
}

/** Clients write a parameter of the type that they are told: all options are one struct. */
function described({ summary, parts, forms }: MethodSpec): Omit<SystemMethod, 'parts'> {
  const isFlag = parts !== undefined && forms.some(({ result }) => result.kind === 'flag');
  const parameters = parts === undefined ? ['struct'] : parts.map(() => 'string');
  return { help: summary, signature: [isFlag ? 'boolean' : 'struct', ...parameters] };
}
