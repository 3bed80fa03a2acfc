/**
 * What the journal says about a batch. A batch without a record was never sent.
 *
 * - `sending`: written before the call. Found by another worker, it means that nobody knows the outcome.
 * - `unknown`: its call ended without an answer, or its worker did; the account is being asked.
 * - `unsent`: the service cannot have it; it is to be sent (again).
 * - `answered`: written after the answer, or when the account was seen to have it.
 * - `failed`: refused by the service, or unanswerable; a person has to look.
 */
export type BatchRecord =
  | SendingRecord
  | UnknownRecord
  | { readonly state: 'unsent'; readonly reason: string; readonly repeats: boolean }
  | AnsweredRecord
  | FailedRecord;

export interface SendingRecord {
  readonly state: 'sending';
  /** Who sends: no two tries have the same. */
  readonly by: string;
  /** Milliseconds since 1970. */
  readonly sentAt: number;
  /** Whether an earlier try had an unknown outcome and was not found in the account. */
  readonly repeats: boolean;
}

export interface UnknownRecord {
  readonly state: 'unknown';
  readonly sentAt: number;
  readonly repeats: boolean;
  /** When the service has surely done with the call, in milliseconds since 1970. */
  readonly askFrom: number;
  /** Contacts looked up so far; all of them were found. */
  readonly looked: number;
}

export interface AnsweredRecord {
  readonly state: 'answered';
  readonly contacts: number;
  /** The service's own count, where it told one. */
  readonly taken?: number;
  /** `answer` of the call, `account` where the contacts were found, `nobody` where they were passed over. */
  readonly knownFrom: 'answer' | 'account' | 'nobody';
  readonly repeats: boolean;
}

export interface FailedRecord {
  readonly state: 'failed';
  /** The service's error code, where it was the service that refused. */
  readonly code?: string;
  readonly reason: string;
  readonly repeats: boolean;
}
