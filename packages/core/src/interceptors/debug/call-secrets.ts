import type { TransportRequest } from '../../contract/transport.ts';
import { isSecretName, withoutNamedSecrets } from '../../identity/named-secrets.ts';
import { type Credentials, redactorFor, Secret } from '../../identity/secret.ts';
import { isWireObject, type WireValue } from '../../values/wire-value.ts';

/** Takes the secrets of one call out of texts. */
export interface Hider {
  /** A text without them; what was cut off a secret may stand at its end. */
  readonly hide: (text: string) => string;
  /** No spelling of a secret is longer, in characters. */
  readonly longest: number;
}

/** More of them than any method has. */
const mostSecrets = 16;
const mostValues = 10_000;
/** `&amp;#x0000ff;` and its like, of one character. */
const longestSpelling = 24;

/** What hides a call's key or login, the secrets among its parameters, and those that texts name. */
export function hiderFor({ credentials, params }: TransportRequest): Hider {
  const found = new Set<string>();
  collect(params, found, { left: mostValues });
  const given: Credentials[] = [credentials];
  for (const secret of found) given.push({ apiKey: new Secret(secret) });
  const redactors = given.map(redactorFor);
  const lengths = [...found, own(credentials)].map((secret) => secret.length * longestSpelling);
  return {
    hide: (text) => withoutNamedSecrets(redactors.reduce((rest, redact) => redact(rest), text)),
    longest: Math.max(2048, ...lengths),
  };
}

function own(credentials: Credentials): string {
  if ('anonymous' in credentials) return '';
  return ('apiKey' in credentials ? credentials.apiKey : credentials.password).reveal();
}

function collect(value: WireValue, found: Set<string>, room: { left: number }): void {
  if (Array.isArray(value)) {
    for (const item of value) collect(item, found, room);
    return;
  }
  if (!isWireObject(value)) return;
  for (const [name, member] of Object.entries(value)) {
    room.left -= 1;
    if (room.left < 0 || found.size >= mostSecrets) return;
    if (typeof member === 'object') collect(member, found, room);
    else if (isSecretName(name) && member !== '') found.add(String(member));
  }
}
