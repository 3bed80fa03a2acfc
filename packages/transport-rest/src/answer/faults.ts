import type { WireFault } from '@egoi-client/core/wire';

/**
 * The words that stand in for fault codes, which REST has none of: a method that the service does
 * not have, a call without a method, and a method that failed. `decodeAnswer` gives them by where
 * the fault stands in the answer; `encodeAnswer` puts it there.
 */
export const restFaultCode = {
  unknownMethod: 'unknown-method',
  noMethod: 'no-method',
  failed: 'failed',
} as const;

/** What the service answers for a method that it does not have. Source: reference, 14.5; golden file unknown-method. */
export function unknownMethodFault(method: string): WireFault {
  return { faultCode: restFaultCode.unknownMethod, faultString: `Unknown Method '${method}'.` };
}

/** What the service answers for a call that names no method. Source: reference, 14.5. */
export function noMethodFault(): WireFault {
  return { faultCode: restFaultCode.noMethod, faultString: 'No Method Specified.' };
}
