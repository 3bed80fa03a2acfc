import { type WireObject, type WireValue } from '@egoi-client/core';
import {
  type ArrivingItems,
  base64Text,
  compacted,
  decimalOrText,
  floatOrText,
  hexText,
  maxWireDepth,
  numberOrText,
  WireFormatError,
} from '@egoi-client/core/wire';
import { readOnce, type XmlAttributes, type XmlRun } from '@egoi-client/xml';
import { arrivingList } from './arriving-list.ts';
import { encodingAttributesOf } from './encoding-attributes.ts';
import { Frame, type FrameKind } from './frame.ts';
import { membersOf } from './member-run.ts';
import { addChild, endEntry, goOnInMap } from './members.ts';
import { type Draft, KeyedByReference, References } from './references.ts';
import { openType, type ValueType } from './value-type.ts';

/**
 * Builds values from the events of a document as they come, with the chain of the open elements and
 * nothing else. Source of the encoding: SOAP 1.1, section 5; golden files; Apache `Map` as in PHP.
 */
export class ValueReader {
  readonly references = new References();
  readonly #outermost = new Frame();
  #innermost: Frame | undefined = undefined;
  /** The elements read so far. */
  elements = 0;
  /** Whom to tell of the items of the answer; `undefined` where nobody listens, or no longer. */
  arriving: ArrivingItems | undefined = undefined;

  /** Opens an element: the first is the value itself. */
  start(name: string, attributes: XmlAttributes): void {
    this.elements += 1;
    const parent = this.#innermost;
    if (parent === undefined) return this.#push(name, attributes, openType, 0);
    switch (parent.kind) {
      case 'map':
        if (!parent.inEntry) {
          parent.inEntry = true;
          return undefined;
        }
        if (name !== 'key' && name !== 'value') {
          throw new WireFormatError('an item of a map holds more than key and value');
        }
        return this.#push(name, attributes, openType, parent.level + 1);
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
    const frame = this.#innermost;
    if (frame === undefined) return;
    switch (frame.kind) {
      case 'text':
      case 'number':
      case 'float':
      case 'decimal':
      case 'boolean':
      case 'base64':
      case 'hex':
      case 'open':
        frame.text += text;
        break;
      default:
        requireBlank(text);
    }
  }

  /** Takes a run at once. @returns whether it could: only where it goes from one plain value to the next */
  run(run: XmlRun): boolean {
    const members = readOnce(run, membersOf);
    const frame = this.#innermost;
    const parent = frame?.parent;
    if (members === undefined || frame === undefined || parent === undefined) return false;
    if (this.arriving !== undefined && parent.level <= 1) return false;
    if (members.isOfMap) {
      if (!goOnInMap(parent, finished(frame), members)) return false;
    } else {
      if (parent.kind === 'map') return false;
      addChild(parent, frame.name, finished(frame) as WireValue);
      for (const [name, value] of members.whole) addChild(parent, name, value);
      frame.name = members.key;
    }
    frame.kind = members.kind;
    frame.text = '';
    this.elements += members.elements;
    return true;
  }

  /** Closes an element. @returns the draft of the value when it was the outermost, else `undefined` */
  end(): Draft | undefined {
    const frame = this.#innermost as Frame;
    if (frame.inEntry) {
      endEntry(frame);
      return undefined;
    }
    const { parent } = frame;
    this.#innermost = parent;
    const value = finished(frame);
    if (frame.id !== undefined) this.references.define(frame.id, value);
    if (parent === undefined) return value;
    // Drafts are kept among values; `References.resolve` leaves none behind.
    addChild(parent, frame.name, value as WireValue);
    if (this.arriving !== undefined && parent.level <= 1) this.#tell(this.arriving, parent, frame);
    return undefined;
  }

  #tell(arriving: ArrivingItems, parent: Frame, child: Frame): void {
    // What a reference stands for is known at the end only.
    if (this.references.used) this.arriving = undefined;
    else {
      const list = arrivingList(parent, child.name, arriving.member);
      if (list !== undefined) arriving.grew(list);
    }
  }

  #push(name: string, attributes: XmlAttributes, declared: ValueType, level: number): void {
    const { id, href, isNil, type, position } = encodingAttributesOf(name, attributes);
    if (position !== undefined) requireNext(this.#innermost, position);
    const { kind, items = openType } = type ?? declared;
    if (href !== undefined) {
      if (id !== undefined) throw new WireFormatError('a reference has an id of its own');
      this.#open('reference', name, level, this.references.refer(href), undefined, openType);
    } else if (isNil) {
      this.#open('nil', name, level, undefined, id, openType);
    } else if (kind === 'list' || kind === 'map' || kind === 'struct') {
      enterContainer(level);
      this.#open(kind, name, level, kind === 'list' ? [] : {}, id, items);
    } else {
      this.#open(kind, name, level, undefined, id, items);
    }
  }

  #open(
    kind: FrameKind,
    name: string,
    level: number,
    value: Draft | undefined,
    id: string | undefined,
    items: ValueType,
  ): void {
    const frame = this.#innermost?.inner ?? this.#outermost;
    frame.begin(kind, name, level, value, id, items);
    this.#innermost = frame;
  }
}

/** A list has no place for what is left out, nor for an item that comes before its turn. */
function requireNext(parent: Frame | undefined, position: number): void {
  if (parent?.kind === 'list' && (parent.value as WireValue[]).length !== position) {
    throw new WireFormatError('the items of an array are not in their order, or some are left out');
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
    case 'text':
    case 'open':
      return frame.text;
    case 'number':
      return numberOrText(frame.text);
    case 'float':
      return floatOrText(frame.text);
    case 'decimal':
      return decimalOrText(frame.text);
    case 'hex':
      return hexText(frame.text);
    case 'boolean':
      return booleanOrText(frame.text);
    case 'base64':
      return base64Text(frame.text);
    case 'map':
    case 'struct':
      return frame.value instanceof KeyedByReference
        ? frame.value
        : compacted(frame.value as WireObject, frame.members);
    default:
      return frame.value ?? null;
  }
}

function booleanOrText(text: string): boolean | string {
  const word = text.trim();
  if (word === 'true' || word === '1') return true;
  return word === 'false' || word === '0' ? false : text;
}
