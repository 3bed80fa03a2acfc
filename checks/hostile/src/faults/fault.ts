import type { Delivery, EgoiErrorKind } from '@egoi-client/core';
import type { HttpOptions } from '@egoi-client/http';
import type { FaultWire } from '@egoi-client/conformance/support/fault-wires';
import type { Visit } from './visit.ts';

/** What a server can do to a call beside answering it. */
export interface Scene {
  readonly wire: FaultWire;
  /** Fires the caller's signal. */
  readonly abort: () => void;
  /** The address of a second server, which must receive nothing. */
  readonly elsewhere: string;
}

/** Where a call goes: to the server that misbehaves, also over TLS, or to where none can be reached. */
export type Place =
  | { readonly at: 'server' | 'closed port' | 'unknown host' | 'full backlog' }
  | {
      readonly at: 'tls';
      /** A file of the certificates. */
      readonly certificate: string;
      /** Whether the client is told to trust its authority. */
      readonly trusted: boolean;
    };

/** The error that must come of a call. */
export interface ExpectedError {
  readonly kind: EgoiErrorKind;
  readonly delivery: Delivery;
  readonly retryable: boolean;
  /** The HTTP status in the error; left out, there must be none. */
  readonly status?: number;
  /** Bounds in milliseconds, as dates go by the clock; left out, there must be none. */
  readonly retryAfterMs?: { readonly least: number; readonly most: number };
}

/** The good value: the new tag. */
type ExpectedValue = 'value';

export type Expectation = ExpectedError | ExpectedValue;

/** One row of the matrix: what happens, how it is done, and what must come of it. */
export interface Fault {
  /** What happens, as the page says it. */
  readonly name: string;
  /** What the caller has to know about it. */
  readonly note?: string;
  /** @default the server that misbehaves */
  readonly place?: Place;
  /** What the server does on each connection. @default nothing; it reads and keeps silent */
  readonly serve?: (visit: Visit, scene: Scene) => void | Promise<void>;
  readonly options?: HttpOptions;
  /** The time limit that is short in this row: the transport's, or the client's. @default neither */
  readonly limit?: 'of the try' | 'of the call';
  /** When the caller gives up, where not the server says so. */
  readonly abort?: 'before the call' | 'while connecting';
  /** What is called; of two calls the second one counts. @default 'addTag' */
  readonly call?: 'addTag' | 'addTag, a megabyte' | 'addTag, twice' | 'getLists';
  readonly expected: Expectation;
  /** The wires on which it can happen, by name. @default all */
  readonly wires?: readonly FaultWire['name'][];
  /** Wires that differ, by name. */
  readonly except?: Readonly<Partial<Record<FaultWire['name'], Expectation>>>;
}

/** Rows that belong together. */
export interface FaultGroup {
  readonly title: string;
  readonly faults: readonly Fault[];
}

/** What is put into pages and faults, so that errors have a chance to carry it on. */
export const apiKey = 'a1b2c3d4e5f60718293a4b5c6d7e8f9001122334';

/** What a good answer says; the letters tell charsets apart. */
export const goodTag = { ID: 7, NAME: 'Sócios à parte' };
