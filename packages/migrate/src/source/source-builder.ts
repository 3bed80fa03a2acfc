import type {
  Argument,
  ClassModel,
  Expression,
  FunctionModel,
  ParameterModel,
  SourceModel,
} from './expression.ts';

/** Collects what a file declares while its tree is walked. */
export class SourceBuilder {
  readonly source: SourceModel;
  #function: FunctionModel;
  #class: ClassModel | undefined;

  constructor(path: string, content: string) {
    this.source = {
      path,
      text: content,
      functions: [],
      classes: [],
      imports: new Map(),
      modules: [],
    };
    this.#function = this.#begin('', undefined, []);
  }

  /** The class around. */
  get class(): ClassModel | undefined {
    return this.#class;
  }

  /** The function around: of a file what it does beside its functions. */
  get function(): FunctionModel {
    return this.#function;
  }

  /** A statement of the function around. */
  add(...statements: readonly Expression[]): void {
    this.#function.body.push(...statements);
  }

  /** What the function around may give back. */
  addReturned(value: Expression): void {
    this.#function.returned.push(value);
    this.add(value);
  }

  /** @param isMethod whether it belongs to the class around */
  inFunction(
    named: string,
    parameters: readonly ParameterModel[],
    isMethod: boolean,
    walk: () => void,
  ): FunctionModel {
    const around = this.#function;
    const declared = this.#begin(named, isMethod ? this.#class : undefined, parameters, around);
    this.#function = declared;
    walk();
    this.#function = around;
    return declared;
  }

  inClass(named: string, bases: readonly string[], walk: () => void): void {
    const around = this.#class;
    this.#class = { name: named, bases: [...bases], fields: [], methods: [] };
    this.source.classes.push(this.#class);
    walk();
    this.#class = around;
  }

  addField(named: string, type: string | undefined, value: Expression | undefined): void {
    this.#class?.fields.push({
      name: named,
      ...(type === undefined ? {} : { type }),
      ...(value === undefined ? {} : { value }),
    });
  }

  #begin(
    named: string,
    owner: ClassModel | undefined,
    parameters: readonly ParameterModel[],
    around?: FunctionModel,
  ): FunctionModel {
    const begun: FunctionModel = {
      name: named,
      ...(owner === undefined ? {} : { owner: owner.name }),
      ...(around === undefined ? {} : { around }),
      parameters: [...parameters],
      body: [],
      returned: [],
      source: this.source,
    };
    this.source.functions.push(begun);
    owner?.methods.push(begun);
    return begun;
  }
}

export function text(value: string, at: number): Expression {
  return { kind: 'text', text: value, at };
}

export function name(value: string, at: number): Expression {
  return { kind: 'name', name: value, at };
}

export function member(object: Expression, named: Expression): Expression {
  return { kind: 'member', object, name: named, at: named.at };
}

export function call(callee: Expression, args: readonly Argument[]): Expression {
  return { kind: 'call', callee, args, at: callee.at };
}

/** The one there is, or a choice of several. */
export function anyOf(parts: readonly Expression[], at: number): Expression {
  const [only] = parts;
  return only !== undefined && parts.length === 1 ? only : { kind: 'any of', parts, at };
}

/** The text of a literal, where the signs that stand for others are the usual ones. */
export function unescaped(inside: string): string {
  return inside.replace(/\\(.)/gs, (whole, sign: string) => escapes[sign] ?? whole.slice(1));
}

const escapes: Readonly<Record<string, string>> = { n: '\n', r: '\r', t: '\t', '0': '\0' };
