import { WireFormatError } from '@egoi-client/core/wire';
import { admit, detached, skipBlank, withoutReferences } from './characters.ts';
import { endOfName } from './names.ts';
import {
  type Attribute,
  checkBinding,
  localOf,
  prefixOf,
  type Scope,
  StartTag,
  xmlnsNamespace,
} from './tags.ts';
import type { XmlName } from './xml-handler.ts';
import { malformed } from './malformed.ts';

/** An attribute as it is written. */
interface WrittenAttribute {
  readonly name: string;
  readonly prefix: string;
  readonly local: string;
  readonly value: string;
}

/** Most tags have none. */
const noAttributes: readonly Attribute[] = [];

/** So few names are compared with each other, which is faster than to make a table of them. */
const fewNames = 8;

const slash = 0x2f;
const greater = 0x3e;
const equals = 0x3d;

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
  const endOfElementName = endOfName(text, at + 1);
  const written: WrittenAttribute[] = [];
  const names = new SeenNames();
  let place = endOfElementName;
  for (;;) {
    const next = skipBlank(text, place);
    const code = text.charCodeAt(next);
    if (code === greater || code === slash) {
      place = next;
      break;
    }
    if (next === place) malformed();
    place = readAttribute(text, next, written, names);
    if (written.length > maxAttributes) {
      throw new WireFormatError(`an element has more than ${maxAttributes} attributes`);
    }
  }
  const isEmpty = text.charCodeAt(place) === slash;
  if (isEmpty) place += 1;
  if (text.charCodeAt(place) !== greater) malformed();
  // The letters of a name have been looked at.
  if (written.length > 0) admit(text, at, place);
  const qualifiedName = detached(text.slice(at + 1, endOfElementName));
  const scope = scopeOf(written, outer);
  const name = elementName(qualifiedName, scope);
  const attributes = written.length === 0 ? noAttributes : resolved(written, scope);
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
  const endOfElementName = endOfName(text, at + 1);
  const isEmpty = endOfElementName === end - 1 && text.charCodeAt(end - 1) === slash;
  if (!isEmpty && endOfElementName !== end) return undefined;
  const qualifiedName = detached(text.slice(at + 1, endOfElementName));
  const name = elementName(qualifiedName, scope);
  return new StartTag(end + 1 - at, qualifiedName, isEmpty, scope, name, noAttributes);
}

/** @returns the place behind the attribute */
function readAttribute(
  text: string,
  at: number,
  attributes: WrittenAttribute[],
  names: SeenNames,
): number {
  const endOfAttributeName = endOfName(text, at);
  const name = detached(text.slice(at, endOfAttributeName));
  const sign = skipBlank(text, endOfAttributeName);
  if (text.charCodeAt(sign) !== equals) malformed();
  const open = skipBlank(text, sign + 1);
  const quote = text.charAt(open);
  if (quote !== '"' && quote !== "'") malformed();
  const close = text.indexOf(quote, open + 1);
  if (close === -1) malformed();
  names.add(name);
  const value = detached(attributeValue(text.slice(open + 1, close)));
  attributes.push({ name, prefix: prefixOf(name), local: localOf(name), value });
  return close + 1;
}

/** @throws WireFormatError for what must not stand in an attribute */
function attributeValue(written: string): string {
  if (!/[\t\n&<]/.test(written)) return written;
  if (written.includes('<')) malformed();
  // XML 1.0, 3.3.3: every blank character is a space, unless a reference says it.
  return withoutReferences(written.replaceAll(/[\t\n]/g, ' '));
}

function scopeOf(attributes: readonly WrittenAttribute[], outer: Scope): Scope {
  let declared: Map<string, string> | undefined;
  for (const { name, prefix, local, value } of attributes) {
    if (name !== 'xmlns' && prefix !== 'xmlns') continue;
    const bound = name === 'xmlns' ? '' : local;
    checkBinding(bound, value);
    declared ??= new Map();
    declared.set(bound, value);
  }
  return declared === undefined ? outer : outer.inner(declared);
}

function elementName(qualifiedName: string, scope: Scope): XmlName {
  const prefix = prefixOf(qualifiedName);
  const uri = scope.resolve(prefix);
  if (prefix === 'xmlns' || uri === undefined) return malformed();
  return { uri, local: localOf(qualifiedName) };
}

function resolved(attributes: readonly WrittenAttribute[], scope: Scope): Attribute[] {
  const list: Attribute[] = [];
  const names = new SeenNames();
  for (const { name, prefix, local, value } of attributes) {
    const uri = attributeNamespace(name, prefix, scope);
    // The names as they are written differ already; only prefixes can make two of them one.
    if (prefix !== '') names.add(`${local} ${uri}`);
    list.push({ uri, local, value });
  }
  return list;
}

/** The default namespace is not one of attributes. Source: Namespaces in XML, section 6.2. */
function attributeNamespace(name: string, prefix: string, scope: Scope): string {
  if (name === 'xmlns') return xmlnsNamespace;
  return prefix === '' ? '' : (scope.resolve(prefix) ?? malformed());
}

/** The names of a tag's attributes, of which none may come twice. */
class SeenNames {
  readonly #few: string[] = [];
  #many: Set<string> | undefined = undefined;

  /** @throws WireFormatError for a name that was there before */
  add(name: string): void {
    if (this.#many !== undefined ? this.#many.has(name) : this.#few.includes(name)) malformed();
    if (this.#many !== undefined) this.#many.add(name);
    else if (this.#few.push(name) >= fewNames) this.#many = new Set(this.#few);
  }
}

/** Follows the quotes of a start tag until it ends, over as many pieces as it takes. */
export class TagEndFinder {
  #quote = '';

  /** Where the tag ends; -1 where the text ends first: ask again with the text that follows. */
  find(text: string, at: number): number {
    let place = at;
    for (;;) {
      if (this.#quote !== '') {
        const close = text.indexOf(this.#quote, place);
        if (close === -1) return -1;
        this.#quote = '';
        place = close + 1;
      }
      const code = text.charCodeAt(place);
      if (code === greater || Number.isNaN(code)) {
        return code === greater ? place : -1;
      }
      if (code === 0x22 || code === 0x27) this.#quote = text.charAt(place);
      place += 1;
    }
  }
}
