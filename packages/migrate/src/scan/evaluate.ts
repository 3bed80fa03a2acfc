import type {
  Argument,
  CallExpression,
  Expression,
  FunctionModel,
  MemberExpression,
} from '../source/expression.ts';
import { ClientValues } from './client-values.ts';
import { Declarations } from './declarations.ts';
import { addressIn, fluentMethods, madeBy } from './knowledge.ts';
import { filledParameters, type Program } from './program.ts';
import { answerSlot, fieldSlot, mostValues, Slots, variableSlot } from './slots.ts';
import type { Value } from './values.ts';

const mostDepth = 60;
/** Stands for what is not known in a text that is put together. */
export const unknown = '\u0000';

/** Says what expressions of a program may be, from what is known of its variables so far. */
export class Evaluation {
  readonly program: Program;
  readonly slots = new Slots();
  readonly declarations: Declarations;
  readonly #clients: ClientValues;
  #depth = 0;
  /** What was said of expressions since the last beginning. */
  #known = new Map<Expression, Value[]>();

  constructor(program: Program) {
    this.program = program;
    this.declarations = new Declarations(program, this.slots);
    this.#clients = new ClientValues(program, (expression, around) =>
      this.values(expression, around),
    );
    for (const source of program.sources) {
      for (const declared of source.classes) {
        for (const { name, type } of declared.fields) {
          if (type !== undefined)
            this.slots.add(fieldSlot(declared.name, name), this.declarations.ofType(type, source));
        }
      }
    }
  }

  /** Forgets what was said of expressions: more may be known of their variables now. */
  beginRound(): void {
    this.#known = new Map();
  }

  values(expression: Expression, around: FunctionModel): readonly Value[] {
    const known = this.#known.get(expression);
    if (known !== undefined) return known;
    if (this.#depth > mostDepth) return [];
    // A circle knows no more than what else leads into it.
    this.#known.set(expression, []);
    this.#depth += 1;
    const values = this.#values(expression, around).slice(0, mostValues);
    this.#depth -= 1;
    this.#known.set(expression, values);
    return values;
  }

  #values(expression: Expression, around: FunctionModel): readonly Value[] {
    const { source } = around;
    switch (expression.kind) {
      case 'text':
        return [{ type: 'text', text: expression.text, source, at: expression.at }];
      case 'joined':
        return this.#joined(expression.parts, around);
      case 'name':
        return this.declarations.named(expression.name, around);
      case 'member':
        return this.#member(expression, around);
      case 'call':
        return this.#called(expression, around);
      case 'creation':
        return this.#created(
          this.program.fullName(expression.type, source),
          expression.args,
          around,
        );
      case 'entries':
        return [{ type: 'map', map: expression, around }];
      case 'assignment':
        return this.values(expression.value, around);
      case 'function':
        return [{ type: 'function', declared: expression.declared }];
      default:
        return expression.parts.slice(0, 12).flatMap((part) => this.values(part, around));
    }
  }

  /** The texts that an expression may be; `unknown` stands for pieces that are not known. */
  textsOf(expression: Expression, around: FunctionModel): Extract<Value, { type: 'text' }>[] {
    return this.values(expression, around).filter((value) => value.type === 'text');
  }

  #joined(parts: readonly Expression[], around: FunctionModel): Value[] {
    const pieces = parts.slice(0, 200).map((part) => this.values(part, around));
    const texts = pieces.map((values) => values.find((value) => value.type === 'text'));
    const first = parts[0];
    const joined: Value = {
      type: 'text',
      text: texts
        .map((value) => value?.text ?? unknown)
        .join('')
        .slice(0, 100_000),
      source: around.source,
      at: first?.at ?? 0,
    };
    // `"$m"` and `` `${m}Async` `` are what m is, and maps are joined by the same sign.
    const others = pieces
      .flat()
      .filter(({ type }) => type === 'parameter' || type === 'map' || type === 'key');
    const isPlain = texts.every(
      (value) => value === undefined || value.text === 'Async' || value.text === '',
    );
    return [joined, ...others.filter(({ type }) => type !== 'parameter' || isPlain)];
  }

  #member({ object, name }: MemberExpression, around: FunctionModel): Value[] {
    const objects = this.values(object, around);
    const named = name.kind === 'text' ? name.text : undefined;
    const found: Value[] = [];
    for (const value of objects) {
      if (value.type === 'object' || value.type === 'class') {
        if (named === undefined) continue;
        found.push(...this.declarations.field(value.full, named));
        for (const declared of this.program.methodsNamed(value.full, named)) {
          found.push({ type: 'function', declared });
        }
        if (value.type === 'class' && /^[a-z@.]/.test(value.full)) {
          found.push({ type: 'class', full: `${value.full}.${named}` });
          for (const declared of this.declarations.inModule(value.full, named))
            found.push({ type: 'function', declared });
        }
      } else if (value.type === 'client') {
        found.push(
          named !== undefined && fluentMethods.test(named)
            ? value
            : { type: 'invoker', client: value },
        );
      } else if (value.type === 'invoker' && named !== undefined && fluentMethods.test(named)) {
        found.push(value);
      } else if (value.type === 'map' && named !== undefined) {
        for (const { key, value: held } of value.map.entries) {
          if (key?.kind === 'text' && key.text === named)
            found.push(...this.values(held, value.around));
        }
      }
    }
    return found;
  }

  #called(expression: CallExpression, around: FunctionModel): Value[] {
    const { callee, args } = expression;
    const full = this.calledName(callee, around);
    const wire = madeBy(full);
    if (wire !== undefined) return [this.#clients.madeWith('generic', wire, args, around)];
    const found: Value[] = [];
    for (const value of this.values(callee, around)) {
      if (value.type === 'function') found.push(...this.slots.values(answerSlot(value.declared)));
      if (value.type === 'class') found.push(...this.#created(value.full, args, around));
    }
    if (callee.kind === 'member') found.push(...this.#clients.byWayOf(callee, args, around));
    const isFree = callee.kind === 'name' || /^[A-Z]/.test(pathOf(callee) ?? '');
    if (found.length > 0 || !isFree) return found;
    // What only passes through: `promisify(client.methodCall)`, `array_merge($a, $b)`.
    return args
      .flatMap(({ value }) => this.values(value, around))
      .filter(
        ({ type }) => type === 'invoker' || type === 'map' || type === 'key' || type === 'function',
      );
  }

  /** Full name of what is called: `soap.createClient`, `xmlrpc.client.dumps`. */
  calledName(callee: Expression, around: FunctionModel): string {
    const path = pathOf(callee);
    return path === undefined ? '' : this.program.fullName(path, around.source);
  }

  #created(full: string, args: readonly Argument[], around: FunctionModel): Value[] {
    const made = this.declarations.ofType(full, around.source);
    return made.map((value) => {
      if (value.type !== 'client') return value;
      return this.#clients.madeWith(value.grounds, value.wire, args, around, full);
    });
  }

  /** Gives the parameters of a function what a call passes. */
  bind(declared: FunctionModel, args: readonly Argument[], around: FunctionModel): void {
    const filled = filledParameters(declared);
    args.forEach((arg, position) => {
      const parameter =
        arg.name === undefined ? filled[position] : filled.find(({ name }) => name === arg.name);
      if (parameter === undefined) return;
      const values = this.values(arg.value, around).filter(
        (value) =>
          value.type !== 'parameter' &&
          (value.type !== 'text' || addressIn(value.text) !== undefined),
      );
      this.slots.add(variableSlot(declared, parameter.name), values);
    });
  }
}

/** `a.b.c` of members that are written out. */
export function pathOf(expression: Expression): string | undefined {
  if (expression.kind === 'name') return expression.name;
  if (expression.kind !== 'member' || expression.name.kind !== 'text') return undefined;
  const object = pathOf(expression.object);
  return object === undefined ? undefined : `${object}.${expression.name.text}`;
}
