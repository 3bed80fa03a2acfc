/** How a field of a result is read. */
type ResultKind =
  | 'text'
  | 'integer'
  | 'decimal'
  | 'flag'
  | 'date'
  | 'dateTime'
  | 'list'
  | 'struct'
  | 'mapById';

/** Members whose names are a prefix and a number: `extra_1`, `extra_2`, … */
export interface NumberedMembers {
  readonly prefix: string;
  /** What each of them takes; `undefined` where no source knows. */
  readonly value?: Schema;
}

/**
 * What a parameter takes or a field of a result holds. Plain data, which types, checks, normalisation
 * and pages are derived from; which parts are there depends on its type.
 */
export interface Schema {
  readonly type:
    | 'string'
    | 'integer'
    | 'number'
    | 'boolean'
    | 'literal'
    | 'union'
    | 'array'
    | 'record'
    | 'object'
    | 'unknown';
  /** `''` where there is none. */
  readonly description: string;
  /** Whether it may be left out. */
  readonly isOptional: boolean;
  /** Whether it may be `null`. */
  readonly isNullable: boolean;
  /** What is said of a value that it does not take: `must be text`. The forms of a union leave that to it. */
  readonly problem?: string;
  /** How a field of a result is read; `undefined` for parameters, and where no source knows. */
  readonly kind?: ResultKind;
  /** The name of its own that a struct has among the types. */
  readonly typeName?: string;
  /** What a text must look like. */
  readonly pattern?: RegExp;
  /** The least that a whole number may be. */
  readonly least?: number;
  /** The values that a literal may be. */
  readonly values?: readonly (string | number)[];
  /** The forms of a union. */
  readonly options?: readonly Schema[];
  /** An item of a list, or of a list that travels as a map. */
  readonly element?: Schema;
  /** The members of a struct. */
  readonly shape?: Readonly<Record<string, Schema>>;
  /** Members of a struct by number, beside those that are named. */
  readonly numbered?: NumberedMembers;
  /** Whether a struct has members that no source names. */
  readonly isOpen?: boolean;
}
