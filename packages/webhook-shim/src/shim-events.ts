/** What a shim tells of, for a log: no contact, no path of an address, no body. */
export type ShimEvent =
  | {
      /** `repeated` was there before, `unwanted` is none that its receiver asked for. */
      readonly kind: 'accepted' | 'repeated' | 'unwanted';
      /** What API v3 calls what happened. */
      readonly action: string;
      readonly list: number;
    }
  | {
      /** A webhook that was not taken. */
      readonly kind: 'refused';
      readonly status: number;
      readonly reason: string;
    }
  | {
      readonly kind: 'delivered';
      /** What the header `X-Egoi-Delivery` says. */
      readonly delivery: string;
      /** Scheme, host and port of the receiver. */
      readonly receiver: string;
      readonly tries: number;
    }
  | {
      /** `failed` is tried again, `given up` is kept among the dead letters. */
      readonly kind: 'failed' | 'given up';
      readonly delivery: string;
      readonly receiver: string;
      readonly tries: number;
      readonly reason: string;
    }
  | {
      /** Dead letters that had to make room for later ones. */
      readonly kind: 'dropped';
      readonly count: number;
    }
  | {
      /** The file could not be read or written. */
      readonly kind: 'defect';
      readonly error: unknown;
    };
