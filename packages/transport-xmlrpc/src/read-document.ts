import { type WireValue } from '@egoi-client/core';
import {
  type ArrivingItems,
  compacted,
  LongNames,
  maxWireDepth,
  requireFewMembers,
  setMember,
  WireFormatError,
} from '@egoi-client/core/wire';
import {
  createXmlReader,
  type XmlAttributes,
  type XmlHandler,
  type XmlName,
  type XmlReader,
  type XmlRun,
  readOnce,
  replay,
} from '@egoi-client/xml';
import { type MemberRun, membersOf } from './member-run.ts';
import { Frame } from './frame.ts';
import { ruleOf } from './grammar.ts';

/** What a document says, a call or an answer. */
export interface XmlrpcDocument {
  root?: 'methodCall' | 'methodResponse';
  methodName?: string;
  /** Missing where there is no `<params>`. */
  params?: readonly WireValue[];
  /** Missing where there is no `<fault>`. */
  fault?: WireValue;
}

/**
 * Reads a call or an answer straight into values while its text arrives, without a tree in between.
 * Strict about structure: what the specification does not name is refused; white space between
 * elements is passed over, in texts kept. Of members with the same name the last wins. Both throw
 * `WireFormatError` for a document that is not XML-RPC, or deeper than `maxWireDepth`.
 */
export class DocumentReader {
  readonly #builder: DocumentBuilder;
  readonly #xml: XmlReader;

  /** @param arriving whom to tell of items in the value of an answer */
  constructor(arriving?: ArrivingItems) {
    this.#builder = new DocumentBuilder(arriving);
    // Scripts behind the service may have said a line feed or a byte order mark before it answered.
    this.#xml = createXmlReader(this.#builder, { blankStart: true });
  }

  /** Takes the next piece of the text, cut anywhere. */
  write(text: string): void {
    this.#xml.write(text);
  }

  /** Says that all has come. */
  end(): XmlrpcDocument {
    this.#xml.end();
    return this.#builder.document;
  }
}

class DocumentBuilder implements XmlHandler {
  readonly document: XmlrpcDocument = {};
  readonly #arriving: ArrivingItems | undefined;
  #current = new Frame();
  #kind: 'call' | 'answer' = 'call';
  #depth = 0;
  readonly #longNames = new LongNames();

  constructor(arriving: ArrivingItems | undefined) {
    this.#arriving = arriving;
  }

  start(name: XmlName, attributes: XmlAttributes): void {
    const parent = this.#current;
    const rule = ruleOf(name, attributes);
    if (rule === undefined || (parent.rule.children & rule.bit) === 0) {
      throw new WireFormatError(
        `an element stands in ${parent.rule.place} that XML-RPC does not have there`,
      );
    }
    parent.children += 1;
    if (parent.children > parent.rule.mostChildren) {
      throw new WireFormatError(`there are too many elements in ${parent.rule.place}`);
    }
    if (rule.element === 'methodResponse') this.#kind = 'answer';
    if (rule.element === 'struct' || rule.element === 'array') this.#descend();
    this.#current = parent.inner;
    this.#current.begin(rule);
  }

  text(text: string): void {
    if (this.#current.rule.holdsText) this.#current.text += text;
    else if (!isBlank(text)) {
      throw new WireFormatError(`text stands in ${this.#current.rule.place}`);
    }
  }

  end(): void {
    const ended = this.#current;
    const { parent, rule } = ended;
    // The XML reader sees to it that every end has its start.
    if (parent === undefined) return;
    this.#current = parent;
    if (rule.read === undefined) this.#handOver(ended, parent);
    else parent.value = rule.read(ended.text, this.#kind);
  }

  run(run: XmlRun): void {
    const members = readOnce(run, membersOf);
    if (members === undefined || !this.#goOn(members)) replay(run, this);
  }

  /** Goes from one member of a struct to another. @returns whether that is where it is */
  #goOn({ whole, name, rule }: MemberRun): boolean {
    const scalar = this.#current;
    const value = scalar.parent;
    const member = value?.parent;
    const outer = member?.parent;
    if (outer?.struct === undefined || member?.name === undefined) return false;
    // Beside its type a value holds nothing.
    if (scalar.rule.read === undefined || value?.text !== '') return false;
    requireFewMembers(outer.children + whole.length + 1);
    this.#longNames.count(member.name);
    setMember(outer.struct, member.name, scalar.rule.read(scalar.text, this.#kind));
    for (const [added, content] of whole) setMember(outer.struct, added, content);
    outer.children += whole.length + 1;
    member.name = name;
    scalar.rule = rule;
    scalar.text = '';
    return true;
  }

  #descend(): void {
    this.#depth += 1;
    if (this.#depth > maxWireDepth) {
      throw new WireFormatError(`lists and structs are nested deeper than ${maxWireDepth} levels`);
    }
  }

  /** Gives what was read in an element to the one around it. */
  #handOver(ended: Frame, parent: Frame): void {
    switch (ended.rule.element) {
      case 'value':
        handOverValue(valueOf(ended), parent);
        if (this.#arriving !== undefined && this.#depth <= 2) tellOf(this.#arriving, parent);
        break;
      case 'name':
        parent.name = ended.text;
        break;
      case 'member':
        if (ended.name === undefined) throw new WireFormatError('a <member> has no <name>');
        requireFewMembers(parent.children);
        this.#longNames.count(ended.name);
        if (parent.struct !== undefined) {
          setMember(parent.struct, ended.name, present(ended.value, ended));
        }
        break;
      case 'struct':
        this.#depth -= 1;
        parent.value = compacted(present(ended.struct, ended), ended.children);
        break;
      case 'array':
        this.#depth -= 1;
        parent.value = present(ended.value, ended);
        break;
      case 'data':
        parent.value = present(ended.list, ended);
        break;
      case 'methodCall':
      case 'methodResponse':
        this.document.root = ended.rule.element;
        break;
      case 'methodName':
        this.document.methodName = ended.text.trim();
        break;
      case 'params':
        this.document.params = present(ended.list, ended);
        break;
      case 'fault':
        this.document.fault = present(ended.value, ended);
        break;
      case 'param':
        parent.list?.push(present(ended.value, ended));
        break;
      default:
    }
  }
}

function handOverValue(value: WireValue, parent: Frame): void {
  if (parent.list === undefined) parent.value = value;
  else parent.list.push(value);
}

/** Tells of the items of a list when it is the one that is asked for: the answer's value, or a member of it. */
function tellOf(arriving: ArrivingItems, { rule, parent: array, list }: Frame): void {
  if (rule.element !== 'data' || list === undefined) return;
  const place = array?.parent?.parent;
  if (arriving.member === undefined) {
    if (isAnswer(place)) arriving.grew(list);
  } else if (place?.rule.element === 'member' && place.name === arriving.member) {
    if (isAnswer(place.parent?.parent?.parent)) arriving.grew(list);
  }
}

/** Whether an element around a value makes it the answer. */
function isAnswer(param: Frame | undefined): boolean {
  const response = param?.parent?.parent;
  return param?.rule.element === 'param' && response?.rule.element === 'methodResponse';
}

/** A value without a type is a string. Source: XML-RPC specification, scalars. */
function valueOf(frame: Frame): WireValue {
  if (frame.children === 0) return frame.text;
  if (!isBlank(frame.text)) throw new WireFormatError('text stands beside the type in a <value>');
  return present(frame.value, frame);
}

function present<T>(content: T | undefined, frame: Frame): T {
  if (content === undefined) throw new WireFormatError(`${frame.rule.place} is incomplete`);
  return content;
}

/** White space as XML has it; `trim` would take more. */
function isBlank(text: string): boolean {
  return !/[^ \t\r\n]/.test(text);
}
