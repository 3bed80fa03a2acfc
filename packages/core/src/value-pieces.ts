import { WireFormatError } from './wire-format-error.ts';
import { maxWireDepth, type WireObject, type WireValue } from './wire-value.ts';

/** How many characters are gathered before they are handed on. */
const pieceLength = 32 * 1024;

/** Members have few names and rows have many members; more names than this are not remembered. */
const maxKnownNames = 256;

/**
 * How an XML protocol spells values out, each as an element around its content. Called once for each
 * value, in the order of the document.
 */
export interface ValueSyntax {
  /** A whole element. What is no wire value comes as it is and has to be refused. */
  scalar(value: string | number | boolean | null, element: string): string;
  /** The start of a list; of one without items the whole. */
  openList(items: readonly WireValue[], element: string): string;
  closeList(element: string): string;
  /** The start of a struct; of one without members the whole. */
  openStruct(isEmpty: boolean, element: string): string;
  closeStruct(element: string): string;
  /** What goes before the value of a member. The same for the same name. */
  openMember(name: string): string;
  readonly closeMember: string;
}

/** A list or struct that has been opened and not closed. */
interface OpenValue {
  readonly items: readonly WireValue[];
  readonly struct: WireObject;
  /** `undefined` in a list. */
  readonly names: readonly string[] | undefined;
  readonly length: number;
  readonly closing: string;
  index: number;
}

const noItems: readonly WireValue[] = [];
const noMembers: WireObject = {};

/**
 * Writes one value piece by piece, so that no more of the text exists than a piece. Without recursion,
 * which a generator pays for at each level.
 *
 * @param element the name for the value itself; items of lists get `item`, members of structs `value`
 * @throws WireFormatError beyond `maxWireDepth` levels, for instances of classes, and what the syntax refuses
 */
export function* valuePieces(
  root: WireValue,
  element: string,
  syntax: ValueSyntax,
): Generator<string, void> {
  const { closeMember } = syntax;
  const openedMembers = new Map<string, string>();
  const outer: OpenValue[] = [];
  let open: OpenValue = {
    items: [root],
    struct: noMembers,
    names: undefined,
    length: 1,
    closing: '',
    index: 0,
  };
  let text = '';
  for (;;) {
    if (open.index === open.length) {
      text += open.closing;
      const parent = outer.pop();
      if (parent === undefined) break;
      open = parent;
      continue;
    }
    const { index, names } = open;
    open.index += 1;
    let value: WireValue | undefined;
    let name = outer.length === 0 ? element : 'item';
    let closing = '';
    if (names === undefined) value = open.items[index];
    else {
      const key = names[index] ?? '';
      let opened = openedMembers.get(key);
      if (opened === undefined) {
        opened = syntax.openMember(key);
        if (openedMembers.size < maxKnownNames) openedMembers.set(key, opened);
      }
      text += opened;
      value = open.struct[key];
      name = 'value';
      closing = closeMember;
    }
    if (typeof value === 'object' && value !== null) {
      if (outer.length >= maxWireDepth) {
        throw new WireFormatError(`a value is nested deeper than ${maxWireDepth} levels`);
      }
      if (Array.isArray(value)) {
        text += syntax.openList(value, name);
        if (value.length === 0) text += closing;
        else {
          outer.push(open);
          open = {
            items: value,
            struct: noMembers,
            names: undefined,
            length: value.length,
            closing: syntax.closeList(name) + closing,
            index: 0,
          };
        }
      } else {
        const keys = namesOf(value);
        text += syntax.openStruct(keys.length === 0, name);
        if (keys.length === 0) text += closing;
        else {
          outer.push(open);
          open = {
            items: noItems,
            struct: value,
            names: keys,
            length: keys.length,
            closing: syntax.closeStruct(name) + closing,
            index: 0,
          };
        }
      }
    } else {
      // A hole of a list that came past the types is refused with the other strangers.
      text += syntax.scalar(value as string | number | boolean | null, name) + closing;
    }
    if (text.length >= pieceLength) {
      yield text;
      text = '';
    }
  }
  yield text;
}

/** Not by prototype: an object of another realm (a worker, a test runner's context) is plain too. */
function namesOf(struct: WireObject): readonly string[] {
  if (Object.prototype.toString.call(struct) !== '[object Object]') {
    throw new WireFormatError('a value is an instance of a class');
  }
  return Object.keys(struct);
}

/**
 * A text that is made anew each time it is read, in pieces of some tens of thousands of characters.
 *
 * @param write gives the pieces of whatever size, the same each time
 */
export function textPieces(write: () => Iterable<string>): Iterable<string> {
  return { [Symbol.iterator]: () => gathered(write()) };
}

function* gathered(pieces: Iterable<string>): Generator<string, void> {
  let text = '';
  for (const piece of pieces) {
    text += piece;
    if (text.length < pieceLength) continue;
    yield text;
    text = '';
  }
  if (text !== '') yield text;
}
