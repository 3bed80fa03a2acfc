import type { FailedCall, GatewayOptions } from './contract.ts';

/** Tells a log what an answer does not say. A log that breaks must not take the answer with it. */
export function reportError(
  onError: NonNullable<GatewayOptions['onError']>,
  error: unknown,
  call: FailedCall | undefined,
): void {
  try {
    onError(error, call);
  } catch {
    // There is nobody left to tell.
  }
}
