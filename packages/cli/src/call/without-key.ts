import { isWireObject, setMember, type WireObject, type WireValue } from '@egoi-client/core';

/**
 * A result as it is printed: `getUserData` tells the key that the call was made with, and what is
 * printed ends up in logs.
 */
export function withoutKey(value: WireValue, apiKey: string): WireValue {
  if (value === apiKey) return '[redacted]';
  if (Array.isArray(value)) return value.map((item) => withoutKey(item, apiKey));
  if (!isWireObject(value)) return value;
  const struct: WireObject = {};
  for (const [name, member] of Object.entries(value)) {
    setMember(struct, name, withoutKey(member, apiKey));
  }
  return struct;
}
