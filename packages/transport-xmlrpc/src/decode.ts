import { isWireObject, type WireObject, type WireValue } from '@egoi-client/core';
import {
  type AnswerDecoder,
  type ArrivingItems,
  type CallDecoder,
  setMember,
  type WireAnswer,
  type WireCall,
  type WireFault,
  WireFormatError,
} from '@egoi-client/core/wire';
import { methodNamePattern } from './method-name.ts';
import { DocumentReader, type XmlrpcDocument } from './read-document.ts';

/** The names of a method's arguments, where it has others than one struct. */
export type PartsOf = (method: string) => readonly string[] | undefined;

/**
 * Reads a call. The API's methods take one struct; no parameter means no options, and so does an
 * empty list, which is what PHP makes of an empty struct. Parameters have no names here: an operation
 * with arguments of its own says what they are called. Source: reference, 14.2, 14.6 and 14.7.
 *
 * @param text the document, decoded from its charset
 * @param partsOf the names of a method's arguments, where it has others than one struct
 * @throws WireFormatError for anything but a call with at most one struct, or with those arguments
 */
export function decodeCall(text: string, partsOf?: PartsOf): WireCall {
  const decoder = callDecoder(partsOf);
  decoder.write(text);
  return decoder.end();
}

/** Reads a call as `decodeCall` does, while its text arrives. */
export function callDecoder(partsOf: PartsOf = () => undefined): CallDecoder {
  const reader = new DocumentReader();
  return {
    write: (text) => reader.write(text),
    end: () => callIn(reader.end(), partsOf),
  };
}

function callIn({ root, methodName, params }: XmlrpcDocument, partsOf: PartsOf): WireCall {
  if (root !== 'methodCall') throw new WireFormatError('the document is not a <methodCall>');
  if (methodName === undefined) throw new WireFormatError('the call has no <methodName>');
  return callOf(methodName, params, partsOf);
}

/**
 * Makes a call of its method and its parameters.
 *
 * @throws WireFormatError as `decodeCall`
 */
export function callOf(
  method: string,
  params: readonly WireValue[] | undefined,
  partsOf: PartsOf,
): WireCall {
  if (!methodNamePattern.test(method)) {
    throw new WireFormatError('the method name is not one that XML-RPC allows');
  }
  const parts = partsOf(method);
  if (parts !== undefined) return { method, options: namedOptions(parts, params ?? []), parts };
  if (params === undefined) throw new WireFormatError('the call has no <params>');
  if (params.length > 1) throw new WireFormatError('the call has more than one parameter');
  return { method, options: optionsFrom(params[0]) };
}

function namedOptions(parts: readonly string[], params: readonly WireValue[]): WireObject {
  if (params.length > parts.length) {
    throw new WireFormatError('the call has more parameters than the method');
  }
  const options: WireObject = {};
  params.forEach((param, index) => setMember(options, parts[index] ?? '', param));
  return options;
}

function optionsFrom(param: WireValue | undefined): WireObject {
  if (param === undefined || (Array.isArray(param) && param.length === 0)) return {};
  if (!isWireObject(param)) throw new WireFormatError('the parameter of the call is not a struct');
  return param;
}

/**
 * Reads an answer. An error that the API answers as a value is a value here too.
 *
 * @param text the document, decoded from its charset
 * @throws WireFormatError for anything but one value or one fault
 */
export function decodeAnswer(text: string): WireAnswer {
  const decoder = answerDecoder();
  decoder.write(text);
  return decoder.end();
}

/**
 * Reads an answer as `decodeAnswer` does, while its text arrives.
 *
 * @param arriving whom to tell of items in the value of the answer
 */
export function answerDecoder(arriving?: ArrivingItems): AnswerDecoder {
  const reader = new DocumentReader(arriving);
  return {
    write: (text) => reader.write(text),
    end: () => answerIn(reader.end()),
  };
}

function answerIn({ root, params, fault }: XmlrpcDocument): WireAnswer {
  if (root !== 'methodResponse') {
    throw new WireFormatError('the document is not a <methodResponse>');
  }
  if (fault !== undefined) return { fault: faultFrom(fault) };
  const value = params?.[0];
  if (value === undefined || params?.length !== 1) {
    throw new WireFormatError('the answer has neither one parameter nor a fault');
  }
  return { value };
}

function faultFrom(value: WireValue): WireFault {
  if (!isWireObject(value)) throw new WireFormatError('the fault is not a struct');
  return {
    faultCode: textMember(value, 'faultCode'),
    faultString: textMember(value, 'faultString'),
  };
}

/** Servers are lax about the types of a fault; what it says matters more. */
function textMember(fault: WireObject, name: string): string {
  const member = Object.hasOwn(fault, name) ? fault[name] : undefined;
  if (typeof member === 'string') return member;
  if (typeof member === 'number') return String(member);
  throw new WireFormatError(`the fault has no ${name}`);
}
