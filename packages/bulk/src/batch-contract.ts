import type { InputProblem, WireObject } from '@egoi-client/core';
import type { RequestLimits } from '@egoi-client/core/wire';
import type { Noise } from './cleaning/noise.ts';
import type { UnknownFields } from './contract.ts';
import type { OptionSpelling } from './option-spelling.ts';

/** Contacts of one call of addSubscriberBulk. */
export interface ContactBatch {
  /** 0 for the first. */
  readonly index: number;
  /** Row of the source with which it begins; the first row is 0. */
  readonly fromRow: number;
  /** Rows of the source that it stands for, rejected ones included. */
  readonly rows: number;
  /** Emptied when the next batch is asked for, so that memory holds one batch: copy what must live longer. */
  readonly contacts: WireObject[];
  /** Where each of the contacts stands in the source. Emptied with them. */
  readonly origins: RowOrigin[];
  /** Bytes that the contacts take up in the body of a call. */
  readonly bytes: number;
  /** SHA-256 of the contacts, in hexadecimal. */
  readonly fingerprint: string;
  /** Rows among `rows` that cannot be sent. */
  readonly rejected: number;
}

/** Where a row stands. */
export interface RowOrigin {
  /** The first row of the source is 0. */
  readonly row: number;
  /** Line of the file, where the source is one; the first line is 1. */
  readonly line?: number;
}

/** What is known of a batch that was packed before: its bounds hold, whatever the limits are now. */
export type PackedBatch = Pick<ContactBatch, 'index' | 'fromRow' | 'rows' | 'fingerprint'> & {
  /** How many contacts it has. */
  readonly size: number;
};

/** A row that cannot be sent, with the reasons. */
export interface RejectedRow extends RowOrigin {
  readonly problems: readonly InputProblem[];
  /** The row as it was read. */
  readonly contact: unknown;
}

/** How contacts are packed. */
export interface PackOptions {
  /** What one call may hold: `client.limits`. */
  readonly limits: RequestLimits;
  /** What every call carries beside its contacts: `batchParameters(target)`. */
  readonly parameters: WireObject & { readonly compareField: string };
  /** @default 'reject' */
  readonly unknownFields?: UnknownFields;
  /** Largest call, in bytes of its body. @default limits.maxBytes */
  readonly maxBatchBytes?: number;
  /** Most contacts of one batch. @default as many as fit */
  readonly maxBatchContacts?: number;
  /** Batches that were packed before, in their order, beginning with the source's first row. @default none */
  readonly packed?: readonly PackedBatch[];
  /** Told every row that cannot be sent, in order. */
  readonly onReject?: (reject: RejectedRow) => void | Promise<void>;
  /** Told of every contact that is sent without what is plainly no part of its values, which kinds that was. */
  readonly onClean?: (noise: readonly Noise[]) => void;
  /** Told after every row how many were read. */
  readonly onRow?: (rows: number) => void;
  /** Ends the reading with EgoiAbortError. */
  readonly signal?: AbortSignal;
  /** How messages write options, for programs whose options have other names. @default as they are here */
  readonly spelling?: OptionSpelling;
}
