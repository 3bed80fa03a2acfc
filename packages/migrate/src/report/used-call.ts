import type { GatewayWire } from '@egoi-client/gateway';

/** A place in a source that calls a method. */
export interface Place {
  readonly file: string;
  readonly line: number;
  /** How sure it is that this is such a call, between 0 and 1. */
  readonly confidence: number;
}

/** Calls of one method with the same parameters, as a record or a source tells of them. */
export interface UsedCall {
  /** As it was called; what follows knows it or not. */
  readonly method: string;
  readonly wire?: GatewayWire;
  /** Names, as the catalogue spells them: `listID`, `extra_*`, `subscribers[].email`. */
  readonly parameters: readonly string[];
  /** How many calls, or places that call. */
  readonly count: number;
  readonly places?: readonly Place[];
  /** What came of it, where it was seen to run. */
  readonly seen?: SeenCalls;
}

/** What came of calls. */
export interface SeenCalls {
  readonly requests: number;
  readonly durationMs: number;
  /** `method.name`, as the gateway was told; of refused calls what nobody had allowed. */
  readonly losses: readonly string[];
  /** Why they were refused. @default they were answered */
  readonly refused?: string;
}
