import { type EgoiClient, EgoiApiError, isWireObject, type WireObject } from '@egoi-client/core';
import type { BatchCallOptions, BatchParameters } from '../batches/send-batch.ts';
import { textOf } from './contact-keys.ts';
import { queuedImports, restBetweenLooks } from './account-queue.ts';
import type { People } from './people.ts';
import { type Sight, sightOf, sights } from './sight.ts';

const pageSize = 1000;

/** So few contacts are asked for one by one: the shortest list takes two pages. */
const fewPeople = 2;

/**
 * A look at the contacts of a batch in the account, one call at a time; plain data, so that another
 * process can go on with it.
 */
export interface Survey {
  /**
   * `each` asks for every contact, `pages` reads the whole list, whatever takes fewer calls; `measure`
   * finds out which. Where both take more calls than allowed, `sample` asks for a few contacts only.
   * Before all that, `queue` waits until the account has worked off its imports, where it does so later.
   */
  readonly way: 'queue' | 'each' | 'pages' | 'measure' | 'sample';
  /** The next contact, the position in the list, or how many looks at the queue there were. */
  readonly next: number;
  readonly calls: number;
  readonly done: boolean;
  /** Reference of the contact with which the last page began. */
  readonly first?: string;
  /** Imports in the account's queue that are waited for. */
  readonly awaited?: readonly string[];
  /** How long to wait before the next call, in milliseconds. @default 0 */
  readonly restMs?: number;
  /** A letter for each contact: see `Sight`. */
  readonly seen: string;
}

/** What is looked for. */
export interface SurveyedBatch {
  readonly people: People;
  readonly parameters: BatchParameters;
  /** Places of contacts to ask for where asking for all takes too many calls. */
  readonly witnesses: readonly number[];
  /** When it was sent, in milliseconds since 1970. */
  readonly sentAt: number;
  /** Most calls that the survey may take. */
  readonly maxCalls: number;
  /** Whether the account works imports off after it has answered: `limits.isQueued`. @default false */
  readonly isQueued?: boolean | undefined;
}

/** @returns `undefined` when none of the contacts has an e-mail address to look it up by */
export function beginSurvey(batch: SurveyedBatch): Survey | undefined {
  if (batch.people.all.every(({ values }) => emailOf(values) === '')) return undefined;
  if (batch.isQueued !== true) return beginLooking(batch, 0);
  return { way: 'queue', next: 0, calls: 0, done: false, seen: '' };
}

function beginLooking(batch: SurveyedBatch, calls: number): Survey {
  const { people, maxCalls } = batch;
  const { length } = people.all;
  const isEach = isReachable(batch) && length <= Math.min(fewPeople, maxCalls);
  const way = isEach ? 'each' : maxCalls <= fewPeople ? 'sample' : 'pages';
  return atWork({ way, next: 0, calls, done: false, seen: '-'.repeat(length) }, batch);
}

/** Whether a survey that is done has looked for every contact. */
export function isComplete({ way, done }: Survey): boolean {
  return done && (way === 'each' || way === 'pages');
}

/**
 * Goes on with a survey by one call.
 *
 * @throws EgoiError what the call rejects with
 */
export async function continueSurvey(
  client: EgoiClient,
  batch: SurveyedBatch,
  survey: Survey,
  options: BatchCallOptions,
): Promise<Survey> {
  const { listID } = batch.parameters;
  const { next, way } = survey;
  const after = { ...survey, calls: survey.calls + 1 };
  const readPage = (start: number, limit: number) =>
    pageOf(client, { listID, subscriber: 'all_subscribers', start, limit }, options);
  switch (way) {
    case 'queue':
      return withQueue(after, await queuedImports(client, options), batch);
    case 'pages':
      return withPage(after, await readPage(next, pageSize), batch);
    case 'measure':
      return measured(after, await readPage(affordablePages(batch) * pageSize, 1), batch);
    default: {
      const number = asked(way, batch)[next] ?? 0;
      const subscriber = emailOf(batch.people.all[number]?.values ?? {});
      const record = await recordOf(client, { listID, subscriber }, options);
      const seen = marked(survey.seen, record === undefined ? [] : [[number, record]], batch);
      return atWork({ ...after, next: next + 1, seen }, batch);
    }
  }
}

/** What was in the queue at the first look is waited for: this batch is among it, or has been worked off. */
function withQueue(survey: Survey, queued: readonly string[], batch: SurveyedBatch): Survey {
  const { calls, next: looks, awaited = queued } = survey;
  const left = awaited.filter((id) => queued.includes(id));
  if (left.length === 0) return beginLooking(batch, calls);
  // The other half is for the contacts.
  if (calls >= Math.max(1, batch.maxCalls >> 1)) return { ...survey, done: true };
  return { ...survey, next: looks + 1, awaited: left, restMs: restBetweenLooks(looks) };
}

function withPage(survey: Survey, records: readonly WireObject[], batch: SurveyedBatch): Survey {
  const isFull = records.length === pageSize;
  const first = textOf(records[0]?.['UID']);
  // Whoever takes no heed of `start` has given everything at once.
  const isSame = first !== '' && first === survey.first;
  // A page that is not full ends the list only where the service is known to give full ones.
  const done = records.length === 0 || isSame || (!isFull && survey.next >= pageSize);
  const seen = marked(
    survey.seen,
    records.flatMap((record) =>
      batch.people.matching(record).map((number) => [number, record] as const),
    ),
    batch,
  );
  const next = survey.next + records.length;
  const result = { ...survey, done, next, seen, first };
  if (isFull && survey.next === 0) return { ...result, way: 'measure' };
  const isSpent = survey.calls >= batch.maxCalls - sampleSize(batch);
  return !done && isSpent ? atWork({ ...result, way: 'sample', next: 0 }, batch) : result;
}

function measured(survey: Survey, beyond: readonly WireObject[], batch: SurveyedBatch): Survey {
  if (beyond.length === 0) return { ...survey, way: 'pages' };
  const isEach = isReachable(batch) && batch.people.all.length <= batch.maxCalls - survey.calls;
  return atWork({ ...survey, way: isEach ? 'each' : 'sample', next: 0 }, batch);
}

/** Numbers of the people that are asked for one by one. */
function asked(way: 'each' | 'sample', batch: SurveyedBatch): number[] {
  const { people } = batch;
  if (way === 'each') return people.all.map((_person, number) => number);
  return batch.witnesses
    .flatMap((place) => people.ofPlace[place] ?? [])
    .filter((number) => emailOf(people.all[number]?.values ?? {}) !== '')
    .slice(0, sampleSize(batch));
}

/** So many calls are kept for a sample, in case that the list is too long. */
function sampleSize({ witnesses, maxCalls }: SurveyedBatch): number {
  return maxCalls <= fewPeople ? maxCalls : Math.min(witnesses.length, maxCalls >> 1);
}

/** One that asks one by one is done after the last one. */
function atWork(survey: Survey, batch: SurveyedBatch): Survey {
  const { way, next } = survey;
  if (way !== 'each' && way !== 'sample') return survey;
  return { ...survey, done: next >= asked(way, batch).length };
}

/** Whether each contact can be asked for by what the service recognises it by. */
function isReachable({ people, parameters }: SurveyedBatch): boolean {
  const isByEmail = parameters.compareField === 'email';
  return isByEmail && people.all.every(({ values }) => emailOf(values) !== '');
}

/** How many pages may be read before asking for each contact takes fewer calls, or both too many. */
function affordablePages(batch: SurveyedBatch): number {
  const { people, maxCalls } = batch;
  const most = maxCalls - sampleSize(batch) - fewPeople;
  return Math.max(1, isReachable(batch) ? Math.min(people.all.length, most) : most);
}

/** The letters with what records of the account say about people. */
function marked(
  seen: string,
  sightings: readonly (readonly [number, WireObject])[],
  { people, parameters, sentAt }: SurveyedBatch,
): string {
  if (sightings.length === 0) return seen;
  const letters = seen.split('') as Sight[];
  for (const [number, record] of sightings) {
    const sight = sightOf(record, people.all[number]?.values ?? {}, parameters, sentAt);
    const before = letters[number] ?? '-';
    if (sights.indexOf(sight) > sights.indexOf(before)) letters[number] = sight;
  }
  return letters.join('');
}

async function pageOf(
  client: EgoiClient,
  params: WireObject,
  options: BatchCallOptions,
): Promise<WireObject[]> {
  const answer = await client.call('subscriberData', params, options);
  const found = isWireObject(answer) ? answer['subscriber'] : undefined;
  if (Array.isArray(found)) return found.filter(isWireObject);
  return isWireObject(found) && Object.keys(found).length > 0 ? [found] : [];
}

async function recordOf(
  client: EgoiClient,
  params: WireObject,
  options: BatchCallOptions,
): Promise<WireObject | undefined> {
  try {
    return (await pageOf(client, params, options))[0];
  } catch (error) {
    if (error instanceof EgoiApiError && error.code === 'SUBSCRIBER_NOT_FOUND') return undefined;
    throw error;
  }
}

function emailOf(contact: WireObject): string {
  return textOf(contact['email']).trim();
}
