import type { Schema } from '../catalogue/schema.ts';
import { errorContext } from '../contract/call-end.ts';
import type { TransportReply, TransportRequest } from '../contract/transport.ts';
import { EgoiApiError } from '../errors/api-error.ts';
import type { ErrorContext } from '../errors/egoi-error.ts';
import { isErrorCode } from '../errors/error-table.ts';
import { phpNumber } from '../values/number-text.ts';
import { isEmptyToPhp } from '../values/php-empty.ts';
import {
  isWireObject,
  namesAsTheyCame,
  setMember,
  type WireObject,
  type WireValue,
} from '../values/wire-value.ts';

/** No code is longer, in characters; the longest of the table has 37. */
const longestCode = 255;

/**
 * The error that an answer stands for, in any of the ways in which the service says it: a bare word
 * in place of a struct or list, `ERROR` at the top, or `ERROR` alone one level down.
 * Source: reference, how errors are signalled (14.8).
 *
 * @param value the answer, freed of its wire
 * @param result the schema of the method's result; without one only code-like words count
 */
export function apiErrorIn(
  value: WireValue,
  result: Schema | undefined,
  context: ErrorContext,
): EgoiApiError | undefined {
  const bare = bareResult(value);
  const word = errorWordIn(bare, result);
  return word === undefined ? undefined : new EgoiApiError(word, { ...context, uid: uidIn(bare) });
}

/** The contact that an error answer names beside its code. */
function uidIn(value: WireValue): string | undefined {
  const uid = isWireObject(value) && Object.hasOwn(value, 'UID') ? value['UID'] : undefined;
  return typeof uid === 'string' && /^[\da-f]{10}$/i.test(uid) ? uid : undefined;
}

function errorWordIn(value: WireValue, result: Schema | undefined): string | undefined {
  if (typeof value === 'string') {
    // The service trims its texts in JSON alone.
    const word = value.trim();
    return isErrorWord(word, result) ? word : undefined;
  }
  if (!isWireObject(value)) return undefined;
  const top = errorMember(value);
  if (top !== undefined) return top;
  for (const member of Object.values(value)) {
    if (isWireObject(member) && isErrorStruct(member)) return errorMember(member);
  }
  return undefined;
}

function errorMember(struct: { [key: string]: WireValue }): string | undefined {
  const error = Object.hasOwn(struct, 'ERROR') ? struct['ERROR'] : undefined;
  if (error === undefined || typeof error === 'object' || isEmptyToPhp(error)) return undefined;
  if (typeof error === 'string') return error.trim();
  return typeof error === 'number' ? phpNumber(error) : '1';
}

/** Below the top only a struct that says nothing but its error is one; others may be data. */
function isErrorStruct(struct: { [key: string]: WireValue }): boolean {
  return Object.keys(struct).every((key) => key === 'ERROR' || key === 'status');
}

/** Where a struct or a list is promised any word is an error; elsewhere it must look like a code. */
function isErrorWord(value: string, result: Schema | undefined): boolean {
  if (value === 'OK') return false;
  const kind = result?.kind;
  if (kind === 'list' || kind === 'struct' || kind === 'mapById') return /[A-Za-z]/.test(value);
  // The expression recurses for every word of its text, which a server may make as long as it likes.
  return (
    value.length <= longestCode && (isErrorCode(value) || /^[A-Z]+(?:_[A-Z0-9]+)+$/.test(value))
  );
}

/** The error that a reply stands for, if it does: for a transport an error answer is a value. */
export function apiErrorOf(
  reply: TransportReply,
  request: TransportRequest,
): EgoiApiError | undefined {
  const result = request.spec?.formFor(request.params).result;
  return apiErrorIn(reply.value, result, errorContext(request, reply.transport));
}

/** Names that stand for something else than data at the top of an answer. */
const signs = ['ERROR', 'response', 'status'];

/**
 * A result as every wire can bring it. REST puts a `status` of success beside each result and a
 * `response` around a scalar, and nobody can tell these from members of a result's own: so they are
 * taken for what they are in REST whichever wire brought them. An `ERROR` that PHP has for false says
 * that there is none. Source: reference, REST answer (14.4) and how errors are signalled (14.8).
 */
export function bareResult(value: WireValue): WireValue {
  if (!isWireObject(value) || !signs.some((name) => Object.hasOwn(value, name))) return value;
  const bare: WireObject = {};
  for (const name of namesAsTheyCame(value)) {
    const member = value[name] as WireValue;
    if (!isAdded(name, member)) setMember(bare, name, member);
  }
  const response = Object.hasOwn(bare, 'response') ? bare['response'] : undefined;
  const isLone = response !== undefined && Object.keys(bare).length === 1;
  return isLone && (response === null || typeof response !== 'object') ? response : bare;
}

function isAdded(name: string, member: WireValue): boolean {
  if (name === 'ERROR') return isEmptyToPhp(member);
  return name === 'status' && member === 'success';
}
