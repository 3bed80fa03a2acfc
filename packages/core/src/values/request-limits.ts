import type { WireValue } from './wire-value.ts';

/** What a value takes up in a request. */
export interface RequestSize {
  /** Bytes of the request's body. */
  readonly bytes: number;
  /** Form fields; 0 on wires that have none. */
  readonly fields: number;
}

/** How much one request may hold on a wire, so that bulk work can fill its calls. */
export interface RequestLimits {
  /** Largest body, in bytes. */
  readonly maxBytes: number;
  /** Most form fields; `Infinity` on wires that have none. */
  readonly maxFields: number;
  /** Most items of the list. @default as many as fit */
  readonly maxItems?: number;
  /** Whether the answer to an import says that the service took note of it, and works it off in its turn. @default false */
  readonly isQueued?: boolean;
  /**
   * The most that a value can take up as an item of a list in `params`, wherever it stands in the list.
   *
   * @param item a plain wire value, such as one contact of `addSubscriberBulk`
   */
  sizeOf(item: WireValue): RequestSize;
}

/** The service takes 50 MB in one call of addSubscriberBulk. Source: reference, 11. */
export const serviceMaxBytes = 50_000_000;

/** The limits of a transport that tells none: the service's own, measured on the JSON text of a value. */
export const defaultRequestLimits: RequestLimits = {
  maxBytes: serviceMaxBytes,
  maxFields: Number.POSITIVE_INFINITY,
  sizeOf: (item) => ({ bytes: utf8Length(JSON.stringify(item)) + 1, fields: 0 }),
};

/** How many bytes a text has in UTF-8. */
export function utf8Length(text: string): number {
  let bytes = text.length;
  for (let index = 0; index < text.length; index += 1) {
    const unit = text.charCodeAt(index);
    if (unit < 0x80) continue;
    // Each half of a surrogate pair counts 2 of the pair's 4 bytes.
    bytes += unit < 0x800 || (unit >= 0xd800 && unit <= 0xdfff) ? 1 : 2;
  }
  return bytes;
}
