import { detached } from './characters.ts';
import { malformed } from './malformed.ts';
import type { XmlAttributes, XmlName } from './xml-handler.ts';

const xmlNamespace = 'http://www.w3.org/XML/1998/namespace';
/** The namespace of `xmlns` and of every `xmlns:…`. Source: Namespaces in XML, section 3. */
export const xmlnsNamespace = 'http://www.w3.org/2000/xmlns/';

/** The longest tag that is remembered, and how many of a document are. */
const maxTagCharacters = 1024;
const maxTags = 512;
/** How many tags a document has before it is worth remembering any: a short one ends before that pays. */
const fewTags = 32;
/** How many new tags in a row, when there is no more room, end the search among those that are remembered. */
const maxNews = 1024;

const outermostNamespaces = new Map([
  ['', ''],
  ['xml', xmlNamespace],
  ['xmlns', xmlnsNamespace],
]);

/** What the scopes of one document share. */
interface Memory {
  /** How many tags came that were not remembered, as far as it matters. */
  few: number;
  /** How many tags are remembered. */
  tags: number;
  /** How many tags in a row were new since there is no room. */
  news: number;
}

/** The namespaces that a part of a document knows, and the tags that were read in it. */
export class Scope {
  /** The tag with which this part began the last time: a guess at the one that comes. */
  next: StartTag | undefined = undefined;
  readonly outer: Scope | undefined;
  readonly #namespaces: Map<string, string>;
  readonly #memory: Memory;
  #tags: Map<string, StartTag> | undefined = undefined;

  private constructor(namespaces: Map<string, string>, outer: Scope | undefined, memory: Memory) {
    this.#namespaces = namespaces;
    this.outer = outer;
    this.#memory = memory;
  }

  /** The scope around a document's root. */
  static outermost(): Scope {
    return new Scope(outermostNamespaces, undefined, { few: 0, tags: 0, news: 0 });
  }

  /** The namespace of a prefix, `''` standing for none. */
  resolve(prefix: string): string | undefined {
    const known = this.#namespaces.get(prefix);
    if (known !== undefined || this.outer === undefined) return known;
    const found = this.outer.resolve(prefix);
    // Many scopes may lie between a name and its declaration: the way is gone once. The outermost, which
    // all documents share, learns nothing.
    if (found !== undefined) this.#namespaces.set(prefix, found);
    return found;
  }

  /** The scope of an element that declares namespaces in this one. */
  inner(declared: Map<string, string>): Scope {
    return new Scope(declared, this, this.#memory);
  }

  /** The tag that was written in the same letters before. */
  known(text: string, open: number, end: number): StartTag | undefined {
    const memory = this.#memory;
    if (memory.news > maxNews) return undefined;
    const known = this.#tags?.get(text.slice(open, end));
    if (known !== undefined) memory.news = 0;
    else if (memory.tags >= maxTags) memory.news += 1;
    return known;
  }

  /** Remembers a tag for the rest of the document, where it is short and there is room. */
  remember(tag: StartTag, text: string, at: number): void {
    if (this.#memory.few < fewTags) {
      this.#memory.few += 1;
      return;
    }
    if (tag.length > maxTagCharacters || this.#memory.tags >= maxTags) return;
    this.#memory.tags += 1;
    tag.detach();
    tag.source = detached(text.slice(at, at + tag.length));
    this.#tags ??= new Map();
    this.#tags.set(tag.source, tag);
  }
}

/**
 * Checks what a declaration binds. Source: Namespaces in XML 1.0, section 3.
 *
 * @param prefix `''` for the default namespace
 * @throws WireFormatError for a binding that is not allowed
 */
export function checkBinding(prefix: string, namespace: string): void {
  const fine =
    prefix !== 'xmlns' &&
    namespace !== xmlnsNamespace &&
    (prefix === 'xml') === (namespace === xmlNamespace) &&
    (prefix === '' || namespace !== '');
  if (!fine) malformed();
}

/** An attribute with its name resolved. */
export interface Attribute extends XmlName {
  readonly value: string;
}

/** A start tag as it was read. Remembered tags of the same letters in the same scope are one object. */
export class StartTag implements XmlAttributes {
  /** How many characters it has, from `<` to `>`. */
  readonly length: number;
  /** Its characters, where it is remembered. */
  source: string | undefined = undefined;
  /** The name as it is written. */
  qualifiedName: string;
  name: XmlName;
  /** Whether the tag ends the element as well. */
  readonly isEmpty: boolean;
  /** The scope of the tag and of what the element holds. */
  readonly scope: Scope;
  /** The remembered tag that followed the last time: a guess at the one that comes. */
  next: StartTag | undefined = undefined;
  memo: unknown = undefined;
  role: 'leaf' | 'label' | undefined = undefined;
  #attributes: readonly Attribute[];

  constructor(
    length: number,
    qualifiedName: string,
    isEmpty: boolean,
    scope: Scope,
    name: XmlName,
    attributes: readonly Attribute[],
  ) {
    this.length = length;
    this.qualifiedName = qualifiedName;
    this.isEmpty = isEmpty;
    this.scope = scope;
    this.name = name;
    this.#attributes = attributes;
  }

  /** Makes it independent of the piece that it was read from, of which it is a view otherwise. */
  detach(): void {
    const { uri, local } = this.name;
    this.qualifiedName = detached(this.qualifiedName);
    this.name = { uri, local: detached(local) };
    this.#attributes = this.#attributes.map((attribute) => ({
      uri: attribute.uri,
      local: detached(attribute.local),
      value: detached(attribute.value),
    }));
  }

  get hasAttributes(): boolean {
    return this.#attributes.length > 0;
  }

  get(uri: string, local: string): string | undefined {
    for (const attribute of this.#attributes) {
      if (attribute.local === local && attribute.uri === uri) return attribute.value;
    }
    return undefined;
  }

  resolve(qualifiedName: string): XmlName {
    return {
      uri: this.scope.resolve(prefixOf(qualifiedName)) ?? '',
      local: localOf(qualifiedName),
    };
  }
}

/** What stands before the colon; `''` where there is none. */
function prefixOf(qualifiedName: string): string {
  const colon = qualifiedName.indexOf(':');
  return colon === -1 ? '' : qualifiedName.slice(0, colon);
}

/** What stands behind the colon. */
function localOf(qualifiedName: string): string {
  const colon = qualifiedName.indexOf(':');
  return colon === -1 ? qualifiedName : qualifiedName.slice(colon + 1);
}
