import { EgoiConfigError } from '@egoi-client/core';

/** The system's word for what went wrong, such as `ENOENT`. */
export function codeOf(error: unknown): string | undefined {
  const code: unknown =
    typeof error === 'object' && error !== null ? Reflect.get(error, 'code') : undefined;
  return typeof code === 'string' ? code : undefined;
}

/** The error for a file that cannot be used. */
export function fileError(what: string, path: string, error: unknown): EgoiConfigError {
  const code = codeOf(error);
  const reason = code === undefined ? '' : ` (${code})`;
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
