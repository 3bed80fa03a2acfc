import type { TransportRequest } from '../contract/transport.ts';
import { isWireObject, type WireValue } from '../values/wire-value.ts';

const encoder = new TextEncoder();

/**
 * Makes names for calls: the same for the same method, parameters and credentials. A name is a digest
 * with a random salt, so that it tells nothing of the key that went into it.
 */
export function cacheKeys(): (request: TransportRequest) => Promise<string> {
  const salt = crypto.randomUUID();
  return async ({ method, params, credentials }) => {
    const text = [salt, method, canonical(params), ...secretsOf(credentials)]
      .map((part) => JSON.stringify(part))
      .join(',');
    const digest = await crypto.subtle.digest('SHA-256', encoder.encode(text));
    return Array.from(new Uint8Array(digest), (byte) => byte.toString(16).padStart(2, '0')).join(
      '',
    );
  };
}

function secretsOf(credentials: TransportRequest['credentials']): string[] {
  if ('anonymous' in credentials) return ['anonymous'];
  if ('apiKey' in credentials) return ['apiKey', credentials.apiKey.reveal()];
  return ['login', credentials.username, credentials.password.reveal()];
}

/** JSON with the members of structs in one order: their order says nothing on any wire. */
function canonical(value: WireValue): string {
  if (Array.isArray(value)) return `[${value.map(canonical).join(',')}]`;
  if (!isWireObject(value)) return JSON.stringify(value);
  const members = Object.keys(value)
    .toSorted()
    .map((key) => `${JSON.stringify(key)}:${canonical(value[key] as WireValue)}`);
  return `{${members.join(',')}}`;
}
