import type { WireObject } from '@egoi-client/core';
import type { Noise } from './cleaning/noise.ts';
import type { OptionSpelling } from './option-spelling.ts';

/**
 * Contacts to import, one at a time: rows of a file, of a database, of anything that can be looped
 * over. An item is a contact with the parameters of addSubscriber, or a `ContactRow` that also knows
 * its line. To go on after a crash it must give the same contacts in the same order.
 */
export type ContactSource = AsyncIterable<unknown> | Iterable<unknown>;

/** Where contacts go, and how: the parameters that all calls of one import share. */
export interface ImportTarget {
  /** Number of the list. */
  readonly listID: number | string;
  /** The field that recognises contacts that the list already has. @default 'email' */
  readonly compareField?: string;
  /** 1 adds new contacts only, 2 also updates those found by `compareField`. @default 2 */
  readonly operation?: 1 | 2;
  /** Further parameters of addSubscriberBulk, such as `defaultStatus` or `tags`. @default none */
  readonly parameters?: WireObject;
}

/** How an import goes about its work. */
export interface ImportOptions extends ImportTarget {
  /** File that makes the import go on where it stopped, however it stopped. */
  readonly journal: string;
  /** File for the rows that cannot be sent, with the reasons, one JSON object a line. @default `<journal>.rejects.ndjson` */
  readonly rejects?: string;
  /** Fields that addSubscriberBulk is not known to have: `reject` the row, or `send` them as they are. @default 'reject' */
  readonly unknownFields?: UnknownFields;
  /** Largest call, in bytes of its body. @default what the client's transport takes, 50 MB at most */
  readonly maxBatchBytes?: number;
  /** Most contacts of one call, 1 to 1,000,000. @default 1000000: as many as fit */
  readonly maxBatchContacts?: number;
  /** Most calls that finding out about one batch may take: whether it arrived, or which contacts the service did not take, 1 to 10,000. @default 300 */
  readonly probes?: number;
  /**
   * Whether to look for the contacts of each call once the account has worked it off, where it answers
   * before that (`client.limits.isQueued`): those that it passed over are rejected, and where looking
   * takes more than `probes` calls, or the account takes too long, the call's rows are `unknown`. An
   * account that counts what it takes is looked at without it. @default false
   */
  readonly confirm?: boolean;
  /** How long the service may still be at work on a call whose outcome is unknown, in milliseconds, 0 to 86,400,000. @default 60000 */
  readonly settleMs?: number;
  /** What to do with a call that can neither be proved to have arrived nor be repeated without harm. @default 'stop' */
  readonly unverifiable?: Unverifiable;
  /** Time limit of one call with its waits for the hour's budget, in milliseconds. @default 86400000 */
  readonly callTimeoutMs?: number;
  /** Ends the import with EgoiAbortError; it can be resumed. */
  readonly signal?: AbortSignal;
  /** Told after every batch, and while rows are read. */
  readonly onProgress?: (progress: ImportProgress) => void;
  /** How messages write options, for programs whose options have other names. @default as they are here */
  readonly spelling?: OptionSpelling;
  /** The clock, in milliseconds since 1970. @default Date.now */
  readonly now?: () => number;
  /** Lets `settleMs` pass. @default a timer */
  readonly wait?: (ms: number, signal: AbortSignal) => Promise<void>;
}

/** What becomes of fields that the catalogue does not know. */
export type UnknownFields = 'reject' | 'send';

/** `stop` with an error that says so, `repeat` the call, or `skip` it: its rows are told as unknown. */
export type Unverifiable = 'stop' | 'repeat' | 'skip';

/**
 * How far an import is, this run and those before taken together. At any time, and however it ends,
 * `rows` are `taken`, `rejected` and `unknown` together.
 */
export interface ImportProgress {
  /** Rows of the source that are dealt with. */
  readonly rows: number;
  /** Contacts of the calls that were answered, or found in the account, whatever the service took of them. */
  readonly contacts: number;
  /**
   * Rows that the list has: sent and answered, or found in the account. Where `client.limits.isQueued`
   * says that the account works imports off later, rows that it has accepted: which of them it passes
   * over then, it tells nobody, and `confirm` looks.
   */
  readonly taken: number;
  /** Rows that could not be sent, or that the service did not take. They are in the reject file with the reasons. */
  readonly rejected: number;
  /** Rows of which nobody knows whether the list has them; those that have a name are in the reject file. */
  readonly unknown: number;
  /** Calls of addSubscriberBulk that were answered, or found in the account. */
  readonly batches: number;
  /** Calls made by this run, lookups among them. */
  readonly calls: number;
}

/** What became of an import. */
export interface ImportSummary extends ImportProgress {
  /** Contacts that were sent without what is plainly no part of their values, such as blanks around an address. */
  readonly cleaned: number;
  /** What that was, and in how many contacts; kinds that did not occur are missing. */
  readonly noise: NoiseCounts;
  /** The sum of the service's own counts, where it told them; API v3 tells none. It counts a contact once for each call, however many rows it has. */
  readonly counted: number | undefined;
  /** Batches whose outcome was unknown, and that were found in the account. */
  readonly found: number;
  /** Batches whose outcome was unknown, and that were sent again. */
  readonly repeated: number;
}

/** In how many contacts each kind of noise stood. */
export type NoiseCounts = { readonly [Kind in Noise]?: number };
