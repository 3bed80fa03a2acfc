import { isWireObject, type WireObject, type WireValue } from '@egoi-client/core';
import { setMember } from '@egoi-client/core/wire';
import { goldenValues as meanings } from '../../../soap-encoding/test/support/golden-values.ts';

export const goldenKey = '0123456789abcdef0123456789abcdef01234567';

/** What the method of each case returned on the captured server; the same on every wire. */
export const goldenValues: Readonly<Record<string, WireValue>> = Object.fromEntries(
  Object.entries(meanings).flatMap(([name, { answer }]) =>
    'value' in answer ? [[name, answer.value]] : [],
  ),
);

/** The parameters that each case's client sent beside the credentials. */
export function goldenParams(name: string): WireObject {
  const { apikey: _, ...params } = meanings[name]?.options ?? {};
  return params;
}

/** What a form makes of a value: text, without nulls. */
export function asForm(value: WireValue): WireValue {
  if (Array.isArray(value)) return value.map(asForm);
  if (!isWireObject(value)) return String(value);
  const struct: WireObject = {};
  for (const [key, member] of Object.entries(value)) {
    if (member !== null) setMember(struct, key, asForm(member));
  }
  return struct;
}
