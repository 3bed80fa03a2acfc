import { EgoiApiError, EgoiError, type EgoiErrorKind, EgoiHttpError } from '@egoi-client/core';
import type { ExitName } from './exit-codes.ts';

const exitOfKind: Readonly<Record<EgoiErrorKind, ExitName>> = {
  api: 'refused',
  input: 'usage',
  config: 'usage',
  unsupported: 'usage',
  connection: 'unreachable',
  timeout: 'unreachable',
  quota: 'quota',
  partial: 'incomplete',
  http: 'unreadable',
  fault: 'unreadable',
  protocol: 'unreadable',
  aborted: 'interrupted',
};

/** The sandbox's word above its budget; no source knows the service's own. Source: reference, 16. */
const budgetWord = 'CALL_LIMIT_EXCEEDED';

/** How the program ends on an error of a call. */
export function exitOf(error: EgoiError): ExitName {
  if (error instanceof EgoiApiError && error.code === budgetWord) return 'quota';
  if (error instanceof EgoiHttpError && error.status === 429) return 'quota';
  return exitOfKind[error.kind];
}
