import type { Interceptor } from '../../contract/transport.ts';
import { debug, isDebug } from './debug.ts';

/** What a variable says that is not to turn anything on. */
const off: ReadonlySet<string> = new Set(['', '0', 'false']);

/** The steps of a client, with `debug` as the innermost where EGOI_DEBUG asks for it and none is there. */
export function withDebugOfEnvironment(
  interceptors: readonly Interceptor[],
): readonly Interceptor[] {
  if (off.has(variable() ?? '') || interceptors.some(isDebug)) return interceptors;
  return [...interceptors, debug()];
}

/** Browsers have no environment, and some runtimes let nobody read it unasked. */
function variable(): string | undefined {
  const { process } = globalThis as { readonly process?: { readonly env?: NodeJS.ProcessEnv } };
  try {
    return process?.env?.['EGOI_DEBUG'];
  } catch {
    return undefined;
  }
}
