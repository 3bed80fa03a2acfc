import type { WireObject, WireValue } from '@egoi-client/core';
import type { Frame } from './frame.ts';

/** The part that an answer's value stands in. Source: reference, 14.4; golden files. */
const answerPart = 'return';

/**
 * The list of an answer that an ended element was an item of, where it is the one that is asked for:
 * an array in place of the whole value or of its member, or a member that has come again.
 *
 * @param parent the element around it, which holds it already
 * @param name the name of the ended element
 * @param member the member of the answer; `undefined` where the answer is the list
 */
export function arrivingList(
  parent: Frame,
  name: string,
  member: string | undefined,
): WireValue[] | undefined {
  const whole = parent.level === 0 ? parent : parent.parent;
  if (whole?.parent !== undefined || whole?.name !== answerPart) return undefined;
  if (member === undefined) return parent === whole ? listOf(parent) : undefined;
  if (parent !== whole) return isMember(parent, whole, member) ? listOf(parent) : undefined;
  if (name !== member || whole.repeated?.has(name) !== true) return undefined;
  return (whole.value as WireObject)[name] as WireValue[];
}

function listOf({ kind, value }: Frame): WireValue[] | undefined {
  return kind === 'list' ? (value as WireValue[]) : undefined;
}

/** The key of a map's item comes before its value wherever PHP wrote it. */
function isMember(list: Frame, whole: Frame, member: string): boolean {
  if (whole.kind === 'map') return list.name === 'value' && whole.entryKey === member;
  // A member that has come before makes a list of this list and that.
  const isFirst = !Object.hasOwn(whole.value as WireObject, member);
  return whole.kind === 'struct' && list.name === member && isFirst;
}
