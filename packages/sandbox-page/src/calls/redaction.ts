import type { TransportRequest } from '@egoi-client/core';
import { errorContext, Secret } from '@egoi-client/core/wire';
import type { Exchange } from './exchange.ts';

const mark = '[redacted]';

/** What every key of the service looks like: a live one may have been sent here by mistake. */
const anyKey = /\b[\da-f]{40}\b/gi;
/** A key behind its name, in the forms that the wires have, for requests that could not be read. */
const namedKey =
  /((?:api_?key|password)(?:\]|%5D)?(?:<\/[\w:]+>\s*<[^<>]*>|=|"\s*:\s*"))[^<>&"\s]+/gi;
const secretHeaders: ReadonlySet<string> = new Set([
  'apikey',
  'authorization',
  'cookie',
  'proxy-authorization',
]);

/** What takes the secrets of an exchange out of a text, in every spelling that a wire has for them. */
export function redactorOf({ head, calls }: Exchange): (text: string) => string {
  const { apikey } = head.headers;
  const credentials = [
    ...calls.map(({ request }) => request.credentials),
    ...(apikey === undefined || apikey === '' ? [] : [{ apiKey: new Secret(apikey) }]),
  ];
  const redactors = credentials.map((of) => {
    const request = { credentials: of } as TransportRequest;
    return errorContext(request, 'page').redact ?? ((text: string) => text);
  });
  return (text) =>
    redactors
      .reduce((redacted, redact) => redact(redacted), text)
      .replace(anyKey, mark)
      .replace(namedKey, `$1${mark}`);
}

/** The headers, the secret ones redacted. */
export function shownHeaders(
  headers: Readonly<Record<string, string | undefined>>,
  redact: (text: string) => string,
): (readonly [string, string])[] {
  return Object.entries(headers).flatMap(([name, value]) => {
    if (value === undefined) return [];
    return [[name, secretHeaders.has(name) ? mark : redact(value)] as const];
  });
}
