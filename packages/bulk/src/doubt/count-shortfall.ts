import type { BatchParameters } from '../batches/send-batch.ts';
import type { People } from './people.ts';
import { isComplete, type Survey } from './survey.ts';

/** What became of the contacts of a batch that the service answered, where its count is too small. */
export interface Shortfall {
  /** Places of contacts that the service did not take, by reason. */
  readonly absent: readonly number[];
  readonly unchanged: readonly number[];
  readonly left: readonly number[];
  /** How many more it did not take, or of which the count does not tell; nobody knows which. */
  readonly unknown: number;
}

const nobody = { absent: [], unchanged: [], left: [] };

/**
 * How many contacts of a batch the service did not count, and should have.
 *
 * It is taken to count contacts, each once, however many rows it has; where it counts more than there
 * are contacts, it counts rows. Without updates it counts new contacts only, so that those which an
 * earlier row brought are no loss.
 *
 * @param old how many of the contacts an earlier row of the import brought into the list
 */
export function uncounted(
  count: number,
  people: People,
  { operation }: BatchParameters,
  old: number,
): number {
  const rows = people.ofPlace.length;
  const different = people.all.length;
  if (count > different) return Math.max(0, rows - count);
  return Math.max(0, different - (operation === 1 ? old : 0) - count);
}

/**
 * Tells which contacts the list does not have of a batch that the account only took note of.
 *
 * @param survey one that is done; `undefined` where no contact can be looked up
 */
export function unconfirmedOf(people: People, survey: Survey | undefined): Shortfall {
  if (survey === undefined || !isComplete(survey)) {
    return { ...nobody, unknown: people.ofPlace.length };
  }
  const placesOf = (letter: string) =>
    people.all
      .filter((_person, number) => survey.seen.charAt(number) === letter)
      .flatMap(({ places }) => places);
  return { absent: placesOf('-'), unchanged: [], left: placesOf('r'), unknown: 0 };
}

/**
 * Tells which contacts the service did not take.
 *
 * @param missing how many it did not count
 * @param survey one that is done; `undefined` where no contact can be looked up
 */
export function shortfallOf(
  missing: number,
  people: People,
  { operation }: BatchParameters,
  survey: Survey | undefined,
): Shortfall {
  if (survey === undefined || !isComplete(survey)) {
    return { ...nobody, unknown: missing };
  }
  const peopleAt = (letters: string) =>
    people.all.filter((_person, number) => letters.includes(survey.seen.charAt(number)));
  const placesOf = (found: ReturnType<typeof peopleAt>) => found.flatMap(({ places }) => places);
  const absent = peopleAt('-');
  // The account does not show yet what the service has counted.
  if (absent.length > missing) return { ...nobody, unknown: missing };
  const gone = peopleAt('xr');
  // Where that explains more than is missing, they left after they were taken.
  const left = absent.length + gone.length > missing ? [] : gone;
  const rest = missing - absent.length - left.length;
  const changed = operation === 2 ? peopleAt('~') : [];
  // Values may also differ since the service writes them in its own way.
  const isTold = changed.length === rest;
  return {
    absent: placesOf(absent),
    unchanged: isTold ? placesOf(changed) : [],
    left: placesOf(left),
    unknown: isTold ? 0 : Math.min(rest, changed.length),
  };
}
