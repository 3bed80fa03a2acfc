import { z } from 'zod';
import { EgoiConfigError } from '@egoi-client/core';

/** Kinds of members that records of journals have. */
export const member = {
  /** A count, a place or a length. */
  count: () => z.int().nonnegative(),
  /** Milliseconds since 1970, of whatever clock. */
  time: () => z.number().nonnegative(),
  /** SHA-256 in hexadecimal. */
  fingerprint: () => z.string().regex(/^[0-9a-f]{64}$/),
} as const;

/**
 * Reads a record of a journal by a schema: somebody may have edited the file, or a disk spoilt it.
 *
 * @param line the first is 1
 * @throws EgoiConfigError when the record does not have what it must have
 */
export function readRecord<Schema extends z.ZodType>(
  schema: Schema,
  record: unknown,
  path: string,
  line: number,
): z.output<Schema> {
  const outcome = schema.safeParse(record);
  if (outcome.success) return outcome.data;
  throw damaged(path, line);
}

/** The error for a journal with a line that cannot be one of its records. */
export function damaged(path: string, line: number): EgoiConfigError {
  return new EgoiConfigError(
    `the journal '${path}' is damaged in line ${line}. Put a sound copy of it in its place, or delete it to begin anew, which does again what it had noted as done`,
  );
}
