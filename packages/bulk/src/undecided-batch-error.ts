import { EgoiConfigError } from '@egoi-client/core';
import type { ContactBatch } from './batch-contract.ts';

/**
 * A call may have arrived, which can neither be proved nor be helped by sending it again. What is to
 * become of it is for whoever runs the import to say, with `unverifiable`.
 */
export class UndecidedBatchError extends EgoiConfigError {
  /** Rows of the source that the call held; the first row is 0. */
  readonly fromRow: number;
  readonly rows: number;
  readonly reason: string;

  constructor({ index, fromRow, rows }: ContactBatch, reason: string) {
    super(
      `nobody knows whether the service took batch ${index} (rows ${fromRow + 1} to ${fromRow + rows}), and it cannot be found out: ${reason}. Run the import again with unverifiable: 'repeat' to send it again, or with 'skip' to leave it and have its rows told as unknown`,
    );
    this.fromRow = fromRow;
    this.rows = rows;
    this.reason = reason;
  }
}
