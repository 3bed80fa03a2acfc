import type { Draft } from './references.ts';
import type { ValueKind, ValueType } from './value-type.ts';

/** What an element turned out to be; `reference` and `nil` have a value from the start. */
export type FrameKind = ValueKind | 'reference' | 'nil';

/** An element whose end has not come yet. */
export class Frame {
  /** `reference` and `nil` have a value already. */
  kind: FrameKind;
  readonly name: string;
  /** The element around it; `undefined` for the value itself. */
  readonly parent: Frame | undefined;
  /** How many lists and structs are around this value. */
  readonly level: number;
  readonly id: string | undefined;
  /** What the items of a list are where they do not say it themselves. */
  readonly items: ValueType;
  text = '';
  /** The list or struct so far; of a reference, its value. */
  value: Draft | undefined;
  /** How many members a struct was given. */
  members = 0;
  /** Whether an `item` of a map is open, and what of it has come. */
  inEntry = false;
  entryKey: Draft | undefined = undefined;
  entryValue: Draft | undefined = undefined;
  /** Members of a struct that have come more than once, and so are lists. */
  repeated: Set<string> | undefined = undefined;

  constructor(
    kind: FrameKind,
    name: string,
    parent: Frame | undefined,
    level: number,
    value: Draft | undefined,
    id: string | undefined,
    items: ValueType,
  ) {
    this.kind = kind;
    this.name = name;
    this.parent = parent;
    this.level = level;
    this.value = value;
    this.id = id;
    this.items = items;
  }
}
