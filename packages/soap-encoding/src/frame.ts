import { LongNames } from '@egoi-client/core/wire';
import type { Draft } from './references.ts';
import { openType, type ValueKind, type ValueType } from './value-type.ts';

/** What an element turned out to be; `reference` and `nil` have a value from the start. */
export type FrameKind = ValueKind | 'reference' | 'nil';

/**
 * An element whose end has not come yet. There is one frame for each depth, used again for every element
 * there: a frame of its own for each would be most of the garbage that reading makes.
 */
export class Frame {
  /** The element around it; `undefined` for the value itself. */
  readonly parent: Frame | undefined;
  /** Those of the whole document. */
  readonly longNames: LongNames;
  /** `reference` and `nil` have a value already. */
  kind: FrameKind = 'open';
  name = '';
  /** How many lists and structs are around this value. */
  level = 0;
  id: string | undefined = undefined;
  /** What the items of a list are where they do not say it themselves. */
  items: ValueType = openType;
  text = '';
  /** The list or struct so far; of a reference, its value. */
  value: Draft | undefined = undefined;
  /** How many members a struct was given. */
  members = 0;
  /** Whether an `item` of a map is open, and what of it has come. */
  inEntry = false;
  entryKey: Draft | undefined = undefined;
  entryValue: Draft | undefined = undefined;
  /** Members of a struct that have come more than once, and so are lists. */
  repeated: Set<string> | undefined = undefined;
  #inner: Frame | undefined = undefined;

  constructor(parent?: Frame) {
    this.parent = parent;
    this.longNames = parent?.longNames ?? new LongNames();
  }

  /** The frame for an element inside this one. */
  get inner(): Frame {
    this.#inner ??= new Frame(this);
    return this.#inner;
  }

  /** Begins an element. */
  begin(
    kind: FrameKind,
    name: string,
    level: number,
    value: Draft | undefined,
    id: string | undefined,
    items: ValueType,
  ): void {
    this.kind = kind;
    this.name = name;
    this.level = level;
    this.value = value;
    this.id = id;
    this.items = items;
    this.text = '';
    this.members = 0;
    this.inEntry = false;
    this.entryKey = undefined;
    this.entryValue = undefined;
    this.repeated = undefined;
  }
}
