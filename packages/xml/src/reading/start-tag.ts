import { WireFormatError } from '@egoi-client/core/wire';
import { admit, holdsMarkup, skipBlank, withoutReferences } from './characters.ts';
import { endOfPlainName } from './names.ts';
import { type Attribute, checkBinding, type Scope, StartTag, xmlnsNamespace } from './tags.ts';
import type { XmlName } from './xml-handler.ts';
import { malformed } from './malformed.ts';

/** An attribute as it is written, whose namespace is found when all of its tag is read. */
interface WrittenAttribute extends Attribute {
  uri: string;
  readonly prefix: string;
}

/** Most tags have none. */
const noAttributes: readonly Attribute[] = [];

/** So few names are compared with each other, which is faster than to make a table of them. */
const fewNames = 8;

const doubleQuote = 0x22;
const singleQuote = 0x27;
const slash = 0x2f;
const colon = 0x3a;
const equals = 0x3d;
const greater = 0x3e;

/**
 * Reads a whole start tag.
 *
 * @param at where its `<` is
 * @param outer the scope that it stands in
 * @throws WireFormatError for a tag that is not well-formed or has too many attributes
 */
export function readStartTag(
  text: string,
  at: number,
  outer: Scope,
  maxAttributes: number,
): StartTag {
  const endOfPrefix = endOfPlainName(text, at + 1);
  const endOfElementName = endOfQualifiedName(text, endOfPrefix);
  const attributes: WrittenAttribute[] = [];
  let place = endOfElementName;
  for (;;) {
    const next = skipBlank(text, place);
    const code = text.charCodeAt(next);
    if (code === greater || code === slash) {
      place = next;
      break;
    }
    if (next === place) malformed();
    place = readAttribute(text, next, attributes);
    if (attributes.length > maxAttributes) {
      throw new WireFormatError(`an element has more than ${maxAttributes} attributes`);
    }
  }
  const isEmpty = text.charCodeAt(place) === slash;
  if (isEmpty) place += 1;
  if (text.charCodeAt(place) !== greater) malformed();
  const scope = scopeOf(attributes, outer);
  resolve(attributes, scope);
  const qualifiedName = text.slice(at + 1, endOfElementName);
  const name = elementName(qualifiedName, endOfPrefix - at - 1, scope);
  return new StartTag(place + 1 - at, qualifiedName, isEmpty, scope, name, attributes);
}

/**
 * Reads a start tag that is a name alone, as most are, by a shorter way.
 *
 * @param end where the first `>` behind its `<` is
 * @returns `undefined` for any other
 * @throws WireFormatError where no name begins
 */
export function readPlainTag(
  text: string,
  at: number,
  end: number,
  scope: Scope,
): StartTag | undefined {
  const endOfPrefix = endOfPlainName(text, at + 1);
  const endOfElementName = endOfQualifiedName(text, endOfPrefix);
  const isEmpty = endOfElementName === end - 1 && text.charCodeAt(end - 1) === slash;
  if (!isEmpty && endOfElementName !== end) return undefined;
  const qualifiedName = text.slice(at + 1, endOfElementName);
  const name = elementName(qualifiedName, endOfPrefix - at - 1, scope);
  return new StartTag(end + 1 - at, qualifiedName, isEmpty, scope, name, noAttributes);
}

/** Where a name ends whose first part, prefix or all of it, ends at a place. */
function endOfQualifiedName(text: string, endOfFirst: number): number {
  return text.charCodeAt(endOfFirst) === colon ? endOfPlainName(text, endOfFirst + 1) : endOfFirst;
}

/** @returns the place behind the attribute */
function readAttribute(text: string, at: number, attributes: WrittenAttribute[]): number {
  const endOfFirst = endOfPlainName(text, at);
  const endOfAttributeName = endOfQualifiedName(text, endOfFirst);
  const sign = skipBlank(text, endOfAttributeName);
  if (text.charCodeAt(sign) !== equals) malformed();
  const open = skipBlank(text, sign + 1);
  const quote = text.charAt(open);
  if (quote !== '"' && quote !== "'") malformed();
  const close = text.indexOf(quote, open + 1);
  if (close === -1) malformed();
  const isPrefixed = endOfFirst !== endOfAttributeName;
  attributes.push({
    prefix: isPrefixed ? text.slice(at, endOfFirst) : '',
    local: text.slice(isPrefixed ? endOfFirst + 1 : at, endOfAttributeName),
    uri: '',
    value: attributeValue(text.slice(open + 1, close)),
  });
  return close + 1;
}

/** @throws WireFormatError for what must not stand in an attribute */
function attributeValue(written: string): string {
  if (!holdsMarkup(written)) return written;
  admit(written, 0, written.length);
  if (written.includes('<')) malformed();
  // XML 1.0, 3.3.3: every blank character is a space, unless a reference says it.
  return withoutReferences(written.replaceAll(/[\t\n]/g, ' '));
}

/** The namespace that an attribute declares, by its prefix; `undefined` for any other attribute. */
function boundBy({ prefix, local }: WrittenAttribute): string | undefined {
  if (prefix === 'xmlns') return local;
  return prefix === '' && local === 'xmlns' ? '' : undefined;
}

function scopeOf(attributes: readonly WrittenAttribute[], outer: Scope): Scope {
  let declared: Map<string, string> | undefined;
  for (const attribute of attributes) {
    const bound = boundBy(attribute);
    if (bound === undefined) continue;
    checkBinding(bound, attribute.value);
    declared ??= new Map();
    declared.set(bound, attribute.value);
  }
  return declared === undefined ? outer : outer.inner(declared);
}

/** @param endOfFirst where the first part of the name ends: its prefix, or all of it */
function elementName(qualifiedName: string, endOfFirst: number, scope: Scope): XmlName {
  const isPrefixed = endOfFirst < qualifiedName.length;
  const prefix = isPrefixed ? qualifiedName.slice(0, endOfFirst) : '';
  const uri = scope.resolve(prefix);
  if (prefix === 'xmlns' || uri === undefined) return malformed();
  return { uri, local: isPrefixed ? qualifiedName.slice(endOfFirst + 1) : qualifiedName };
}

/** Finds the namespaces of a tag's attributes. @throws WireFormatError where two of them have one name */
function resolve(attributes: readonly WrittenAttribute[], scope: Scope): void {
  const names = attributes.length > fewNames ? new Set<string>() : undefined;
  for (let index = 0; index < attributes.length; index += 1) {
    const attribute = attributes[index] as WrittenAttribute;
    const { prefix, local } = attribute;
    // The default namespace is not one of attributes. Source: Namespaces in XML, section 6.2.
    if (boundBy(attribute) !== undefined) attribute.uri = xmlnsNamespace;
    else if (prefix !== '') attribute.uri = scope.resolve(prefix) ?? malformed();
    if (names === undefined) refuseTwin(attributes, index);
    else if (names.size === names.add(`${local} ${attribute.uri}`).size) malformed();
  }
}

/** @throws WireFormatError where an earlier attribute has the name of the one at a place */
function refuseTwin(attributes: readonly Attribute[], place: number): void {
  const { local, uri } = attributes[place] as Attribute;
  for (let index = 0; index < place; index += 1) {
    const other = attributes[index] as Attribute;
    if (other.local === local && other.uri === uri) malformed();
  }
}

/** Follows the quotes of a start tag until it ends, over as many pieces as it takes. */
export class TagEndFinder {
  #quote = '';

  /** Where the tag ends; -1 where the text ends first: ask again with the text that follows. */
  find(text: string, at: number): number {
    let place = at;
    if (this.#quote !== '') {
      const close = text.indexOf(this.#quote, at);
      if (close === -1) return -1;
      this.#quote = '';
      place = close + 1;
    }
    for (; place < text.length; place += 1) {
      const code = text.charCodeAt(place);
      if (code === greater) return place;
      if (code !== doubleQuote && code !== singleQuote) continue;
      const quote = code === doubleQuote ? '"' : "'";
      const close = text.indexOf(quote, place + 1);
      if (close === -1) {
        this.#quote = quote;
        return -1;
      }
      place = close;
    }
    return -1;
  }
}
