import { setTimeout as pause } from 'node:timers/promises';
import { codeOf } from './file-error.ts';

/** What Windows and shared folders say of a file that somebody else has open at the moment. */
const inUse: readonly unknown[] = ['EBUSY', 'EPERM'];

/** With a hundredth of a second more after each try, about two seconds. */
const maxTries = 20;

/**
 * Does something to a file once nobody else has it open: Windows lets no such file be replaced or removed,
 * and whoever looks at a new file there, such as a virus scanner, is done with it within moments.
 *
 * @throws what the last try says
 */
export async function onceNotInUse<T>(act: () => Promise<T>): Promise<T> {
  for (let tries = 1; ; tries += 1) {
    try {
      return await act();
    } catch (error) {
      if (tries === maxTries || !inUse.includes(codeOf(error))) throw error;
      await pause(tries * 10);
    }
  }
}
