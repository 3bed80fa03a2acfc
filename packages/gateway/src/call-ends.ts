import { randomUUID } from 'node:crypto';
import {
  type Delivery,
  EgoiError,
  EgoiUnsupportedError,
  findMethod,
  type Loss,
  type TransportReply,
} from '@egoi-client/core';
import { apiErrorIn, errorCodeOf, errorContext, WireFormatError } from '@egoi-client/core/wire';
import { accountName } from '@egoi-client/quota/account';
import type { GatewayOptions } from './contract.ts';
import type { CallErrorKind, EndedCall, GatewayWire } from './ended-call.ts';
import { plainName, unreadName } from './plain-name.ts';
import { type CallShape, shapeOf } from './record/call-shape.ts';
import type { ServedRequest } from './served-request.ts';

type OnCall = NonNullable<GatewayOptions['onCall']>;

/** Tells of the calls of one wire that they have ended, each once. Never throws. */
export class CallEnds {
  readonly #onCall: OnCall;
  readonly #wire: GatewayWire;

  constructor(onCall: OnCall, wire: GatewayWire) {
    this.#onCall = onCall;
    this.#wire = wire;
  }

  /** A call that the transport has answered. */
  answered(request: ServedRequest, reply: TransportReply, startedMs: number): void {
    this.#tell(new RequestEnd(this.#wire, request, startedMs, reply, undefined));
  }

  /**
   * A call that ended without an answer.
   *
   * @param error why; a kind for what nobody threw
   * @param reply of the transport, where the answer came and could not be carried on
   */
  refused(
    request: ServedRequest,
    error: unknown,
    startedMs: number,
    reply: TransportReply | undefined,
  ): void {
    this.#tell(new RequestEnd(this.#wire, request, startedMs, reply, { error }));
  }

  /** A call that never was a request to the transport: unread, unbegun, or answered by the server itself. */
  withoutRequest(method: string | undefined, errorKind: CallErrorKind | undefined): void {
    this.#tell(new EndWithoutRequest(this.#wire, method, errorKind));
  }

  #tell(call: EndedCall): void {
    try {
      this.#onCall(call);
    } catch {
      // A log that breaks must not take the answer with it.
    }
  }
}

/** Classes: a getter in a literal is a hidden class of its own for each. */
class RequestEnd implements EndedCall {
  readonly wire: GatewayWire;
  readonly outcome: EndedCall['outcome'];
  readonly durationMs: number;
  readonly #request: ServedRequest;
  readonly #reply: TransportReply | undefined;
  readonly #failure: { readonly error: unknown } | undefined;
  #account: string | undefined = undefined;
  #errorCode: { readonly code: string | undefined } | undefined = undefined;

  constructor(
    wire: GatewayWire,
    request: ServedRequest,
    startedMs: number,
    reply: TransportReply | undefined,
    failure: { readonly error: unknown } | undefined,
  ) {
    this.wire = wire;
    this.outcome = failure === undefined ? 'answered' : 'refused';
    this.durationMs = performance.now() - startedMs;
    this.#request = request;
    this.#reply = reply;
    this.#failure = failure;
  }

  get callId(): string {
    return this.#request.callId;
  }

  get method(): string {
    const { spec, method } = this.#request;
    return spec?.name ?? plainName(method, this.#redactor);
  }

  get errorKind(): CallErrorKind | undefined {
    if (this.#failure === undefined) return undefined;
    const { error } = this.#failure;
    if (error === unknownMethod) return 'unknown-method';
    if (error instanceof NotAdmitted) return 'not-admitted';
    if (error instanceof EgoiUnsupportedError && findMethod(this.#request.method) === undefined) {
      return 'unknown-method';
    }
    if (error instanceof EgoiError) return error.kind;
    return error instanceof WireFormatError ? 'uncarried' : 'internal';
  }

  get errorCode(): string | undefined {
    this.#errorCode ??= { code: this.#findErrorCode() };
    return this.#errorCode.code;
  }

  get delivery(): Delivery {
    if (this.#reply !== undefined) return 'answered';
    const error = this.#failure?.error;
    if (error instanceof EgoiError) return error.delivery;
    return error === unknownMethod || error instanceof NotAdmitted ? 'not_sent' : 'unknown';
  }

  get requests(): number {
    const error = this.#failure?.error;
    const told = this.#reply?.requests ?? (error instanceof EgoiError ? error.requests : undefined);
    return told ?? (this.delivery === 'not_sent' ? 0 : 1);
  }

  get losses(): readonly Loss[] {
    return this.#reply?.losses ?? [];
  }

  get unallowedLoss(): string | undefined {
    const error = this.#failure?.error;
    return error instanceof EgoiUnsupportedError ? error.unallowedLoss : undefined;
  }

  get account(): string | undefined {
    const { credentials } = this.#request;
    if ('anonymous' in credentials) return undefined;
    this.#account ??= accountName(credentials);
    return this.#account;
  }

  shape(): CallShape {
    return shapeOf(this.#request.params, this.#redactor);
  }

  get #redactor(): (text: string) => string {
    return errorContext(this.#request, '').redact ?? ((text) => text);
  }

  #findErrorCode(): string | undefined {
    const { spec, params } = this.#request;
    if (this.#failure !== undefined) {
      const { error } = this.#failure;
      if (error instanceof NotAdmitted) return error.code;
      return error instanceof EgoiError ? errorCodeOf(error) : undefined;
    }
    if (this.#reply === undefined) return undefined;
    const { value, transport } = this.#reply;
    const context = errorContext(this.#request, transport);
    const error = apiErrorIn(value, spec?.formFor(params).result, context);
    return error && errorCodeOf(error);
  }
}

/** In place of an error, for a method of which nobody had to be asked. */
export const unknownMethod = Symbol('unknown method');

/** In place of an error, for a call whose caller is not let in. */
export class NotAdmitted {
  readonly code: string;

  constructor(code: string) {
    this.code = code;
  }
}

class EndWithoutRequest implements EndedCall {
  readonly method: string;
  readonly wire: GatewayWire;
  readonly callId: string = randomUUID();
  readonly outcome: EndedCall['outcome'];
  readonly errorKind: CallErrorKind | undefined;
  readonly errorCode: undefined = undefined;
  readonly delivery: Delivery = 'not_sent';
  readonly durationMs: number = 0;
  readonly requests: number = 0;
  readonly losses: readonly Loss[] = [];
  readonly unallowedLoss = undefined;
  readonly account: undefined = undefined;

  constructor(wire: GatewayWire, method: string | undefined, errorKind: CallErrorKind | undefined) {
    this.wire = wire;
    this.method = method ?? unreadName;
    this.outcome = errorKind === undefined ? 'answered' : 'refused';
    this.errorKind = errorKind;
  }

  shape(): CallShape {
    return {};
  }
}
