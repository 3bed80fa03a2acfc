import { keyDigest } from '@egoi-client/gateway';
import { CommandError } from '../command-error.ts';
import { askForApiKey, checkKey } from '../connection/api-key.ts';
import type { Session } from '../session.ts';

/** Shorter ones can be found from their hash by trying; those of the service have 40 signs. */
const leastLength = 20;

/**
 * Prints the line of a key for the file of `--allow`. The key is typed at the terminal, or comes from a
 * pipe.
 *
 * @param name whose key it is, for people
 */
export async function runHashKey(session: Session, name: string | undefined): Promise<void> {
  if (name !== undefined && /\p{Cc}/u.test(name)) {
    throw new CommandError('the name must be one line of text');
  }
  const typed = session.isInteractive
    ? await askForApiKey(session)
    : await session.input.readText('the key');
  const key = checkKey(typed.trim(), 'the input');
  if (key.length < leastLength) {
    throw new CommandError(`the key has fewer than ${leastLength} signs: it could be guessed`, [
      'A good one: openssl rand -hex 20',
    ]);
  }
  const digest = keyDigest(key);
  session.output.result({ digest, name }, () =>
    name === undefined ? digest : `${digest}  # ${name}`,
  );
}
