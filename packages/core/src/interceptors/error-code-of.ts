import { EgoiApiError } from '../errors/api-error.ts';
import type { EgoiError } from '../errors/egoi-error.ts';
import { isErrorCode } from '../errors/error-table.ts';
import { EgoiFaultError } from '../errors/errors.ts';

/** Words that a program wrote, not a sentence that may repeat what it was sent. */
const codeLike = /^[A-Za-z][A-Za-z0-9_.:-]{0,63}$/;

/**
 * The code of an error, for logs and measurements: the API's, the fault's, or that of the connection
 * (`ECONNREFUSED`). What does not look like a code is `OTHER`, since servers repeat in such places
 * what they were sent.
 */
export function errorCodeOf(error: EgoiError): string | undefined {
  const code = rawCodeOf(error);
  if (code === undefined || isErrorCode(code)) return code;
  const isCode = error instanceof EgoiApiError ? /^[A-Z0-9_]{1,64}$/ : codeLike;
  return isCode.test(code) ? code : 'OTHER';
}

function rawCodeOf(error: EgoiError): string | undefined {
  if (error instanceof EgoiApiError) return error.code;
  if (error instanceof EgoiFaultError) return error.faultCode;
  const { cause } = error;
  return cause instanceof Error && 'code' in cause && typeof cause.code === 'string'
    ? cause.code
    : undefined;
}
