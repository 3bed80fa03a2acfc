import { Secret } from '../identity/secret.ts';
import { setMember, type WireObject, type WireValue } from '../values/wire-value.ts';
import type { TransportRequest } from './transport.ts';

/** A refusal in the protocol's own way: SOAP Fault, XML-RPC fault, REST `failed`. */
export interface WireFault {
  /** Text, also where the protocol has a number. */
  readonly faultCode: string;
  readonly faultString: string;
}

/** What a codec finds in an answer. An error answer of the API is a value. */
export type WireAnswer = { readonly value: WireValue } | { readonly fault: WireFault };

/** Reads one answer while its text arrives. */
export interface AnswerDecoder {
  /**
   * Takes the next piece of the text, which may be cut anywhere.
   *
   * @throws WireFormatError once what came cannot be an answer, whatever follows
   */
  write(text: string): void;
  /** Says that all has come. @throws WireFormatError for anything but a whole answer */
  end(): WireAnswer;
}

/** Reads one call while its text arrives. */
export interface CallDecoder<Call extends WireCall = WireCall> {
  /**
   * Takes the next piece of the text, which may be cut anywhere.
   *
   * @throws WireFormatError once what came cannot be a call, whatever follows
   */
  write(text: string): void;
  /** Says that all has come. @throws WireFormatError for anything but a whole call */
  end(): Call;
}

/** A call as a codec writes and reads it: the method, and the one argument with the credentials in it. */
export interface WireCall {
  readonly method: string;
  readonly options: WireObject;
  /**
   * The names of the arguments, in order, where the call has others than the one that holds all
   * options: each then carries the option of its name. @default ['functionOptions']
   */
  readonly parts?: readonly string[];
}

/**
 * The one argument of every call, with the credentials merged in. To be called at the last moment,
 * where the request is encoded. Source: reference, call model (14.2).
 */
export function functionOptions(
  request: Pick<TransportRequest, 'params' | 'credentials'>,
): WireObject {
  const options: WireObject = {};
  const { credentials } = request;
  if ('apiKey' in credentials) options['apikey'] = credentials.apiKey.reveal();
  else if ('username' in credentials) {
    options['username'] = credentials.username;
    options['password'] = credentials.password.reveal();
  }
  for (const [key, value] of Object.entries(request.params)) setMember(options, key, value);
  return options;
}

/**
 * The call as a codec writes it. Operations with arguments of their own take no credentials.
 * Source: reference, SOAP (14.7).
 */
export function wireCall(
  request: Pick<TransportRequest, 'method' | 'spec' | 'params' | 'credentials'>,
): WireCall {
  const { method, spec, params } = request;
  if (spec?.parts === undefined) return { method, options: functionOptions(request) };
  const options = Object.fromEntries(
    spec.parts.filter((part) => Object.hasOwn(params, part)).map((part) => [part, params[part]]),
  ) as WireObject;
  return { method, options, parts: spec.parts };
}

/**
 * The reverse of `functionOptions`, for servers: takes the credentials out of the one argument, so
 * that what travels on holds no secret.
 *
 * @param options become the parameters: a copy of as many members as a stranger likes to send would keep
 *   everybody else waiting
 */
export function splitFunctionOptions(
  options: WireObject,
): Pick<TransportRequest, 'params' | 'credentials'> {
  const { apikey, username, password } = options;
  // A key that is none is no parameter either.
  delete options['apikey'];
  if (typeof apikey === 'string' || typeof apikey === 'number') {
    return { params: options, credentials: { apiKey: new Secret(String(apikey)) } };
  }
  if (typeof username === 'string' && typeof password === 'string') {
    delete options['username'];
    delete options['password'];
    return { params: options, credentials: { username, password: new Secret(password) } };
  }
  return { params: options, credentials: { anonymous: true } };
}

/**
 * Tells of the items of a paged method's list while a decoder still reads the answer. It tells of one
 * list only: where a second one comes in its place, the rest is left to the whole answer.
 */
export class ArrivingItems {
  /** The member of the answer that holds the list; `undefined` where the answer is the list. */
  readonly member: string | undefined;
  readonly #onItem: NonNullable<TransportRequest['onItem']>;
  #list: WireValue[] | undefined;
  #told = 0;

  constructor(member: string | undefined, onItem: NonNullable<TransportRequest['onItem']>) {
    this.member = member;
    this.#onItem = onItem;
  }

  /** Says that a list has grown. Its items must be whole; those that are taken leave it, and `null` stays. */
  grew(list: WireValue[]): void {
    this.#list ??= list;
    if (this.#list !== list) return;
    while (this.#told < list.length) {
      const index = this.#told;
      this.#told += 1;
      // What nobody holds any longer dies young, which costs the engine nothing.
      if (this.#onItem(list[index] as WireValue, index) === true) list[index] = null;
    }
  }
}

/** What a decoder of the answer to this call may tell of; `undefined` where nobody listens. */
export function arrivingItems({ spec, onItem }: TransportRequest): ArrivingItems | undefined {
  if (onItem === undefined || spec?.paging === undefined) return undefined;
  return new ArrivingItems(spec.paging.items, onItem);
}
