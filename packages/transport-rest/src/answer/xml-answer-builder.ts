import { type WireObject, type WireValue } from '@egoi-client/core';
import {
  type ArrivingItems,
  maxWireDepth,
  setMember,
  WireFormatError,
} from '@egoi-client/core/wire';
import type { XmlHandler, XmlName } from '@egoi-client/xml';
import { envelopeName } from './answer-tree.ts';
import { OpenElement } from './open-element.ts';

/** The levels of elements: the envelope, the method, and what the method's result is made of. */
const methodLevel = 2;
const memberLevel = 3;

/**
 * Makes an answer of the events of its document, each value as its element ends, so that nothing is
 * left for the end that grows with the answer.
 */
export class XmlAnswerBuilder implements XmlHandler {
  readonly document: WireObject = {};
  readonly #isMethod: (name: string) => boolean;
  readonly #arriving: ArrivingItems | undefined;
  /** The items of an answer that is a list, as long as they come in order. */
  readonly #items: WireValue[] = [];
  #innermost: OpenElement | undefined = undefined;

  constructor(isMethod: (name: string) => boolean, arriving: ArrivingItems | undefined) {
    this.#isMethod = isMethod;
    this.#arriving = arriving;
  }

  start({ local }: XmlName): void {
    this.#innermost = new OpenElement(local, this.#innermost);
  }

  text(text: string): void {
    if (this.#innermost !== undefined) this.#innermost.text += text;
  }

  end(): void {
    const ended = this.#innermost;
    // The XML reader sees to it that every end has its start.
    if (ended === undefined) return;
    const { parent, name } = ended;
    this.#innermost = parent;
    const content = ended.content(undoesNumbers(ended));
    if (ended.level === methodLevel && ended.height > maxWireDepth) {
      throw new WireFormatError(`it is nested deeper than ${maxWireDepth} levels`);
    }
    if (parent === undefined) {
      setMember(this.document, name, content);
      return;
    }
    parent.add(name, content, ended.height, undoesNumbers(parent));
    if (this.#arriving !== undefined && parent.level <= memberLevel) {
      this.#tell(this.#arriving, parent, name, content);
    }
  }

  instruction(): void {
    throw new WireFormatError('it holds a processing instruction');
  }

  #tell(arriving: ArrivingItems, parent: OpenElement, name: string, content: WireValue): void {
    if (arriving.member === undefined) {
      if (!this.#isAnswer(parent) || name !== `key_${this.#items.length}`) return;
      this.#items.push(content);
      arriving.grew(this.#items);
    } else if (parent.name === arriving.member && this.#isAnswer(parent.parent)) {
      if (parent.list !== undefined) arriving.grew(parent.list);
    }
  }

  #isAnswer(element: OpenElement | undefined): boolean {
    return (
      element?.level === methodLevel &&
      element.parent?.name === envelopeName &&
      this.#isMethod(element.name)
    );
  }
}

/** Below the method's members all is; of these a `status` still has to be told from an added one. */
function undoesNumbers({ level, name }: OpenElement): boolean {
  return level > memberLevel || (level === memberLevel && name !== 'status');
}
