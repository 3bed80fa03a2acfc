import { createHash } from 'node:crypto';
import { EgoiInputError, type WireObject } from '@egoi-client/core';
import { type RequestSize } from '@egoi-client/core/wire';
import type { ContactBatch, PackedBatch, RowOrigin } from '../batch-contract.ts';
import type { Capacity } from './capacity.ts';

/** A batch that still takes contacts. */
export class OpenBatch {
  readonly index: number;
  readonly fromRow: number;
  readonly contacts: WireObject[] = [];
  readonly #origins: RowOrigin[] = [];
  rejected = 0;
  readonly #packed: PackedBatch | undefined;
  readonly #hash = createHash('sha256');
  #bytes = 0;
  #fields = 0;

  /** @param packed what the batch was when it was packed before */
  constructor(index: number, fromRow: number, packed: PackedBatch | undefined) {
    this.index = index;
    this.fromRow = fromRow;
    this.#packed = packed;
  }

  /** Tells whether a row comes after the last one of a batch that was packed before. */
  endsBefore(row: number): boolean {
    return this.#packed !== undefined && row >= this.#packed.fromRow + this.#packed.rows;
  }

  /** Tells whether there is room for one more contact. */
  takes({ bytes, fields }: RequestSize, capacity: Capacity): boolean {
    return (
      this.#packed !== undefined ||
      (this.contacts.length < capacity.contacts &&
        this.#bytes + bytes <= capacity.bytes &&
        this.#fields + fields <= capacity.fields)
    );
  }

  add(contact: WireObject, { bytes, fields }: RequestSize, origin: RowOrigin): void {
    this.contacts.push(contact);
    this.#origins.push(origin);
    this.#bytes += bytes;
    this.#fields += fields;
    this.#hash.update(`${JSON.stringify(contact)}\n`);
  }

  /**
   * Ends the batch before a row.
   *
   * @throws EgoiInputError when it was packed before and had other contacts then
   */
  close(row: number): ContactBatch {
    const { index, fromRow, contacts, rejected } = this;
    const rows = row - fromRow;
    const fingerprint = this.#hash.digest('hex');
    const packed = this.#packed;
    if (
      packed !== undefined &&
      (packed.fromRow !== fromRow || packed.rows !== rows || packed.fingerprint !== fingerprint)
    ) {
      throw changedSource(packed);
    }
    const origins = this.#origins;
    return { index, fromRow, rows, contacts, origins, bytes: this.#bytes, fingerprint, rejected };
  }
}

/** The error for a source that does not give again what it gave before. */
export function changedSource({ index, fromRow, rows }: PackedBatch): EgoiInputError {
  const problem = `gives other contacts in its rows ${fromRow + 1} to ${fromRow + rows} (batch ${index}) than when they were first sent; nothing was sent now. Give the source as it was, or begin a new import with a new journal`;
  return new EgoiInputError([{ path: 'source', problem }], { method: 'addSubscriberBulk' });
}
