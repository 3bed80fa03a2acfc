import { CommandError } from '../command-error.ts';
import { readNamedFile } from '../connection/connection-options.ts';

/** PEM texts of a certificate and its private key. */
export interface KeyPair {
  readonly key: string;
  readonly cert: string;
}

/** The files that hold them. */
export interface KeyPairOptions {
  readonly cert?: string;
  readonly privateKey?: string;
}

/**
 * Reads the pair that a command was given; `undefined` where it was given none.
 *
 * @param advice what to do where only one of the two was named
 * @throws CommandError for one without the other, and for a file that cannot be read
 */
export function readKeyPair(
  { cert, privateKey }: KeyPairOptions,
  advice: readonly string[] = [],
): KeyPair | undefined {
  if ((cert === undefined) !== (privateKey === undefined)) {
    throw new CommandError('--cert and --private-key belong together', advice);
  }
  if (cert === undefined || privateKey === undefined) return undefined;
  return {
    cert: readNamedFile(cert, 'the certificate'),
    key: readNamedFile(privateKey, 'the private key'),
  };
}
