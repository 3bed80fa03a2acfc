import { isWireObject, type WireObject, type WireValue } from '@egoi-client/core';
import { type WireAnswer, WireFormatError } from '@egoi-client/core/wire';
import { envelopeName } from './answer-tree.ts';
import { restFaultCode } from './faults.ts';
import { isSameMethod } from './is-same-method.ts';

/**
 * Takes an answer out of its envelope. Source: reference, 14.4 and 14.5; golden files.
 *
 * @param document the answer as JSON says it, or as XML says it once turned into the same form
 * @param method the method that was called
 * @param readBody undoes what REST adds to the result in this form of the document
 * @throws WireFormatError for anything but an answer to this method
 */
export function readEnvelope(
  document: WireValue,
  method: string,
  readBody: (body: WireValue) => WireValue,
): WireAnswer {
  const envelope = isWireObject(document) ? member(document, envelopeName) : undefined;
  if (envelope !== undefined) return readMethod(envelope, method, readBody);
  const [name = '', body] = onlyMember(document);
  if (!isWireObject(body) || member(body, 'status') !== 'failed') {
    throw new WireFormatError(`it is not an ${envelopeName} answer`);
  }
  const noMethod = name === 'rest';
  if (!noMethod && !isSameMethod(name, method)) foreignMethod();
  const faultCode = noMethod ? restFaultCode.noMethod : restFaultCode.unknownMethod;
  return { fault: { faultCode, faultString: failureOf(body) ?? '' } };
}

function readMethod(
  envelope: WireValue,
  method: string,
  readBody: (body: WireValue) => WireValue,
): WireAnswer {
  const members = isWireObject(envelope) ? Object.entries(envelope) : [];
  if (members.length === 0) throw new WireFormatError('its envelope holds no method');
  const [, body] = members.find(([name]) => isSameMethod(name, method)) ?? foreignMethod();
  const failure = isWireObject(body) ? failureOf(body) : undefined;
  if (failure !== undefined) {
    return { fault: { faultCode: restFaultCode.failed, faultString: failure } };
  }
  return { value: readBody(body) };
}

/** The text of a failure: `status` says `failed`, and a `response` is all that stands beside it. */
function failureOf(body: WireObject): string | undefined {
  const response = member(body, 'response');
  const alone = Object.keys(body).length === 2;
  if (response === undefined || member(body, 'status') !== 'failed' || !alone) return undefined;
  const message = isWireObject(response) ? member(response, 'message') : response;
  return typeof message === 'string' ? message : '';
}

function onlyMember(value: WireValue): readonly [string, WireValue] | readonly [] {
  const members = isWireObject(value) ? Object.entries(value) : [];
  return members.length === 1 ? (members[0] ?? []) : [];
}

function foreignMethod(): never {
  throw new WireFormatError('it belongs to another method');
}

function member(struct: WireObject, name: string): WireValue | undefined {
  return Object.hasOwn(struct, name) ? struct[name] : undefined;
}
