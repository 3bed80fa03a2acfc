import { option, resolveOptions } from '@egoi-client/core/wire';
import { type HttpOptions, httpOptions, type ResolvedHttpOptions } from '@egoi-client/http';
import { defaultMaxFormFields } from './form/encode-call.ts';
import type { RestFormat } from './format.ts';

/** How to reach the REST endpoint, and what to speak with it. */
export interface RestTransportOptions extends HttpOptions {
  /** The whole address. @default https://api.e-goi.com/v2/rest.php */
  readonly endpoint?: string;
  /** What the service answers with. JSON loses the blanks around texts; XML keeps them. @default json */
  readonly format?: RestFormat;
  /**
   * Most form fields of one call, 10 to 1,000,000. PHP reads `max_input_vars` of them, 1,000 unless
   * the server was told otherwise, and drops the rest in silence; a longer call is refused with
   * `EgoiInputError` before it is sent. @default 1000
   */
  readonly maxFormFields?: number;
  /**
   * What an answer without anything in it is, where a list is meant: refused with `EgoiProtocolError`,
   * as a PHP process that dies sends it too, or the empty list, as the maker's PHP wrapper reads it.
   * @default refuse
   */
  readonly emptyAnswer?: 'refuse' | 'list';
}

export interface ResolvedRestTransportOptions extends ResolvedHttpOptions {
  readonly endpoint: string;
  readonly format: RestFormat;
  readonly maxFormFields: number;
  readonly emptyAnswer: 'refuse' | 'list';
}

const shape = {
  ...httpOptions,
  endpoint: option.url().default('https://api.e-goi.com/v2/rest.php'),
  format: option.word(['json', 'xml'], 'json'),
  maxFormFields: option.count(defaultMaxFormFields, 10, 1_000_000),
  emptyAnswer: option.word(['refuse', 'list'], 'refuse'),
};

/** @throws EgoiConfigError for wrong or unknown options */
export function resolveRestTransportOptions(
  options: RestTransportOptions,
): ResolvedRestTransportOptions {
  return resolveOptions('restTransport', shape, options);
}
