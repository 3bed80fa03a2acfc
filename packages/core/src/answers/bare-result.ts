import { isEmptyToPhp } from '../values/php-empty.ts';
import {
  isWireObject,
  namesAsTheyCame,
  setMember,
  type WireObject,
  type WireValue,
} from '../values/wire-value.ts';

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
