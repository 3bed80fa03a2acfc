import { EgoiConfigError } from '@egoi-client/core';

/** The error for a file that cannot be used. */
export function fileError(what: string, path: string, error: unknown): EgoiConfigError {
  const code = typeof error === 'object' && error !== null ? Reflect.get(error, 'code') : undefined;
  const reason = typeof code === 'string' ? ` (${code})` : '';
  return new EgoiConfigError(`${what} '${path}' cannot be used${reason}`, { cause: error });
}

/** Does work on a file, and says which file it was when that fails. */
export async function onFile<T>(what: string, path: string, work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    throw error instanceof EgoiConfigError ? error : fileError(what, path, error);
  }
}
