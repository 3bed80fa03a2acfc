import type { CallDecoder, WireCall } from '@egoi-client/core/wire';
import { type BodyDecoder, xmlBodyDecoder } from '@egoi-client/http/server';
import type { CallReader, Served } from './served-protocol.ts';

/** Reads a call that is a document of XML. */
export class DocumentReader<Call extends WireCall> implements CallReader {
  readonly #body: BodyDecoder;
  readonly #decoder: CallDecoder<Call>;
  readonly #serve: (call: Call) => Served;

  /**
   * @param charset from the `content-type` header
   * @param decoder reads the document
   * @param serve says how the call is answered
   */
  constructor(
    charset: string | undefined,
    decoder: CallDecoder<Call>,
    serve: (call: Call) => Served,
  ) {
    this.#body = xmlBodyDecoder(charset);
    this.#decoder = decoder;
    this.#serve = serve;
  }

  write(bytes: Uint8Array): void {
    this.#decoder.write(this.#body.decode(bytes));
  }

  end(): Served {
    this.#decoder.write(this.#body.end());
    return this.#serve(this.#decoder.end());
  }
}
