import {
  maxWireDepth,
  numberOrText,
  setMember,
  WireFormatError,
  type WireObject,
  type WireValue,
} from '@egoi-client/core';
import type { XmlAttributes } from '@egoi-client/xml-reader';
import { base64Text } from './base64-text.ts';
import { namespaces } from './namespaces.ts';
import { type Draft, KeyedByReference, mapKey, Reference, References } from './references.ts';
import { openType, type ValueKind, type ValueType, valueType } from './value-type.ts';

type FrameKind = ValueKind | 'entry' | 'reference' | 'nil';

/** An element whose end has not come yet. */
class Frame {
  /** `entry` is the `item` of a map; `reference` and `nil` have a value already. */
  kind: FrameKind;
  readonly name: string;
  /** How many lists and structs are around this value. */
  readonly level: number;
  readonly id: string | undefined;
  /** What the items of a list are where they do not say it themselves. */
  readonly items: ValueType;
  text = '';
  /** The list or struct so far; of an entry and of a reference, its value. */
  value: Draft | undefined;
  key: Draft | undefined;
  /** Members of a struct that have come more than once, and so are lists. */
  repeated: Set<string> | undefined;

  constructor(
    kind: FrameKind,
    name: string,
    level: number,
    value?: Draft,
    id?: string,
    items: ValueType = openType,
  ) {
    this.kind = kind;
    this.name = name;
    this.level = level;
    this.value = value;
    this.id = id;
    this.items = items;
    this.key = undefined;
    this.repeated = undefined;
  }
}

/**
 * Builds values from the events of a document as they come, with a stack of the open elements and
 * nothing else. Source of the encoding: SOAP 1.1, section 5; golden files; Apache `Map` as in PHP.
 */
export class ValueReader {
  readonly references = new References();
  readonly #stack: Frame[] = [];
  /** The elements read so far. */
  elements = 0;

  /** Opens an element: the first is the value itself. */
  start(name: string, attributes: XmlAttributes): void {
    this.elements += 1;
    const parent = this.#stack.at(-1);
    if (parent === undefined) return this.#push(name, attributes, openType, 0);
    switch (parent.kind) {
      case 'map':
        this.#stack.push(new Frame('entry', name, parent.level + 1));
        return undefined;
      case 'entry':
        if (name !== 'key' && name !== 'value') {
          throw new WireFormatError('an item of a map holds more than key and value');
        }
        return this.#push(name, attributes, openType, parent.level);
      case 'open':
        requireBlank(parent.text);
        enterContainer(parent.level);
        parent.kind = 'struct';
        parent.value = {};
        return this.#push(name, attributes, openType, parent.level + 1);
      case 'struct':
      case 'list':
        return this.#push(name, attributes, parent.items, parent.level + 1);
      default:
        throw new WireFormatError('a plain value holds elements');
    }
  }

  text(text: string): void {
    const frame = this.#stack.at(-1);
    if (frame === undefined) return;
    switch (frame.kind) {
      case 'text':
      case 'number':
      case 'boolean':
      case 'base64':
      case 'open':
        frame.text += text;
        break;
      default:
        requireBlank(text);
    }
  }

  /** Closes an element. @returns the draft of the value when it was the outermost, else `undefined` */
  end(): Draft | undefined {
    const frame = this.#stack.pop() as Frame;
    const parent = this.#stack.at(-1);
    if (frame.kind === 'entry') {
      addEntry(parent as Frame, frame);
      return undefined;
    }
    const value = finished(frame);
    if (frame.id !== undefined) this.references.define(frame.id, value);
    if (parent === undefined) return value;
    // Drafts are kept among values; `References.resolve` leaves none behind.
    addChild(parent, frame.name, value as WireValue);
    return undefined;
  }

  #push(name: string, attributes: XmlAttributes, declared: ValueType, level: number): void {
    const id = attributes.get('', 'id');
    const href = attributes.get('', 'href');
    if (href !== undefined) {
      if (id !== undefined) throw new WireFormatError('a reference has an id of its own');
      const value = this.references.refer(href);
      this.#stack.push(new Frame('reference', name, level, value));
      return;
    }
    const nil = attributes.get(namespaces.schemaInstance, 'nil');
    if (nil === 'true' || nil === '1') {
      this.#stack.push(new Frame('nil', name, level, undefined, id));
      return;
    }
    const { kind, items = openType } = valueType(attributes, declared);
    let value: Draft | undefined;
    if (kind === 'list') value = [];
    else if (kind === 'map' || kind === 'struct') value = {};
    if (value !== undefined) enterContainer(level);
    this.#stack.push(new Frame(kind, name, level, value, id, items));
  }
}

function enterContainer(level: number): void {
  if (level >= maxWireDepth) {
    throw new WireFormatError(`a value is nested deeper than ${maxWireDepth} levels`);
  }
}

function requireBlank(text: string): void {
  if (/[^ \t\r\n]/.test(text)) throw new WireFormatError('text stands between elements');
}

function finished(frame: Frame): Draft {
  switch (frame.kind) {
    case 'number':
      return numberOrText(frame.text);
    case 'boolean':
      return booleanOrText(frame.text);
    case 'base64':
      return base64Text(frame.text);
    case 'text':
    case 'open':
      return frame.text;
    default:
      return frame.value ?? null;
  }
}

function booleanOrText(text: string): boolean | string {
  const word = text.trim();
  if (word === 'true' || word === '1') return true;
  return word === 'false' || word === '0' ? false : text;
}

function addChild(parent: Frame, name: string, value: WireValue): void {
  if (parent.kind === 'list') {
    (parent.value as WireValue[]).push(value);
  } else if (parent.kind === 'entry') {
    if (parent[name as 'key' | 'value'] !== undefined) {
      throw new WireFormatError('an item of a map has two keys or two values');
    }
    parent[name as 'key' | 'value'] = value;
  } else {
    addMember(parent, name, value);
  }
}

/** A name that comes again makes a list, as for the toolkits that write lists so. */
function addMember(parent: Frame, name: string, value: WireValue): void {
  const struct = parent.value as WireObject;
  const before = Object.hasOwn(struct, name) ? struct[name] : undefined;
  if (before === undefined) {
    setMember(struct, name, value);
  } else if (parent.repeated?.has(name) === true) {
    (before as WireValue[]).push(value);
  } else {
    parent.repeated ??= new Set();
    parent.repeated.add(name);
    setMember(struct, name, [before, value]);
  }
}

function addEntry(map: Frame, { key, value }: Frame): void {
  if (key === undefined || value === undefined) {
    throw new WireFormatError('an item of a map lacks its key or its value');
  }
  if (key instanceof Reference && !(map.value instanceof KeyedByReference)) {
    map.value = new KeyedByReference(map.value as WireObject);
  }
  if (map.value instanceof KeyedByReference) map.value.entries.push([key, value]);
  else setMember(map.value as WireObject, mapKey(key as WireValue), value as WireValue);
}
