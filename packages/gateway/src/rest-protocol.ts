import { findMethod } from '@egoi-client/core';
import { type WireFault, WireFormatError } from '@egoi-client/core/wire';
import {
  type BodyDecoder,
  formBodyDecoder,
  type HttpReply,
  httpReply,
} from '@egoi-client/http/server';
import {
  callDecoder,
  encodeAnswer,
  noMethodFault,
  type RestCallDecoder,
  type RestFormat,
  restFaultCode,
  unknownMethodFault,
} from '@egoi-client/transport-rest/codec';
import { formMediaType, multipartMediaType } from './media-types.ts';
import { MultipartForm } from './multipart-form.ts';
import {
  type CallHead,
  type CallReader,
  type Refusal,
  type Served,
  type ServedProtocol,
  statusOf,
} from './served-protocol.ts';
import { xmlReply } from './xml-reply.ts';

/**
 * REST on the server's side. A refusal has the status that the service's framework sets, 404 for a
 * method that is not there and 400 for a call that failed (reference, 14.5), not the captured 200,
 * which came from the script in front of the framework: a client that looks at the status alone must
 * not take a refusal for a success. Where the gateway itself is at fault it says 500.
 *
 * @param maxFields most fields of query and body together
 */
export function restProtocol(maxFields: number): ServedProtocol {
  return {
    mediaTypes: [formMediaType, multipartMediaType],
    callMethods: ['GET', 'POST'],
    reader: (head) => new FormReader(head, maxFields),
    refuse: (refusal, { query }) => refuse(refusal, '', wantedFormat(query)),
  };
}

function partsOf(method: string): readonly string[] | undefined {
  return findMethod(method)?.parts;
}

/** Hands the fields of a body to a decoder while they arrive. */
type FormBody = Pick<MultipartForm, 'write' | 'end'>;

/** Reads a call that is a form. */
class FormReader implements CallReader {
  readonly #body: FormBody;
  readonly #decoder: RestCallDecoder;

  constructor({ query, mediaType }: CallHead, maxFields: number) {
    this.#decoder = callDecoder({ query, maxFields, partsOf });
    this.#body =
      mediaType.essence === multipartMediaType
        ? new MultipartForm(mediaType, maxFields, (name, value) => this.#decoder.add(name, value))
        : new EncodedForm(mediaType.charset, this.#decoder);
  }

  write(bytes: Uint8Array): void {
    this.#body.write(bytes);
  }

  end(): Served {
    this.#body.end();
    try {
      const { method, options, format } = this.#decoder.end();
      return {
        method,
        options,
        answer: (value) => formatReply(200, encodeAnswer(method, { value }, format), format),
        refuse: (refusal) => refuse(refusal, method, format),
      };
    } catch (error) {
      if (!(error instanceof WireFormatError)) throw error;
      const refusal = { reason: 'bad-request', text: error.message } as const;
      const reply = refuse(refusal, '', this.#decoder.wantsXml ? 'xml' : 'json');
      return { reply, refused: 'bad-request' };
    }
  }
}

/** A form of the usual type. */
class EncodedForm implements FormBody {
  readonly #text: BodyDecoder;
  readonly #decoder: RestCallDecoder;

  constructor(charset: string | undefined, decoder: RestCallDecoder) {
    this.#text = formBodyDecoder(charset);
    this.#decoder = decoder;
  }

  write(bytes: Uint8Array): void {
    this.#decoder.write(this.#text.decode(bytes));
  }

  end(): void {
    this.#decoder.write(this.#text.end());
  }
}

function refuse(refusal: Refusal, method: string, format: RestFormat): HttpReply {
  const { status, fault } = answerFor(refusal, method);
  const name = refusal.reason === 'unknown-method' ? refusal.method : method;
  return formatReply(status, encodeAnswer(name, { fault }, format), format);
}

function answerFor(
  refusal: Refusal,
  method: string,
): { readonly status: number; readonly fault: WireFault } {
  switch (refusal.reason) {
    case 'unknown-method': {
      const fault = refusal.method === '' ? noMethodFault() : unknownMethodFault(refusal.method);
      return { status: 404, fault };
    }
    case 'bad-request':
      return { status: statusOf(refusal) ?? 400, fault: failed(refusal.text, method) };
    case 'fault':
      return { status: 400, fault: refusal.fault };
    default:
      return { status: statusOf(refusal) ?? 500, fault: failed(refusal.text, method) };
  }
}

/** Where no method is known the framework answers under `rest`. */
function failed(faultString: string, method: string): WireFault {
  const faultCode = method === '' ? restFaultCode.noMethod : restFaultCode.failed;
  return { faultCode, faultString };
}

/** For a call that cannot be read: JSON unless it asks for XML, since no client was seen to. */
function wantedFormat(form: string): RestFormat {
  return /(?:^|&)type=xml(?:&|$)/i.test(form) ? 'xml' : 'json';
}

/** Source of the content types: reference, 14.4 and 14.5. */
function formatReply(status: number, document: string, format: RestFormat): HttpReply {
  return format === 'json'
    ? httpReply(status, 'application/json', document)
    : xmlReply(status, document);
}
