import type { Delivery, EgoiErrorKind, Loss } from '@egoi-client/core';
import type { Refusal as ServerRefusal } from '@egoi-client/http/server';
import type { GatewayUrls } from './contract.ts';
import type { CallShape } from './record/call-shape.ts';

/** One of the gateway's four wires, by the id of the transport that speaks to it. */
export type GatewayWire = keyof GatewayUrls;

/**
 * Why a call was refused. Beside the kinds of errors: `bad-request`, it could not be read;
 * `unknown-method`; `not-admitted`, its caller may not call; `uncarried`, the answer was there and its wire cannot carry it; `internal`, a defect;
 * and what the server itself refuses, before anything is read.
 */
export type CallErrorKind =
  | EgoiErrorKind
  | 'bad-request'
  | 'unknown-method'
  | 'not-admitted'
  | 'uncarried'
  | 'internal'
  | ServerRefusal['reason'];

/**
 * A call that the gateway has ended, for logs, measurements and records. Holds neither the key nor a
 * value of the call or its answer. What takes work is made when it is asked for, which must be while
 * `onCall` runs.
 */
export interface EndedCall {
  /**
   * As the catalogue spells it. One that the catalogue does not know is as it came where it matches
   * `/^[A-Za-z_][A-Za-z0-9_.-]{0,63}$/`, else `(other)`; `(unread)` where none could be read.
   */
  readonly method: string;
  readonly wire: GatewayWire;
  /** A UUID; the one that `onError` is told and that transports see, where the call got so far. */
  readonly callId: string;
  /** `answered` also where the answer is an error of the API, which is a value. */
  readonly outcome: 'answered' | 'refused';
  /** Why it was refused. @default none: it was answered */
  readonly errorKind: CallErrorKind | undefined;
  /** The code of an error of the API (`NO_DATA`), of a fault or of a connection. @default none */
  readonly errorCode: string | undefined;
  /** How far the call got at the service behind the gateway. */
  readonly delivery: Delivery;
  /** Milliseconds from when it had been read until its answer was made; 0 where it was not read. */
  readonly durationMs: number;
  /** HTTP requests to the service behind that it took, as far as is known. */
  readonly requests: number;
  /** What of the call or its answer the transport could not carry. */
  readonly losses: readonly Loss[];
  /** Name of the loss for which it was refused, since nobody had allowed it. @default none */
  readonly unallowedLoss: string | undefined;
  /** Whose call it was: a fingerprint of the key or the login, from which nobody reads it. @default none came, or none was read */
  readonly account: string | undefined;
  /** The names and types of the parameters, without values. Made anew at each call. */
  shape(): CallShape;
}
