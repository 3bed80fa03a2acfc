import type { EgoiError } from '../errors/egoi-error.ts';
import { EgoiHttpError } from '../errors/errors.ts';

/** What the address of something that is no longer there answers: not found, gone, moved for good. */
const statusesOfNothing: ReadonlySet<number> = new Set([301, 308, 404, 410]);

/** Whether a page says that there is no API at the address, so that it has done nothing. */
export function isGone(error: EgoiError): boolean {
  return error instanceof EgoiHttpError && statusesOfNothing.has(error.status);
}

/** Whether a call that ended so was done by nobody. */
export function isSurelyNotDone(error: EgoiError): boolean {
  return error.delivery === 'not_sent' || isGone(error);
}
