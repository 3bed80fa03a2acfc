import { isSecretHeader, redactorFor, Secret, withoutNamedSecrets } from '@egoi-client/core/wire';
import type { Exchange } from './exchange.ts';

/** What takes the secrets of an exchange out of a text, in every spelling that a wire has for them. */
export function redactorOf({ head, calls }: Exchange): (text: string) => string {
  const { apikey } = head.headers;
  const credentials = [
    ...calls.map(({ request }) => request.credentials),
    ...(apikey === undefined || apikey === '' ? [] : [{ apiKey: new Secret(apikey) }]),
  ];
  const redactors = credentials.map(redactorFor);
  return (text) =>
    withoutNamedSecrets(redactors.reduce((redacted, redact) => redact(redacted), text));
}

/** The headers, the secret ones redacted. */
export function shownHeaders(
  headers: Readonly<Record<string, string | undefined>>,
  redact: (text: string) => string,
): (readonly [string, string])[] {
  return Object.entries(headers).flatMap(([name, value]) => {
    if (value === undefined) return [];
    return [[name, isSecretHeader(name) ? '[redacted]' : redact(value)] as const];
  });
}
