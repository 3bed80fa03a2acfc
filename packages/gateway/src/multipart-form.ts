import { WireFormatError } from '@egoi-client/core/wire';
import { fieldText, type MediaType } from '@egoi-client/http/server';
import { make, type MultipartError, type Parser, type PartInfo } from 'multipasta';

/** Takes a field of a form, name and value decoded. */
type OnField = (name: string, value: string) => void;

/**
 * Reads a form of the type `multipart/form-data` while it arrives, as PHP's curl sends an array. Where
 * PHP would pass over what it does not take for a field, the form is refused: no part of a call is lost
 * without a word.
 */
export class MultipartForm {
  readonly #parser: Parser;
  readonly #onField: OnField;
  readonly #charset: string | undefined;
  #last: PartInfo | undefined;
  #held = noBytes;
  #hasEnded = false;

  /**
   * @param mediaType with the boundary, and the charset of parts that name none
   * @param maxParts most parts
   * @throws WireFormatError for a header without a boundary
   */
  constructor({ header, charset }: MediaType, maxParts: number, onField: OnField) {
    this.#charset = charset;
    this.#onField = onField;
    this.#parser = make({
      headers: { 'content-type': header },
      maxParts,
      maxFieldSize: Number.POSITIVE_INFINITY,
      isFile: ({ filename }) => filename !== undefined,
      onField: (info, value) => this.#takeField(info, value),
      onFile: refuseFile,
      onError: refuse,
      onDone: () => {
        this.#hasEnded = true;
      },
    });
  }

  /** Takes the next bytes, cut anywhere. @throws WireFormatError for anything but a form of texts */
  write(bytes: Uint8Array): void {
    // What follows the last boundary is for nobody.
    if (this.#hasEnded) return;
    const joined = this.#held.length === 0 ? bytes : Buffer.concat([this.#held, bytes]);
    // The parser takes `--boundary-` at the end of its input for a part, not for half of the last boundary.
    const length = joined.length - trailingHyphens(joined);
    this.#held = joined.subarray(length);
    if (length > 0) this.#parse(joined.subarray(0, length));
  }

  /** Says that all has come. @throws WireFormatError for a form without its last boundary */
  end(): void {
    if (this.#held.length > 0 && !this.#hasEnded) this.#parse(this.#held);
    if (!this.#hasEnded) this.#parser.end();
    if (!this.#hasEnded) throw new WireFormatError('the multipart form breaks off');
  }

  #parse(bytes: Uint8Array): void {
    try {
      this.#parser.write(bytes);
    } catch (error) {
      // Of a name that is coded wrongly.
      if (error instanceof URIError) throw new WireFormatError('a part of the form has a bad name');
      throw error;
    }
  }

  #takeField(info: PartInfo | undefined, bytes: Uint8Array): void {
    // The parser says the head before once more, if there was one, where the head of a part has no end.
    if (info === undefined || info === this.#last) throw badHead();
    this.#last = info;
    const encoding = info.headers['content-transfer-encoding'];
    if (encoding !== undefined && !/^(?:7bit|8bit|binary)$/i.test(String(encoding).trim())) {
      throw new WireFormatError('a part of the form has a transfer encoding; send it as it is');
    }
    const charset = info.contentTypeParameters['charset']?.toLowerCase() ?? this.#charset;
    this.#onField(fieldName(info), fieldText(bytes, charset));
  }
}

const noBytes: Uint8Array = new Uint8Array();

const hyphen = 0x2d;

/** Two at most, which is what the last boundary ends in. */
function trailingHyphens(bytes: Uint8Array): number {
  if (bytes.at(-1) !== hyphen) return 0;
  return bytes.at(-2) === hyphen ? 2 : 1;
}

/** The parser gives no name where its bytes are not UTF-8, and leaves escapes in it. */
function fieldName({ name, contentDisposition }: PartInfo): string {
  if (contentDisposition !== 'form-data' || name === '') {
    throw new WireFormatError('a part of the form has no name that can be read');
  }
  return name.replaceAll(/\\(["\\])/g, '$1');
}

/** Where none was chosen, a file of a form has neither name nor content. */
function refuseFile({ filename }: PartInfo): (chunk: Uint8Array | null) => void {
  if (filename !== '') throw fileError();
  let hasEnded = false;
  return (chunk) => {
    if (chunk !== null && chunk.length > 0) throw fileError();
    if (hasEnded) throw badHead();
    hasEnded = chunk === null;
  };
}

function badHead(): WireFormatError {
  return new WireFormatError('a part of the form has a head that cannot be read');
}

function fileError(): WireFormatError {
  return new WireFormatError(
    'a part of the form is a file, and parameters are text; send it without a filename',
  );
}

function refuse({ _tag: problem }: MultipartError): never {
  switch (problem) {
    case 'InvalidBoundary':
      throw new WireFormatError('the content type of the multipart form names no boundary');
    case 'InvalidDisposition':
      throw new WireFormatError('a part of the form has no name');
    case 'ReachedLimit':
      throw new WireFormatError('the form has too many parts');
    case 'BadHeaders':
      throw badHead();
    default:
      throw new WireFormatError('the multipart form breaks off');
  }
}
