import { WireFormatError } from '@egoi-client/core/wire';
import { readXml, type XmlAttributes, type XmlHandler, type XmlName } from '@egoi-client/xml';
import { namespaces } from './namespaces.ts';

/** A WSDL that is fit to be handed to a WSDL library. */
export interface CheckedWsdl {
  /** The document, beginning with its first tag or declaration. */
  readonly text: string;
  /** Whether a part is an element of a schema, as the style document has it. */
  readonly hasElementParts: boolean;
}

/** The largest WSDL that is read, in characters; the service's own has 48,000. */
const maxCharacters = 4 * 1024 * 1024;
const maxDepth = 64;

/** Elements with which a WSDL or a schema makes its reader fetch another document. */
const inclusions: ReadonlySet<string> = new Set(['import', 'include', 'redefine', 'override']);

/** Attributes whose values a library may use as the names of an object's properties. */
const namingAttributes = [
  'name',
  'type',
  'message',
  'binding',
  'element',
  'ref',
  'base',
  'namespace',
  'targetNamespace',
] as const;

/**
 * Checks a WSDL before a library reads it: well-formed, bounded, without a document type, without
 * other documents that would have to be fetched, and without names that reach into prototypes.
 *
 * @param document the WSDL; blank characters and a byte order mark before it are left out
 * @throws WireFormatError with the reason
 */
export function checkWsdl(document: string): CheckedWsdl {
  if (document.length > maxCharacters) throw new WireFormatError('the WSDL is too large');
  const text = document.trimStart();
  const checker = new WsdlChecker();
  readXml(text, checker, { maxDepth });
  return { text, hasElementParts: checker.hasElementParts };
}

class WsdlChecker implements XmlHandler {
  hasElementParts = false;
  #targetNamespace: string | undefined;

  start(name: XmlName, attributes: XmlAttributes): void {
    if (this.#targetNamespace === undefined) this.#startRoot(name, attributes);
    for (const attribute of namingAttributes) {
      if (attributes.get('', attribute)?.includes('__proto__') === true) {
        throw new WireFormatError('the WSDL holds a name that is not allowed');
      }
    }
    const located =
      attributes.get('', 'location') !== undefined ||
      attributes.get('', 'schemaLocation') !== undefined;
    if (inclusions.has(name.local) && located) {
      throw new WireFormatError('the WSDL includes another document, which is not fetched');
    }
    if (name.local === 'part' && attributes.get('', 'element') !== undefined) {
      this.hasElementParts = true;
    }
    if (name.local === 'body' && name.uri === namespaces.wsdlSoap) this.#checkBody(attributes);
  }

  text(): void {}

  end(): void {}

  #startRoot({ uri, local }: XmlName, attributes: XmlAttributes): void {
    if (uri !== namespaces.wsdl || local !== 'definitions') {
      throw new WireFormatError('this is not a WSDL');
    }
    this.#targetNamespace = attributes.get('', 'targetNamespace') ?? '';
  }

  /** The WSDL library reads the namespace of calls off the root, so no body may say otherwise. */
  #checkBody(attributes: XmlAttributes): void {
    const namespace = attributes.get('', 'namespace');
    if (namespace !== undefined && namespace !== this.#targetNamespace) {
      throw new WireFormatError('an operation has another namespace than the WSDL');
    }
  }
}
