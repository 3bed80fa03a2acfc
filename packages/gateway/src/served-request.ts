import { randomUUID } from 'node:crypto';
import { findMethod, type TransportRequest } from '@egoi-client/core';
import { splitFunctionOptions, type WireCall } from '@egoi-client/core/wire';

/** A call as the gateway hands it to its transport. */
export class ServedRequest implements TransportRequest {
  /**
   * Of the object itself, so that copies of a request have the signal too; made when it is asked for,
   * since it costs more than the rest of a small call's bookkeeping. One getter for all requests: a
   * getter in a literal is a hidden class of its own for each, which keeps the call in memory for long.
   */
  static readonly #ownSignal: PropertyDescriptor & ThisType<ServedRequest> = {
    get() {
      return this.#controller.signal;
    },
    enumerable: true,
  };

  readonly method: string;
  readonly spec: TransportRequest['spec'];
  params: TransportRequest['params'];
  credentials: TransportRequest['credentials'];
  declare readonly signal: AbortSignal;
  readonly callId: string = randomUUID();
  readonly attempt: number = 1;
  readonly #controller = new AbortController();

  constructor({ method, options }: WireCall) {
    const { params, credentials } = splitFunctionOptions(options);
    this.spec = findMethod(method);
    this.method = this.spec?.name ?? method;
    this.params = params;
    this.credentials = credentials;
    Object.defineProperty(this, 'signal', ServedRequest.#ownSignal);
  }

  /** Fires the signal of a request. Not a method, which transports would see. */
  static abort(request: ServedRequest, reason: unknown): void {
    request.#controller.abort(reason);
  }
}
