import type { WireValue } from '@egoi-client/core';
import type { HttpReply, MediaType } from '@egoi-client/http/server';
import type { WireCall, WireFault } from '@egoi-client/core/wire';

/** Why a call gets no value, before a protocol has put it in its own words. */
export type Refusal =
  | { readonly reason: 'unknown-method'; readonly method: string }
  /** The request itself is at fault. With a `status` HTTP has a word of its own for it. */
  | { readonly reason: 'bad-request'; readonly text: string; readonly status?: number }
  /** The service behind answered with a fault. */
  | { readonly reason: 'fault'; readonly fault: WireFault }
  /** The gateway or what is behind it broke down, or has no room. */
  | { readonly reason: 'failure'; readonly text: string; readonly status?: number };

/** The form in which a call is answered. */
export interface ReplyForm<Reply = HttpReply> {
  /** May throw for a value that the protocol cannot carry. */
  answer(value: WireValue): Reply;
  refuse(refusal: Refusal): Reply;
}

/** One call as it came, with the means to answer in its own form. */
export interface ServedCall<Reply = HttpReply> extends WireCall, ReplyForm<Reply> {}

/** A call that is answered without the transport. */
export interface Answered<Reply = HttpReply> {
  readonly reply: Reply;
  /** Its method. @default none: the call could not be read */
  readonly method?: string;
  /** Why it was refused. @default none: it got its value */
  readonly refused?: 'bad-request' | 'fault' | 'internal' | undefined;
}

/** Several calls in one request, which are answered together. */
export interface ServedBatch {
  readonly calls: readonly (ServedCall<string> | Answered<string>)[];
  /** @param replies to the calls, in their order */
  answerAll(replies: readonly string[]): HttpReply;
}

/** What a request may hold. */
export type Served = ServedCall | ServedBatch | Answered;

/** What the head of a request says of the call in its body. */
export interface CallHead {
  /** Without the question mark. */
  readonly query: string;
  readonly mediaType: MediaType;
}

/** Reads one call while its body arrives. */
export interface CallReader {
  /**
   * Takes the next bytes of the body, cut anywhere.
   *
   * @throws WireFormatError once what came cannot be a call of this protocol, whatever follows
   */
  write(bytes: Uint8Array): void;
  /**
   * Says that all has come: calls, or a reply in the form that was asked for.
   *
   * @throws WireFormatError for anything but a call of this protocol
   */
  end(): Served;
}

/** The server's half of one protocol. */
export interface ServedProtocol {
  /** The media types that a body may have. */
  readonly mediaTypes: readonly string[];
  /** The HTTP methods that carry a call. */
  readonly callMethods: readonly string[];
  /** Begins to read a call. */
  reader(head: CallHead): CallReader;
  /** Refuses a request that has not been read. */
  refuse(refusal: Refusal, head: CallHead): HttpReply;
}

/** The status that a refusal brings along. */
export function statusOf(refusal: Refusal): number | undefined {
  return 'status' in refusal ? refusal.status : undefined;
}
