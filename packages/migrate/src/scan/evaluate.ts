import {
  type Argument,
  type CallExpression,
  type Expression,
  type FunctionModel,
  type MemberExpression,
  self,
  type SourceModel,
} from '../source/expression.ts';
import { languageOf } from '../source/languages.ts';
import {
  addressIn,
  fluentMethods,
  madeBy,
  meaningOfType,
  speaksOfEgoi,
  type Wire,
} from './knowledge.ts';
import { filledParameters, lastName, ownerOf, type Program } from './program.ts';
import { type ClientValue, mostValues, numberOf, Slots, type Value } from './values.ts';

const mostDepth = 60;
/** Stands for what is not known in a text that is put together. */
export const unknown = '\u0000';

/** Says what expressions of a program may be, from what is known of its variables so far. */
export class Evaluation {
  readonly program: Program;
  readonly slots = new Slots();
  #depth = 0;
  /** What was said of expressions since the last beginning. */
  #known = new Map<Expression, Value[]>();

  constructor(program: Program) {
    this.program = program;
    for (const source of program.sources) {
      for (const declared of source.classes) {
        for (const { name, type } of declared.fields) {
          if (type !== undefined)
            this.slots.add(fieldSlot(declared.name, name), this.ofType(type, source));
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
        return this.#named(expression.name, around);
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

  #named(named: string, around: FunctionModel): readonly Value[] {
    const { source } = around;
    const owner = ownerOf(around);
    if (named === self) return owner === undefined ? [] : this.#instanceOf(owner);
    if (named.startsWith('(type) ')) return this.ofType(named.slice(7), source);
    const found: Value[] = [];
    for (let scope: FunctionModel | undefined = around; scope !== undefined; scope = scope.around) {
      found.push(...this.slots.values(variableSlot(scope, named)));
      const index = scope.parameters.findIndex(({ name }) => name === named);
      if (index !== -1) {
        found.push({ type: 'parameter', declared: scope, index });
        const type = scope.parameters[index]?.type;
        if (type !== undefined) found.push(...this.ofType(type, source));
        return found;
      }
    }
    if (owner !== undefined) found.push(...this.field(owner, named));
    if (owner !== undefined && mayLeaveObjectAway(source)) {
      const methods = this.program.methodsNamed(owner, named);
      found.push(...methods.map((declared): Value => ({ type: 'function', declared })));
    }
    if (found.length > 0) return found;
    if (source.classes.some(({ name }) => name === named)) return [{ type: 'class', full: named }];
    const constant = this.slots.values(`constant ${lastName(named)}`);
    if (constant.length > 0) return constant;
    const functions = this.program.functionsNamed(named, source);
    if (functions.length > 0) return functions.map((declared) => ({ type: 'function', declared }));
    return [
      ...this.#imported(named, source),
      { type: 'class', full: this.program.fullName(named, source) },
    ];
  }

  /** What another source of the program has under the name that is imported here. */
  #imported(named: string, source: SourceModel): readonly Value[] {
    const full = source.imports.get(named);
    if (full === undefined) return [];
    const whole = this.#ofModule(full);
    if (whole.length > 0) return whole;
    return this.slots.values(`constant ${lastName(full)}`);
  }

  /** What a source of the program exports as a whole. */
  #ofModule(full: string): readonly Value[] {
    return this.slots.values(`module ${moduleName(full)}`);
  }

  /** Functions of another source of the program that is imported as a whole. */
  #inModule(full: string, named: string): FunctionModel[] {
    return this.program
      .sourcesNamed(lastName(moduleName(full)))
      .flatMap(({ functions }) =>
        functions.filter(({ name, owner }) => name === named && owner === undefined),
      );
  }

  /** What a field of a class of the program may hold. */
  field(className: string, named: string): Value[] {
    return this.program
      .classesNamed(className)
      .flatMap((declared) =>
        this.program
          .withBases(declared)
          .flatMap(({ name }) => this.slots.values(fieldSlot(name, named))),
      );
  }

  #member({ object, name }: MemberExpression, around: FunctionModel): Value[] {
    const objects = this.values(object, around);
    const named = name.kind === 'text' ? name.text : undefined;
    const found: Value[] = [];
    for (const value of objects) {
      if (value.type === 'object' || value.type === 'class') {
        if (named === undefined) continue;
        found.push(...this.field(value.full, named));
        for (const declared of this.program.methodsNamed(value.full, named)) {
          found.push({ type: 'function', declared });
        }
        if (value.type === 'class' && /^[a-z@.]/.test(value.full)) {
          found.push({ type: 'class', full: `${value.full}.${named}` });
          for (const declared of this.#inModule(value.full, named))
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
    if (wire !== undefined) return [this.#clientBy('generic', wire, args, around)];
    const found: Value[] = [];
    for (const value of this.values(callee, around)) {
      if (value.type === 'function') found.push(...this.slots.values(answerSlot(value.declared)));
      if (value.type === 'class') found.push(...this.#created(value.full, args, around));
    }
    if (callee.kind === 'member') found.push(...this.#clientsThrough(callee, args, around));
    const isFree = callee.kind === 'name' || /^[A-Z]/.test(pathOf(callee) ?? '');
    if (found.length > 0 || !isFree) return found;
    // What only passes through: `promisify(client.methodCall)`, `array_merge($a, $b)`.
    return args
      .flatMap(({ value }) => this.values(value, around))
      .filter(
        ({ type }) => type === 'invoker' || type === 'map' || type === 'key' || type === 'function',
      );
  }

  /** `EgoiApiFactory::getApi(…)`, `SOAP::Lite->proxy(…)`: a client by way of another, or of its type. */
  #clientsThrough(
    callee: MemberExpression,
    args: readonly Argument[],
    around: FunctionModel,
  ): Value[] {
    const named = callee.name.kind === 'text' ? callee.name.text : '';
    if (!fluentMethods.test(named)) return [];
    return this.values(callee.object, around).flatMap((value): Value[] => {
      if (value.type === 'client') return [this.#clientBy(value.grounds, value.wire, args, around)];
      if (value.type === 'invoker') return [value];
      if (value.type !== 'class' && value.type !== 'object') return [];
      if (this.program.methodsNamed(value.full, named).length > 0) return [];
      const typed = args
        .flatMap((arg) => this.values(arg.value, around))
        .filter(({ type }) => type === 'object' || type === 'client');
      const meaning = meaningOfType(value.full);
      if (meaning === undefined) return [];
      const known =
        meaning.kind === 'wrapper'
          ? (meaning.wire ?? protocolIn(args))
          : meaning.kind === 'generic'
            ? meaning.wire
            : undefined;
      return [this.#clientBy(meaning.kind, known, args, around), ...typed];
    });
  }

  /** Full name of what is called: `soap.createClient`, `xmlrpc.client.dumps`. */
  calledName(callee: Expression, around: FunctionModel): string {
    const path = pathOf(callee);
    return path === undefined ? '' : this.program.fullName(path, around.source);
  }

  #created(full: string, args: readonly Argument[], around: FunctionModel): Value[] {
    const made = this.ofType(full, around.source);
    return made.map((value) => {
      if (value.type !== 'client') return value;
      return this.#clientBy(value.grounds, value.wire, args, around, full);
    });
  }

  #instanceOf(className: string): Value[] {
    const object: Value = { type: 'object', full: className };
    const clients = this.program.classesNamed(className).flatMap((declared) =>
      this.program.foreignBases(declared).flatMap((base): readonly Value[] => {
        const meaning = meaningOfType(base);
        if (meaning === undefined || meaning.kind === 'named') return [];
        const known = this.slots.values(`base of ${className}`);
        return known.length > 0
          ? known
          : [{ type: 'client', grounds: meaning.kind, wire: meaning.wire }];
      }),
    );
    return [object, ...clients];
  }

  /** What something of a type is. */
  ofType(named: string, source: SourceModel): Value[] {
    const full = this.program.fullName(named, source);
    if (this.program.classesNamed(full).length > 0) return this.#instanceOf(lastName(full));
    if (full.startsWith('.')) {
      for (const value of this.#ofModule(full)) {
        const isOwn = value.type === 'class' && this.program.classesNamed(value.full).length > 0;
        if (isOwn) return this.#instanceOf(lastName(value.full));
      }
    }
    const meaning = meaningOfType(full);
    if (meaning === undefined) return plainTypes.test(full) ? [] : [{ type: 'object', full }];
    const wire = meaning.kind === 'named' ? undefined : meaning.wire;
    return [{ type: 'client', grounds: meaning.kind, wire }];
  }

  /** A client with what its arguments say of the service that it speaks to. */
  #clientBy(
    grounds: ClientValue['grounds'],
    wire: Wire | undefined,
    args: readonly Argument[],
    around: FunctionModel,
    full = '',
  ): ClientValue {
    const texts = args.flatMap(({ value }) => this.#textsWithin(value, around, 0));
    for (const text of texts) {
      const meaning = addressIn(text);
      if (meaning === undefined) continue;
      if (meaning === 'other service') {
        if (grounds === 'generic') return { type: 'client', grounds: 'other service', wire };
        continue;
      }
      return { type: 'client', grounds: 'address', wire: meaning.wire };
    }
    const isNamed =
      grounds === 'generic' && (texts.some(speaksOfEgoi) || speaksOfEgoi(lastName(full)));
    return { type: 'client', grounds: isNamed ? 'named' : grounds, wire };
  }

  #textsWithin(expression: Expression, around: FunctionModel, depth: number): string[] {
    const values = this.values(expression, around);
    return values.flatMap((value) => {
      if (value.type === 'text') return [value.text];
      if (value.type === 'client') {
        return value.grounds === 'address'
          ? [`/v2/${(value.wire ?? 'soap').replace('soap-universal', 'soap_any')}.php`]
          : [];
      }
      if (value.type !== 'map' || depth > 2) return [];
      return value.map.entries.flatMap((entry) =>
        this.#textsWithin(entry.value, value.around, depth + 1),
      );
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

/** Whether methods are called by their names alone. */
function mayLeaveObjectAway({ path }: SourceModel): boolean {
  return ['Java', 'C#', 'Perl'].includes(languageOf(path) ?? '');
}

/** Types that say nothing of what is called on them. */
const plainTypes =
  /^(\w+\.)*(string|String|int|Integer|bool|boolean|Boolean|array|Array|object|Object|mixed|any|unknown|self|static|iterable|callable|float|double|long|void|null|var|dynamic|Map|HashMap|List|Dictionary|IDictionary|Hashtable|EgoiMap|EgoiMapList|dict|str|list|Record|Promise|Task|stdClass|T|K|V|E)$/;

function protocolIn(args: readonly Argument[]): Wire | undefined {
  for (const { value } of args) {
    const named =
      value.kind === 'member' && value.name.kind === 'text'
        ? value.name.text
        : value.kind === 'text'
          ? value.text
          : '';
    if (/^soap$/i.test(named)) return 'soap';
    if (/^xml_?rpc$/i.test(named)) return 'xmlrpc';
    if (/^rest$/i.test(named)) return 'rest';
  }
  return undefined;
}

/** `a.b.c` of members that are written out. */
export function pathOf(expression: Expression): string | undefined {
  if (expression.kind === 'name') return expression.name;
  if (expression.kind !== 'member' || expression.name.kind !== 'text') return undefined;
  const object = pathOf(expression.object);
  return object === undefined ? undefined : `${object}.${expression.name.text}`;
}

/** What other sources import a file by. */
export function moduleName(path: string): string {
  return path.replace(/^.*[\\/]/, '').replace(/\.[cm]?[jt]sx?$/, '');
}

export function variableSlot(declared: FunctionModel, named: string): string {
  return `variable ${numberOf(declared)} ${named}`;
}

export function fieldSlot(className: string, named: string): string {
  return `field ${className}.${named}`;
}

export function answerSlot(declared: FunctionModel): string {
  return `answer ${numberOf(declared)}`;
}
