import {
  compacted,
  maxWireDepth,
  setMember,
  WireFormatError,
  type WireObject,
  type WireValue,
} from '@egoi-client/core';
import { createXmlReader, XmlError, type XmlHandler, type XmlName } from '@egoi-client/xml-reader';

// The envelope, the method and a leaf stand around and in the deepest value.
const maxDepth = maxWireDepth + 8;

/**
 * Reads an XML answer while its text arrives into what the service's own conversion to JSON makes of
 * it: structs of texts, attributes left out, elements of one name as a list. Texts are not trimmed.
 * Both throw `WireFormatError` for a document that is not well-formed, and for text beside elements.
 */
export class XmlAnswerReader {
  readonly #builder = new AnswerBuilder();
  // Scripts behind the service may have said a line feed or a byte order mark before it answered.
  readonly #xml = createXmlReader(this.#builder, { maxDepth, blankStart: true });

  /** Takes the next piece of the text, cut anywhere. */
  write(text: string): void {
    try {
      this.#xml.write(text);
    } catch (error) {
      throw asWireFormatError(error);
    }
  }

  /** Says that all has come. */
  end(): WireValue {
    try {
      this.#xml.end();
    } catch (error) {
      throw asWireFormatError(error);
    }
    return this.#builder.document;
  }
}

function asWireFormatError(error: unknown): unknown {
  return error instanceof XmlError ? new WireFormatError(error.message) : error;
}

/** An element that has started and not ended. */
class OpenElement {
  readonly name: string;
  readonly parent: OpenElement | undefined;
  text = '';
  members: WireObject | undefined = undefined;
  count = 0;

  constructor(name: string, parent: OpenElement | undefined) {
    this.name = name;
    this.parent = parent;
  }
}

class AnswerBuilder implements XmlHandler {
  readonly document: WireObject = {};
  #innermost: OpenElement | undefined = undefined;

  start({ local }: XmlName): void {
    this.#innermost = new OpenElement(local, this.#innermost);
  }

  text(text: string): void {
    if (this.#innermost !== undefined) this.#innermost.text += text;
  }

  end(): void {
    const ended = this.#innermost;
    // The XML reader sees to it that every end has its start.
    if (ended === undefined) return;
    const { parent, name } = ended;
    this.#innermost = parent;
    if (parent === undefined) setMember(this.document, name, contentOf(ended));
    else addMember(parent, name, contentOf(ended));
  }

  instruction(): void {
    throw new WireFormatError('it holds a processing instruction');
  }
}

function contentOf({ members, text, count }: OpenElement): WireValue {
  if (members === undefined) return text;
  if (/[^ \t\r\n]/.test(text)) throw new WireFormatError('it has text beside elements');
  return compacted(members, count);
}

/** A list is what elements of one name make, and nothing else. */
function addMember(parent: OpenElement, name: string, value: WireValue): void {
  parent.members ??= {};
  const before = Object.hasOwn(parent.members, name) ? parent.members[name] : undefined;
  if (Array.isArray(before)) before.push(value);
  else if (before === undefined) {
    parent.count += 1;
    setMember(parent.members, name, value);
  } else setMember(parent.members, name, [before, value]);
}
