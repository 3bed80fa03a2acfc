import { type WireValue } from '@egoi-client/core';
import { type ArrivingItems, maxWireDepth } from '@egoi-client/core/wire';
import { createXmlReader, type XmlReader } from '@egoi-client/xml';
import type { Faithfulness } from './read-result.ts';
import { XmlAnswerBuilder } from './xml-answer-builder.ts';

// The envelope, the method and a leaf stand around and in the deepest value.
const maxDepth = maxWireDepth + 8;

/**
 * Reads an XML answer while its text arrives into what the service's own conversion to JSON makes of
 * it: structs of texts, attributes left out, elements of one name as a list. Texts are not trimmed.
 * What stands below the method's own members is restored already, as `readRestoredResult` expects.
 * Both throw `WireFormatError` for a document that is not well-formed, and for text beside elements.
 */
export class XmlAnswerReader {
  readonly #builder: XmlAnswerBuilder;
  readonly #xml: XmlReader;

  /**
   * @param isMethod tells the name of the method that was called
   * @param arriving whom to tell of items in the answer to it
   */
  constructor(isMethod: (name: string) => boolean, arriving: ArrivingItems | undefined) {
    this.#builder = new XmlAnswerBuilder(isMethod, arriving);
    // Scripts behind the service may have said a line feed or a byte order mark before it answered.
    this.#xml = createXmlReader(this.#builder, {
      maxDepth,
      blankStart: true,
    });
  }

  /** Takes the next piece of the text, cut anywhere. */
  write(text: string): void {
    this.#xml.write(text);
  }

  /** Says that all has come, and gives the value to somebody. */
  end<T>(take: (document: WireValue, faith: Faithfulness) => T): T {
    this.#xml.end();
    return take(this.#builder.document, 'faithful');
  }
}
