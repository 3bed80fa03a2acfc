import { Secret } from '../identity/secret.ts';
import type { TransportRequest } from './transport.ts';
import type { WireCall } from './wire-answer.ts';
import { setMember, type WireObject } from '../values/wire-value.ts';

/**
 * The one argument of every call, with the credentials merged in. To be called at the last moment,
 * where the request is encoded. Source: reference, call model (14.2).
 */
export function functionOptions(
  request: Pick<TransportRequest, 'params' | 'credentials'>,
): WireObject {
  const options: WireObject = {};
  const { credentials } = request;
  if ('apiKey' in credentials) options['apikey'] = credentials.apiKey.reveal();
  else if ('username' in credentials) {
    options['username'] = credentials.username;
    options['password'] = credentials.password.reveal();
  }
  for (const [key, value] of Object.entries(request.params)) setMember(options, key, value);
  return options;
}

/**
 * The call as a codec writes it. Operations with arguments of their own take no credentials.
 * Source: reference, SOAP (14.7).
 */
export function wireCall(
  request: Pick<TransportRequest, 'method' | 'spec' | 'params' | 'credentials'>,
): WireCall {
  const { method, spec, params } = request;
  if (spec?.parts === undefined) return { method, options: functionOptions(request) };
  const options = Object.fromEntries(
    spec.parts.filter((part) => Object.hasOwn(params, part)).map((part) => [part, params[part]]),
  ) as WireObject;
  return { method, options, parts: spec.parts };
}

/**
 * The reverse of `functionOptions`, for servers: takes the credentials out of the one argument, so
 * that what travels on holds no secret.
 *
 * @param options become the parameters: a copy of as many members as a stranger likes to send would keep
 *   everybody else waiting
 */
export function splitFunctionOptions(
  options: WireObject,
): Pick<TransportRequest, 'params' | 'credentials'> {
  const { apikey, username, password } = options;
  // A key that is none is no parameter either.
  delete options['apikey'];
  if (typeof apikey === 'string' || typeof apikey === 'number') {
    return { params: options, credentials: { apiKey: new Secret(String(apikey)) } };
  }
  if (typeof username === 'string' && typeof password === 'string') {
    delete options['username'];
    delete options['password'];
    return { params: options, credentials: { username, password: new Secret(password) } };
  }
  return { params: options, credentials: { anonymous: true } };
}
