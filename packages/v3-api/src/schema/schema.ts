/**
 * Whether a member is there. In a request `required` ones must be given. In an answer `required` ones
 * must be read, or it is no answer; `expected` ones the service gives by all that is known, so a server
 * must write them and a client may miss them; `optional` ones come and go.
 */
export type Presence = 'required' | 'expected' | 'optional';

/** A member of a struct. */
export interface Member {
  readonly presence: Presence;
  readonly schema: Schema;
}

/**
 * What a parameter, a body or an answer holds. Plain data, which types, readers, writers and pages are
 * derived from; which parts are there depends on its type.
 */
export interface Schema {
  readonly type: 'text' | 'integer' | 'flag' | 'word' | 'list' | 'map' | 'struct' | 'either';
  /** What it is for, with units and ranges. */
  readonly description: string;
  /** What is said of a value that it does not take: `must be text`. */
  readonly problem: string;
  /** Whether an answer may have `null` for it. @default false */
  readonly isNullable?: boolean;
  /** What a text must look like where it is written. */
  readonly pattern?: RegExp;
  /** The least that a number may be. */
  readonly least?: number;
  /** The most that a number may be. */
  readonly most?: number;
  /** What the service takes where nothing is said; never written for the caller. */
  readonly usual?: string | number | boolean;
  /** The words that a word may be. */
  readonly words?: readonly string[];
  /** An item of a list, or a value of a map. */
  readonly element?: Schema;
  /** How many items a list must have where it is written. @default 0 */
  readonly leastItems?: number;
  /** Whether no item of a list may come twice where it is written. @default false */
  readonly isUnique?: boolean;
  /** The name that a struct has among the types. */
  readonly typeName?: string;
  /** The members of a struct. */
  readonly members?: Readonly<Record<string, Member>>;
  /** Names of members that only the service sets: passed over where a request has them. */
  readonly setByService?: readonly string[];
  /** The member that a bare list in place of the struct stands for, as some clients send it. */
  readonly bareList?: string;
  /** The forms that a value may have, tried in this order. */
  readonly forms?: readonly Schema[];
}
