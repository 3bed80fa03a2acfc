import { type WireValue } from '@egoi-client/core';
import {
  maxWireDepth,
  phpNumber,
  type WireAnswer,
  type WireFault,
  WireFormatError,
} from '@egoi-client/core/wire';
import { isElementName } from './element-name.ts';

/** The name of the service's class, which stands around every answer of a method. */
export const envelopeName = 'Egoi_Api';

/** An element of an answer before it is XML or JSON: text, or what is inside. */
export interface AnswerElement {
  readonly name: string;
  /** `''` is an empty text, `[]` an element without anything; only XML tells them apart. */
  readonly content: string | readonly AnswerElement[];
}

/**
 * Lays an answer out as the service's framework does: `Egoi_Api`, the method, the members, and a
 * `status` where the method's result has none of its own. Source: reference, 14.4 and 14.5; golden
 * files.
 *
 * @throws WireFormatError for a value deeper than `maxWireDepth`
 */
export function layOutAnswer(method: string, answer: WireAnswer): AnswerElement {
  if ('fault' in answer) return layOutFault(method, answer.fault);
  return inEnvelope(method, layOutResult(answer.value));
}

function layOutFault(method: string, fault: WireFault): AnswerElement {
  const content = [
    { name: 'response', content: [{ name: 'message', content: fault.faultString }] },
    { name: 'status', content: 'failed' },
  ];
  if (fault.faultCode === restFaultCode.noMethod) return { name: 'rest', content };
  if (fault.faultCode === restFaultCode.unknownMethod) {
    return { name: isElementName(method) ? method : 'rest', content };
  }
  return inEnvelope(method, content);
}

function inEnvelope(method: string, content: readonly AnswerElement[]): AnswerElement {
  return { name: envelopeName, content: [{ name: method, content }] };
}

function layOutResult(value: WireValue): readonly AnswerElement[] {
  const success = { name: 'status', content: 'success' };
  if (value === null) return [{ name: 'response', content: [] }, success];
  if (typeof value !== 'object') return [layOut('response', value, 1), success];
  const members = layOutMembers(value, 1);
  const ownStatus = Array.isArray(value) ? undefined : ownMember(value, 'status');
  // PHP's isset() counts a null as absent, so that a second `status` then follows.
  return ownStatus === undefined || ownStatus === null ? [...members, success] : members;
}

function layOutMembers(
  value: WireValue[] | { [key: string]: WireValue },
  depth: number,
): AnswerElement[] {
  if (depth > maxWireDepth) {
    throw new WireFormatError(`the answer is nested deeper than ${maxWireDepth} levels`);
  }
  const elements: AnswerElement[] = [];
  for (const [key, member] of Object.entries(value)) {
    elements.push(layOut(/^\d+$/.test(key) ? `key_${key}` : key, member, depth + 1));
  }
  return elements;
}

function layOut(name: string, value: WireValue, depth: number): AnswerElement {
  switch (typeof value) {
    case 'string':
      return { name, content: value };
    case 'number':
      return { name, content: phpNumber(value) };
    case 'boolean':
      return { name, content: value ? '1' : '0' };
    default:
      return { name, content: value === null ? '' : layOutMembers(value, depth) };
  }
}

function ownMember(
  struct: { readonly [key: string]: WireValue },
  name: string,
): WireValue | undefined {
  return Object.hasOwn(struct, name) ? struct[name] : undefined;
}

/**
 * The words that stand in for fault codes, which REST has none of: a method that the service does
 * not have, a call without a method, and a method that failed. `decodeAnswer` gives them by where
 * the fault stands in the answer; `encodeAnswer` puts it there.
 */
export const restFaultCode = {
  unknownMethod: 'unknown-method',
  noMethod: 'no-method',
  failed: 'failed',
} as const;

/** What the service answers for a method that it does not have. Source: reference, 14.5; golden file unknown-method. */
export function unknownMethodFault(method: string): WireFault {
  return { faultCode: restFaultCode.unknownMethod, faultString: `Unknown Method '${method}'.` };
}

/** What the service answers for a call that names no method. Source: reference, 14.5. */
export function noMethodFault(): WireFault {
  return { faultCode: restFaultCode.noMethod, faultString: 'No Method Specified.' };
}
