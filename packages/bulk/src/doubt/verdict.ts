import type { WireObject } from '@egoi-client/core';
import type { BatchParameters } from '../batches/send-batch.ts';
import type { People } from './people.ts';
import { hasUnseenEffects, whyNotRepeated } from './repetition.ts';
import type { Novelty } from './sent-contacts.ts';
import { isComplete, type Survey } from './survey.ts';

/** What a survey says of a batch whose call may have arrived. */
export type Verdict =
  /** The account is as the batch makes it; nothing is left to be done. */
  | { readonly kind: 'found' }
  /** It is to be sent again, without the contacts at `left`, who have left the list. */
  | { readonly kind: 'send'; readonly left: readonly number[] }
  /** It can neither be proved to have arrived nor be sent again without harm. */
  | { readonly kind: 'unknown'; readonly reason: string; readonly left: readonly number[] };

/** Of a batch whose call was done in part: what is missing is not in its contacts' records, so that no look at them decides. */
export const partlyDone: Verdict = {
  kind: 'unknown',
  reason:
    'its call was done in part, and a call that was is not begun anew; its error said what is missing',
  left: [],
};

/** A batch with what the rows before it tell. */
export interface DoubtfulBatch extends Novelty {
  readonly contacts: readonly WireObject[];
  readonly people: People;
  readonly parameters: BatchParameters;
}

/** One that is missing may be one that the service does not take; so many are a call that never arrived. */
const tellingWitnesses = 3;

/**
 * Judges a batch whose call may have arrived.
 *
 * It is found when all its contacts are in the account with all their values, so that sending it could
 * change nothing, and one of them proves that it arrived: one that no earlier row holds and that was not
 * in the list long before. Else it is sent again where that does no harm, or where contacts that only
 * this call can have brought are not there.
 *
 * @param survey one that is done; `undefined` where no contact can be looked up
 */
export function verdictOf(batch: DoubtfulBatch, survey: Survey | undefined): Verdict {
  const { contacts, people, parameters, witnesses, repeats } = batch;
  if (survey === undefined) {
    const reason = 'none of its contacts has an e-mail address to look it up by';
    return { kind: 'unknown', reason, left: [] };
  }
  if (survey.way === 'queue') {
    const reason =
      "imports are still waiting in the account's queue, and this call may be one of them";
    return { kind: 'unknown', reason, left: [] };
  }
  const left = people.all.flatMap(({ places }, number) =>
    survey.seen.charAt(number) === 'x' ? places : [],
  );
  const harm = whyNotRepeated(parameters, contacts);
  const sightings = witnesses.map((place) => survey.seen.charAt(people.ofPlace[place] ?? 0));
  const areAllMissing = sightings.every((sight) => sight === '-');
  if (!isComplete(survey)) {
    // A contact of an earlier row may have left the list, and was not looked up.
    const neverArrived = areAllMissing && survey.next >= tellingWitnesses && repeats === 0;
    if (neverArrived) return { kind: 'send', left };
    const reason =
      'looking for all its contacts takes more calls than allowed; a larger `probes` allows them';
    return { kind: 'unknown', reason, left };
  }
  const isAllThere = /^[=ox]*$/.test(survey.seen) && sightings.includes('=');
  if (isAllThere && (harm !== undefined || !hasUnseenEffects(parameters, contacts))) {
    return { kind: 'found' };
  }
  const isNobodyThere = /^-*$/.test(survey.seen);
  const neverArrived = areAllMissing && sightings.length >= tellingWitnesses;
  if (harm === undefined || isNobodyThere || neverArrived) return { kind: 'send', left };
  return { kind: 'unknown', reason: harm, left };
}
