import { type EgoiError, EgoiHttpError } from '@egoi-client/core';
import type { WireName } from '@egoi-client/transports/wires';

const hostOfV2 = 'api.e-goi.com';

/** What to say where API v2 of the service itself is not there any more. */
export const endOfV2: readonly string[] = [
  'E-goi announced the end of API v2 for 2 December 2025: it may be gone for good.',
  'The same call by API v3, which goes on: --transport v3, or EGOI_TRANSPORT=v3 for all commands.',
];

/** Whether an error is what a service that has ended leaves behind: nobody, or a page. */
export function looksEnded(error: EgoiError, wire: WireName, address: string): boolean {
  if (wire === 'v3' || new URL(address).hostname !== hostOfV2) return false;
  if (error instanceof EgoiHttpError) return error.status < 500 && error.status !== 429;
  return error.kind === 'connection' || error.kind === 'timeout';
}
