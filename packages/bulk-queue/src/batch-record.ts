import type { BatchOutcome, PassedOver, Survey } from '@egoi-client/bulk';

/** What the journal says about a batch, in the states of `BatchState`. A batch without a record was never sent. */
export type BatchRecord =
  | SendingRecord
  | DoubtfulRecord
  | PartlyRecord
  | AnsweredRecord
  | (Known & { readonly state: 'unsent'; readonly reason: string })
  | (Known & { readonly state: 'found' })
  | SkippedRecord
  | FailedRecord;

/** What outlives a state. */
interface Known {
  /** Whether an earlier try had an unknown outcome and was not found in the account. */
  readonly repeats: boolean;
  /** When it was first sent, of the times that it may have arrived, in milliseconds since 1970. */
  readonly sentAt: number;
  /** Rows that are not sent again, since their contacts left the list after the batch was sent. */
  readonly left: readonly number[];
}

/** Written before the call. Found by another worker, it means that nobody knows the outcome. */
export interface SendingRecord extends Known {
  readonly state: 'sending';
  /** Who sends: no two tries have the same. */
  readonly by: string;
}

/** The call ended without an answer, or its worker did; the account is being asked. */
export interface DoubtfulRecord extends Known {
  readonly state: 'doubtful';
  /** When the service has surely done with the call, in milliseconds since 1970. */
  readonly askFrom: number;
  /** How far the account was asked. */
  readonly survey?: Survey;
  /** Why nothing can be found out, where the batch was given up for that. */
  readonly reason?: string;
}

/** The call was done in part, which is not begun anew; a person has to look. */
export interface PartlyRecord extends Known {
  readonly state: 'partly';
  readonly reason: string;
}

/** Written after the answer. */
export interface AnsweredRecord extends Known {
  readonly state: 'answered';
  /** The service's own count, where it told one. */
  readonly count?: number;
  /** How many contacts it did not count, as long as it is not known which. */
  readonly missing?: number;
  readonly survey?: Survey;
  readonly passedOver?: PassedOver;
}

/** The batch was left, on the word of whoever runs the import. */
interface SkippedRecord extends Known {
  readonly state: 'skipped';
  /** Rows of the source in which its contacts stand. */
  readonly rows: readonly number[];
}

/** Refused by the service; a person has to look. */
export interface FailedRecord extends Known {
  readonly state: 'failed';
  /** The service's error code, where it was the service that refused. */
  readonly code?: string;
  readonly reason: string;
}

/** Whether nothing is left to be done for a batch, looking for what the service did not count included. */
export function isDone(record: BatchRecord | undefined): boolean {
  if (record?.state === 'answered') return record.missing === undefined;
  return record?.state === 'found' || record?.state === 'skipped';
}

/** What a record says of the rows of its batch. */
export function outcomeOf(record: BatchRecord): BatchOutcome {
  const { state, left } = record;
  if (record.state !== 'answered') return { state, left, passedOver: undefined };
  const open = { absent: [], unchanged: [], left: [], unknown: record.missing ?? 0 };
  return { state, left, passedOver: record.passedOver ?? open };
}
