import type { WireObject, WireValue } from '@egoi-client/core';
import { documentRule, type ElementRule } from './grammar.ts';

/**
 * An element that has started and not ended, with what was read in it so far. There is one frame for each
 * depth, used again for every element there: a frame of its own for each would be most of the garbage
 * that reading makes.
 */
export class Frame {
  /** The element around it; `undefined` for the document. */
  readonly parent: Frame | undefined;
  rule: ElementRule = documentRule;
  children = 0;
  text = '';
  name: string | undefined = undefined;
  value: WireValue | undefined = undefined;
  list: WireValue[] | undefined = undefined;
  struct: WireObject | undefined = undefined;
  #inner: Frame | undefined = undefined;

  constructor(parent?: Frame) {
    this.parent = parent;
  }

  /** The frame for an element inside this one. */
  get inner(): Frame {
    this.#inner ??= new Frame(this);
    return this.#inner;
  }

  /** Begins an element. */
  begin(rule: ElementRule): void {
    const { element } = rule;
    this.rule = rule;
    this.children = 0;
    this.text = '';
    this.name = undefined;
    this.value = undefined;
    this.list = element === 'data' || element === 'params' ? [] : undefined;
    this.struct = element === 'struct' ? {} : undefined;
  }
}
