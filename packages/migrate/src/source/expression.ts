/** What a program says, in the same words for every language: no more of it than tells which calls it makes. */
export type Expression =
  | TextExpression
  | JoinedExpression
  | NameExpression
  | MemberExpression
  | CallExpression
  | CreationExpression
  | EntriesExpression
  | AssignmentExpression
  | FunctionExpression
  | AnyOfExpression;

interface Placed {
  /** Offset in the source. */
  readonly at: number;
}

/** A literal text. */
interface TextExpression extends Placed {
  readonly kind: 'text';
  readonly text: string;
}

/** Texts put together: `'a' . $b`, `` `a${b}` ``. */
interface JoinedExpression extends Placed {
  readonly kind: 'joined';
  readonly parts: readonly Expression[];
}

/** A variable, a function or a class, with the sign that its language writes before it. */
interface NameExpression extends Placed {
  readonly kind: 'name';
  readonly name: string;
}

/** `object.name`, `object[name]`, `Class::name`. */
export interface MemberExpression extends Placed {
  readonly kind: 'member';
  readonly object: Expression;
  /** A text where the name is written out. */
  readonly name: Expression;
}

export interface CallExpression extends Placed {
  readonly kind: 'call';
  readonly callee: Expression;
  readonly args: readonly Argument[];
}

/** `new Type(…)`. */
export interface CreationExpression extends Placed {
  readonly kind: 'creation';
  readonly type: string;
  readonly args: readonly Argument[];
}

/** A literal map or list. */
export interface EntriesExpression extends Placed {
  readonly kind: 'entries';
  readonly entries: readonly Entry[];
}

export interface AssignmentExpression extends Placed {
  readonly kind: 'assignment';
  readonly target: Expression;
  readonly value: Expression;
}

interface FunctionExpression extends Placed {
  readonly kind: 'function';
  readonly declared: FunctionModel;
}

/** Something whose value is that of one of its parts: a choice, a statement, a cast. */
interface AnyOfExpression extends Placed {
  readonly kind: 'any of';
  readonly parts: readonly Expression[];
}

export interface Argument {
  /** Of a named argument. */
  readonly name?: string;
  readonly value: Expression;
}

export interface Entry {
  /** `undefined` for an item of a list, and for a map that is spread here. */
  readonly key?: Expression;
  readonly value: Expression;
}

export interface ParameterModel {
  readonly name: string;
  readonly type?: string;
  readonly value?: Expression;
}

/** A function, a method, or what a file does beside them. */
export interface FunctionModel {
  /** Empty where it has none. */
  readonly name: string;
  /** The class that it is a method of. */
  readonly owner?: string;
  /** The function around it. */
  readonly around?: FunctionModel;
  readonly parameters: ParameterModel[];
  readonly body: Expression[];
  readonly returned: Expression[];
  readonly source: SourceModel;
}

interface FieldModel {
  readonly name: string;
  readonly type?: string;
  readonly value?: Expression;
}

export interface ClassModel {
  readonly name: string;
  readonly bases: string[];
  readonly fields: FieldModel[];
  readonly methods: FunctionModel[];
}

/** What a file of a program declares. */
export interface SourceModel {
  /** Relative to the folder that is looked through. */
  readonly path: string;
  readonly text: string;
  readonly functions: FunctionModel[];
  readonly classes: ClassModel[];
  /** Local names of what is imported, with their full names in dots. */
  readonly imports: Map<string, string>;
  /** Full names of what is imported as a whole, and of files that are taken in. */
  readonly modules: string[];
}

/** The object that a method belongs to, whatever its language calls it. */
export const self = '(self)';
