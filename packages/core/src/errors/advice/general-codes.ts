import type { EgoiErrorCode } from '../error-table.ts';
import { accessAdvice } from './advice-account.ts';

/**
 * The codes that every method may answer: of credentials, access and the service itself. A method
 * lists one only where a source saw it there. Source: reference, errors (15).
 */
export const generalCodes: ReadonlySet<string> = new Set(
  Object.keys(accessAdvice) as EgoiErrorCode[],
);
