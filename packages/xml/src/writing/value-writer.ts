import type { WireObject, WireValue } from '@egoi-client/core';
import { maxWireDepth, WireFormatError } from '@egoi-client/core/wire';
import { type CarriageReturn, escapeXmlText } from './xml-text.ts';

/** How many characters are gathered before they are handed on. */
const pieceLength = 32 * 1024;

/** Members have few names and rows have many members; more and longer names than this are not remembered. */
const maxKnownNames = 256;
const maxKnownLength = 128;

interface AroundText {
  readonly open: string;
  readonly close: string;
}

/**
 * How an XML protocol spells values out, each as an element around its content. Called in the order of
 * the document for all but texts.
 */
export interface ValueSyntax {
  /** What goes around a text, where it is not empty. */
  around(element: string): AroundText;
  readonly carriageReturn: CarriageReturn;
  /** Any other scalar, as a whole element. What is no wire value comes as it is and has to be refused. */
  scalar(value: '' | number | boolean | null, element: string): string;
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

/** What is the same for all members of a name. */
interface KnownMember {
  readonly open: string;
  /** With what goes around the member. */
  readonly aroundText: AroundText;
  /** The whole member where its value is an empty text, of which the API's answers are full. */
  readonly empty: string;
}

/** A list or struct that has been opened and not closed. */
interface OpenValue {
  readonly content: readonly WireValue[] | WireObject;
  /** `undefined` in a list. */
  readonly names: readonly string[] | undefined;
  readonly length: number;
  readonly closing: string;
  /** Of the item or member that comes next. */
  index: number;
}

/** Writes values in one syntax, and remembers from one to the next how it spells members. */
export class ValueWriter {
  readonly #members: KnownMembers;

  constructor(syntax: ValueSyntax) {
    this.#members = new KnownMembers(syntax);
  }

  /**
   * Writes one value as a text.
   *
   * @param element the name for the value itself; items of lists get `item`, members of structs `value`
   * @throws WireFormatError beyond `maxWireDepth` levels, for instances of classes, and what the syntax refuses
   */
  text(value: WireValue, element: string): string {
    const writing = new ValueWriting(value, element, this.#members);
    writing.goOn(Number.POSITIVE_INFINITY);
    return writing.text;
  }

  /** `text` piece by piece, so that no more of the text exists than a piece; each reading throws as `text` does. */
  *pieces(value: WireValue, element: string): Generator<string, void> {
    const writing = new ValueWriting(value, element, this.#members);
    while (writing.goOn(pieceLength)) {
      yield writing.text;
      writing.text = '';
    }
    yield writing.text;
  }
}

/** How a syntax spells members, by their names. */
class KnownMembers {
  readonly syntax: ValueSyntax;
  readonly itemText: AroundText;
  readonly #memberText: AroundText;
  readonly #members = new Map<string, KnownMember>();

  constructor(syntax: ValueSyntax) {
    const { open, close } = syntax.around('value');
    this.syntax = syntax;
    this.itemText = syntax.around('item');
    this.#memberText = { open, close: close + syntax.closeMember };
  }

  get(name: string): KnownMember {
    return this.#members.get(name) ?? this.#learn(name);
  }

  /** Forgets all where there is no more room, so that names that came once do not fill it for ever. */
  makeRoom(): void {
    if (this.#members.size >= maxKnownNames) this.#members.clear();
  }

  #learn(name: string): KnownMember {
    const { syntax } = this;
    const open = syntax.openMember(name);
    const { close } = this.#memberText;
    const member = {
      open,
      aroundText: { open: open + this.#memberText.open, close },
      empty: open + syntax.scalar('', 'value') + syntax.closeMember,
    };
    const isKept = this.#members.size < maxKnownNames && name.length <= maxKnownLength;
    if (isKept) this.#members.set(name, member);
    return member;
  }
}

/** One value on its way. Without recursion, which a generator pays for at each level. */
class ValueWriting {
  /** What has been written and not been taken. */
  text = '';
  readonly #members: KnownMembers;
  readonly #syntax: ValueSyntax;
  readonly #open: OpenValue[] = [];

  constructor(value: WireValue, element: string, members: KnownMembers) {
    members.makeRoom();
    this.#members = members;
    this.#syntax = members.syntax;
    if (isText(value)) this.#writeText(value, this.#syntax.around(element));
    else this.#writeOther(value, element, '');
  }

  /** Writes until the text has so many characters. @returns whether there is more to write */
  goOn(length: number): boolean {
    for (let open = this.#open.at(-1); open !== undefined; open = this.#open.at(-1)) {
      if (open.index === open.length) {
        this.text += open.closing;
        this.#open.pop();
      } else this.#writeNext(open);
      if (this.text.length >= length) return true;
    }
    return false;
  }

  #writeNext(open: OpenValue): void {
    const { content, names, index } = open;
    open.index += 1;
    if (names === undefined) {
      const item = (content as readonly WireValue[])[index];
      if (isText(item)) this.#writeText(item, this.#members.itemText);
      else this.#writeOther(item, 'item', '');
      return;
    }
    const name = names[index] ?? '';
    const value = (content as WireObject)[name];
    const member = this.#members.get(name);
    if (value === '') this.text += member.empty;
    else if (isText(value)) this.#writeText(value, member.aroundText);
    else {
      this.text += member.open;
      this.#writeOther(value, 'value', this.#syntax.closeMember);
    }
  }

  #writeText(text: string, { open, close }: AroundText): void {
    this.text += open + escapeXmlText(text, this.#syntax.carriageReturn) + close;
  }

  #writeOther(value: WireValue | undefined, element: string, closeMember: string): void {
    if (typeof value === 'object' && value !== null) {
      this.#openValue(value, element, closeMember);
      return;
    }
    // A hole of a list that came past the types is refused with the other strangers.
    this.text += this.#syntax.scalar(value as '' | number | boolean | null, element) + closeMember;
  }

  #openValue(
    content: readonly WireValue[] | WireObject,
    element: string,
    closeMember: string,
  ): void {
    if (this.#open.length >= maxWireDepth) {
      throw new WireFormatError(`a value is nested deeper than ${maxWireDepth} levels`);
    }
    const isList = isItems(content);
    const names = isList ? undefined : namesOf(content);
    const length = isList ? content.length : (names?.length ?? 0);
    this.text += isList
      ? this.#syntax.openList(content, element)
      : this.#syntax.openStruct(length === 0, element);
    if (length === 0) {
      this.text += closeMember;
      return;
    }
    const close = isList ? this.#syntax.closeList(element) : this.#syntax.closeStruct(element);
    this.#open.push({ content, names, length, closing: close + closeMember, index: 0 });
  }
}

function isText(value: WireValue | undefined): value is string {
  return typeof value === 'string' && value !== '';
}

function isItems(content: readonly WireValue[] | WireObject): content is readonly WireValue[] {
  return Array.isArray(content);
}

/** Not by prototype: an object of another realm (a worker, a test runner's context) is plain too. */
function namesOf(struct: WireObject): readonly string[] {
  if (Object.prototype.toString.call(struct) !== '[object Object]') {
    throw new WireFormatError('a value is an instance of a class');
  }
  return Object.keys(struct);
}
