import { inspect } from 'node:util';
import { EgoiError, findMethod, type TransportRequest, type WireObject } from '@egoi-client/core';
import { Secret } from '@egoi-client/core/wire';

/** A key with every character that one of its spellings changes. */
export const secretKey = 'k3y<&>"SECRET\' é';

/** A call with its options as they stand on the wire, `apikey` among them. */
export function requestFor(
  method: string,
  options: WireObject = { apikey: secretKey },
  signal: AbortSignal = new AbortController().signal,
): TransportRequest {
  const { apikey, ...params } = options;
  return {
    method,
    spec: findMethod(method),
    params,
    credentials: typeof apikey === 'string' ? { apiKey: new Secret(apikey) } : { anonymous: true },
    signal,
    callId: 'call-1',
    attempt: 2,
  };
}

/** What a call rejects with. */
export async function failureOf(call: Promise<unknown>): Promise<EgoiError> {
  const failure: unknown = await call.then(
    () => undefined,
    (error: unknown) => error,
  );
  if (failure instanceof EgoiError) return failure;
  throw new Error('the call did not reject with an EgoiError', { cause: failure });
}

/** Every way in which an error may be printed, in one text. */
export function everythingOf(error: EgoiError): string {
  return [
    inspect(error, { depth: 12, showHidden: true }),
    error.stack,
    JSON.stringify(error),
    String(error),
  ].join('\n');
}
