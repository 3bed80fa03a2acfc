import { createHash, timingSafeEqual } from 'node:crypto';
import { Refusal } from './refusal.ts';

/** The keys that open the account. */
export interface Keys {
  readonly apiKey: string;
  readonly readOnlyApiKey?: string | undefined;
}

/** @param reads whether the operation changes nothing @throws Refusal 401 for no key or a wrong one, 403 for one that may only read */
export function checkKey(given: string | undefined, reads: boolean, keys: Keys): void {
  const { apiKey, readOnlyApiKey } = keys;
  // Both are compared whatever the first says, so that the time tells nothing.
  const isFull = isEqual(given ?? '', apiKey);
  const isReadOnly = isEqual(given ?? '', readOnlyApiKey ?? apiKey) && !isFull;
  if (!isFull && !isReadOnly) throw new Refusal(401, 'The Apikey header holds no valid key');
  if (isReadOnly && !reads) throw new Refusal(403, 'The key may only read');
}

function isEqual(a: string, b: string): boolean {
  return timingSafeEqual(digest(a), digest(b));
}

/** Digests have one length, which the comparison needs and which hides the length of the secret. */
function digest(text: string): Buffer {
  return createHash('sha256').update(text).digest();
}
