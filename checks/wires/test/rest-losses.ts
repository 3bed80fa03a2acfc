import { isWireObject, type WireObject, type WireValue } from '@egoi-client/core';
import { setMember } from '@egoi-client/core/wire';

/**
 * What is left of an answer over REST in JSON. Of all that the REST transport's page lists as lost, this
 * is all that is left once the sandbox has read the call and the client the answer: the service trims
 * the texts of an answer in JSON, as PHP trims. XML loses nothing.
 */
export function asRestJson(value: WireValue): WireValue {
  if (typeof value === 'string') return value.replace(/^[ \t\n\r\0\v]+|[ \t\n\r\0\v]+$/g, '');
  if (Array.isArray(value)) return value.map(asRestJson);
  if (!isWireObject(value)) return value;
  const struct: WireObject = {};
  for (const [name, member] of Object.entries(value)) setMember(struct, name, asRestJson(member));
  return struct;
}
