import type { WireCall, WireFault, WireValue } from '@egoi-client/core';
import type { HttpReply } from './contract.ts';
import type { MediaType } from './media-type.ts';

/** Why a call gets no value, before a protocol has put it in its own words. */
export type Refusal =
  | { readonly reason: 'unknown-method'; readonly method: string }
  /** The request itself is at fault. With a `status` HTTP has a word of its own for it. */
  | { readonly reason: 'bad-request'; readonly text: string; readonly status?: number }
  /** The service behind answered with a fault. */
  | { readonly reason: 'fault'; readonly fault: WireFault }
  /** The gateway or what is behind it broke down, or has no room. */
  | { readonly reason: 'failure'; readonly text: string; readonly status?: number };

/** One call as it came, with the means to answer in its own form. */
export interface ServedCall extends WireCall {
  /** May throw for a value that the protocol cannot carry. */
  answer(value: WireValue): HttpReply;
  refuse(refusal: Refusal): HttpReply;
}

/** A call that is answered without the transport. */
export interface Refused {
  readonly refused: HttpReply;
}

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
   * Says that all has come: a call, or its refusal in the form that it asked for.
   *
   * @throws WireFormatError for anything but a call of this protocol
   */
  end(): ServedCall | Refused;
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
  refuse(refusal: Refusal, query: string): HttpReply;
}

/** What clients say of a document of XML. SOAP 1.2's type is taken for the sake of lax clients. */
export const xmlMediaTypes = ['text/xml', 'application/xml', 'application/soap+xml'] as const;

/** The status that a refusal brings along. */
export function statusOf(refusal: Refusal): number | undefined {
  return 'status' in refusal ? refusal.status : undefined;
}
