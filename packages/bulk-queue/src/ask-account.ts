import {
  beginSurvey,
  continueSurvey,
  People,
  queuedImports,
  shortfallOf,
  type Survey,
  type SurveyedBatch,
  verdictOf,
} from '@egoi-client/bulk';
import { EgoiError } from '@egoi-client/core';
import type { AnsweredRecord, BatchRecord, DoubtfulRecord, PartlyRecord } from './batch-record.ts';
import { done, type NextMove, record, restOrRetry, type Turn } from './turn.ts';

/** How long to leave the account at the imports in its queue before another look, in milliseconds. */
const shortestRestMs = 1000;
const longestRestMs = 60_000;

/** Asks the account about a batch that may have arrived, by one call, and decides once enough is known. */
export async function ask(turn: Turn, present: DoubtfulRecord): Promise<NextMove> {
  const { contacts, parameters, witnesses, repeats } = turn.job;
  const people = new People(contacts, parameters);
  const asked = await look(turn, present, people, witnesses);
  if ('move' in asked) return asked;
  const { survey } = asked;
  if (survey !== undefined && !survey.done) {
    return await record(turn, present, { ...present, survey }, nextLook(survey));
  }
  const verdict = verdictOf({ contacts, people, parameters, witnesses, repeats }, survey);
  if (verdict.kind === 'found') {
    const { repeats: isRepeat, sentAt, left } = present;
    return await record(turn, present, { state: 'found', repeats: isRepeat, sentAt, left }, done);
  }
  if (verdict.kind === 'unknown') {
    if (turn.unverifiable === 'skip') return await skip(turn, present, present.left);
    if (turn.unverifiable === 'stop') return await giveUp(turn, present, verdict.reason);
  }
  const rows = verdict.left.flatMap((place) => turn.job.rows[place] ?? []);
  const left = [...new Set([...present.left, ...rows])];
  if (left.length >= contacts.length) return await skip(turn, present, left);
  const reason = 'not found in the account';
  const { sentAt } = present;
  const next: BatchRecord = { state: 'unsent', reason, repeats: true, sentAt, left };
  return await record(turn, present, next, { move: 'again' });
}

/** Looks, by one call, for the contacts that the service did not count. */
export async function account(turn: Turn, present: AnsweredRecord): Promise<NextMove> {
  const { contacts, parameters, rows } = turn.job;
  const sent = [...contacts.keys()].filter((place) => !present.left.includes(rows[place] ?? -1));
  const people = new People(
    sent.flatMap((place) => contacts.slice(place, place + 1)),
    parameters,
  );
  const asked = await look(turn, present, people, []);
  if ('move' in asked) return asked;
  const { missing = 0, survey: _, ...answered } = present;
  const { survey } = asked;
  if (survey !== undefined && !survey.done) {
    return await record(turn, present, { ...present, survey }, nextLook(survey));
  }
  const shortfall = shortfallOf(missing, people, parameters, survey);
  const rowsOf = (places: readonly number[]) =>
    places.flatMap((place) => rows[sent[place] ?? -1] ?? []);
  const passedOver = {
    absent: rowsOf(shortfall.absent),
    unchanged: rowsOf(shortfall.unchanged),
    left: rowsOf(shortfall.left),
    unknown: shortfall.unknown,
  };
  return await record(turn, present, { ...answered, passedOver }, done);
}

/** Goes on with a survey. @returns what to do about a call that failed */
async function look(
  turn: Turn,
  { sentAt, survey: begun }: { readonly sentAt: number; readonly survey?: Survey },
  people: People,
  witnesses: readonly number[],
): Promise<{ readonly survey: Survey | undefined } | NextMove> {
  const { client, call, probes, callTimeoutMs: timeoutMs } = turn;
  const { parameters } = turn.job;
  const { isQueued } = client.limits;
  const batch: SurveyedBatch = {
    people,
    parameters,
    witnesses,
    sentAt,
    maxCalls: probes,
    isQueued,
  };
  const survey = begun ?? beginSurvey(batch);
  if (survey === undefined || survey.done) return { survey };
  try {
    return { survey: await call(() => continueSurvey(client, batch, survey, { timeoutMs })) };
  } catch (error) {
    if (error instanceof EgoiError) return restOrRetry(error);
    throw error;
  }
}

function nextLook({ restMs }: Survey): NextMove {
  return restMs === undefined ? { move: 'again' } : { move: 'later', from: Date.now() + restMs };
}

/**
 * What to do before a batch is sent that holds contacts of earlier ones: an account that works imports
 * off after its answers may take them in another order. `undefined` where nothing is to be waited for.
 */
export async function waitForQueue({
  client,
  call,
  journal,
  job,
  callTimeoutMs: timeoutMs,
}: Turn): Promise<NextMove | undefined> {
  const last = job.after.at(-1);
  if (client.limits.isQueued !== true || last === undefined) return undefined;
  try {
    const queued = await call(() => queuedImports(client, { timeoutMs }));
    if (queued.length === 0) return undefined;
    const { sentAt = 0 } = (await journal.read(last)) ?? {};
    // The longer the account has been at it, the longer it may take.
    const restMs = Math.min(Math.max(Date.now() - sentAt, shortestRestMs), longestRestMs);
    return { move: 'later', from: Date.now() + restMs };
  } catch (error) {
    if (error instanceof EgoiError) return restOrRetry(error);
    throw error;
  }
}

/** What becomes of a batch that was done in part, when a person has put it back. */
export async function decidePartly(turn: Turn, present: PartlyRecord): Promise<NextMove> {
  const { repeats: _, reason, ...known } = present;
  switch (turn.unverifiable) {
    case 'skip':
      return await skip(turn, present, present.left);
    case 'repeat': {
      const next: BatchRecord = { ...known, state: 'unsent', reason, repeats: true };
      return await record(turn, present, next, { move: 'again' });
    }
    default:
      return { move: 'fail', reason };
  }
}

async function skip(
  turn: Turn,
  present: DoubtfulRecord | PartlyRecord,
  left: readonly number[],
): Promise<NextMove> {
  const { repeats, sentAt } = present;
  const { rows } = turn.job;
  return await record(turn, present, { state: 'skipped', repeats, sentAt, left, rows }, done);
}

/** Leaves the batch to a person; when it is put back, the account is asked anew. */
async function giveUp(turn: Turn, present: DoubtfulRecord, why: string): Promise<NextMove> {
  const reason = `its outcome is unknown: ${why}`;
  const { survey: _, ...rest } = present;
  return await record(turn, present, { ...rest, reason }, { move: 'fail', reason });
}
