import { isWireObject, type WireValue } from '@egoi-client/core';
import {
  type WireAnswer,
  type WireCall,
  type WireFault,
  WireFormatError,
} from '@egoi-client/core/wire';
import { callOf, type PartsOf } from './decode.ts';
import { declaration, faultStruct } from './encode.ts';
import { answerWriter } from './write-value.ts';

/** The method that carries other calls. */
export const multicallName = 'system.multicall';

/** One of several calls in one document, or why it is none. */
export type BatchedCall = WireCall | { readonly fault: WireFault };

/**
 * Reads the argument of `system.multicall`: a list of structs with `methodName` and `params`. What is
 * wrong with one of them is its own fault, in the words of Zend's server.
 *
 * @param maxCalls most calls
 * @throws WireFormatError for anything but a list, and for more calls than that
 */
export function decodeMulticall(
  calls: WireValue | undefined,
  partsOf: PartsOf,
  maxCalls: number,
): readonly BatchedCall[] {
  if (!Array.isArray(calls)) throw new WireFormatError(`${multicallName} takes a list of calls`);
  if (calls.length > maxCalls) {
    throw new WireFormatError(`${multicallName} takes at most ${maxCalls} calls`);
  }
  return calls.map((call) => batchedCall(call, partsOf));
}

function batchedCall(call: WireValue, partsOf: PartsOf): BatchedCall {
  if (!isWireObject(call))
    return fault('601', `${multicallName} expects each method to be a struct`);
  const method = ownMember(call, 'methodName');
  if (typeof method !== 'string') return fault('602', 'Missing methodName');
  const params = ownMember(call, 'params');
  if (params === undefined) return fault('603', 'Missing params');
  if (!Array.isArray(params)) return fault('604', 'Params must be an array');
  if (method === multicallName) return fault('605', `Recursive ${multicallName} forbidden`);
  try {
    return callOf(method, params, partsOf);
  } catch (error) {
    if (!(error instanceof WireFormatError)) throw error;
    return fault('630', `Unable to read request: ${error.message}`);
  }
}

function ownMember(struct: { readonly [name: string]: WireValue }, name: string) {
  return Object.hasOwn(struct, name) ? struct[name] : undefined;
}

function fault(faultCode: string, faultString: string): BatchedCall {
  return { fault: { faultCode, faultString } };
}

/**
 * Writes what one of several calls is answered: a list of its value alone, or the struct of a fault.
 *
 * @returns a part of what `encodeMulticallAnswer` takes
 * @throws WireFormatError for a value that XML-RPC cannot carry
 */
export function encodeResult(answer: WireAnswer): string {
  return 'value' in answer
    ? `<value><array><data>${answerWriter.text(answer.value, 'value')}</data></array></value>`
    : answerWriter.text(faultStruct(answer.fault), 'value');
}

/** Writes the answer to `system.multicall`, the results in the order of the calls. */
export function encodeMulticallAnswer(results: readonly string[]): string {
  return `${declaration}<methodResponse><params><param><value><array><data>${results.join('')}</data></array></value></param></params></methodResponse>`;
}
