import { operations } from '@egoi-client/v3-api';
import type { WrongCall } from './judged-call.ts';

/** A request as it is sent, right or wrong. */
export interface SentRequest {
  readonly method: string;
  /** Path and query below the address of the API. */
  readonly path: string;
  /** JSON; `undefined` where there is none. */
  readonly body: string | undefined;
}

/** Writes what the client half refuses to write. */
export function writeUnchecked({ name, input, method }: WrongCall): SentRequest {
  const { method: usual, path, pathParams } = operations[name];
  const { body, ...params } = input;
  const query = Object.entries(params)
    .filter(([param]) => pathParams[param] === undefined)
    .map(([param, value]) => `${param}=${encodeURIComponent(String(value))}`);
  const filled = path.replaceAll(/\{(\w+)\}/g, (_, param: string) =>
    encodeURIComponent(String(params[param])),
  );
  return {
    method: method ?? usual,
    path: query.length === 0 ? filled : `${filled}?${query.join('&')}`,
    body: body === undefined ? undefined : JSON.stringify(body),
  };
}
