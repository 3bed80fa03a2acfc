import { isWireObject, type WireObject, type WireValue } from '@egoi-client/core';
import { setMember } from '@egoi-client/core/wire';

/** A shorter key may be the value of anything; the service's have 40 characters. */
const tellingLength = 8;

/**
 * A result as it is printed: `getUserData` tells the key that the call was made with, and what is
 * printed ends up in logs.
 */
export function withoutKey(value: WireValue, apiKey: string, name = ''): WireValue {
  const isKey = apiKey.length >= tellingLength || /^api_?key$/i.test(name);
  if (isKey && value === apiKey) return '[redacted]';
  if (Array.isArray(value)) return value.map((item) => withoutKey(item, apiKey));
  if (!isWireObject(value)) return value;
  const struct: WireObject = {};
  for (const [memberName, member] of Object.entries(value)) {
    setMember(struct, memberName, withoutKey(member, apiKey, memberName));
  }
  return struct;
}
