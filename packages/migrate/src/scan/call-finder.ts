import { findMethod } from '@egoi-client/core';
import {
  type Argument,
  type CallExpression,
  type EntriesExpression,
  type Expression,
  type FunctionModel,
  type MemberExpression,
  self,
  type SourceModel,
} from '../source/expression.ts';
import { type Evaluation, pathOf, unknown } from './evaluate.ts';
import {
  confidenceOf,
  leastConfidence,
  type Reason,
  reasonOf,
  reasonsOfKeys,
  Surroundings,
} from './evidence.ts';
import {
  addressIn,
  composedBy,
  invokingVerbs,
  meaningOfType,
  speaksOfEgoi,
  speaksOfV3,
  type Wire,
} from './knowledge.ts';
import { keysByTurns, keysIn, methodNamed, parametersAmong } from './parameters.ts';
import { filledParameters, ownerOf } from './program.ts';
import type { ClientValue, Value } from './values.ts';
import { visit } from './visit.ts';

/** A call that was found, before its place is counted in lines. */
export interface FoundCall {
  readonly source: SourceModel;
  readonly at: number;
  readonly method: string;
  readonly wire: Wire | undefined;
  readonly parameters: readonly string[];
  readonly reasons: readonly Reason[];
}

/** What is known of a place where a call is made. */
interface Site {
  readonly around: FunctionModel;
  readonly reasons: readonly Reason[];
  readonly wire: Wire | undefined;
  readonly args: readonly Argument[];
}

/** What a function does with a parameter that names a method. */
interface Passing {
  readonly reasons: Set<Reason>;
  readonly wires: Set<Wire>;
}

/** The wire, where there is one alone. */
function onlyWire({ wires }: Passing): Wire | undefined {
  return wires.size === 1 ? [...wires][0] : undefined;
}

/** More pieces of one text are not looked into for parameters. */
const mostPieces = 200;

const clientNames =
  /(^|[^a-z])(client|soap|api|service|rpc|proxy|server|port|stub|ws|wrapper)\w*$/i;

/** Finds calls in a program; what it learns in one round of functions that pass calls on helps in the next. */
export class CallFinder {
  readonly #evaluation: Evaluation;
  readonly #surroundings = new Surroundings();
  /** By function and number of the parameter that names the method. */
  readonly #passing = new Map<FunctionModel, Map<number, Passing>>();
  /** Functions that call the method whose name they have. */
  readonly #carrying = new Map<FunctionModel, Passing>();
  #found = new Map<string, FoundCall>();
  #hasGrown = false;

  constructor(evaluation: Evaluation) {
    this.#evaluation = evaluation;
  }

  /**
   * @param goOn says before each function whether there is time for it
   * @returns whether anything was learnt that another round could use
   */
  round(goOn: () => boolean): boolean {
    this.#evaluation.beginRound();
    this.#found = new Map();
    this.#hasGrown = false;
    for (const source of this.#evaluation.program.sources) {
      if (!goOn()) break;
      for (const declared of source.functions) {
        if (!goOn()) break;
        for (const statement of declared.body)
          visit(statement, (part) => this.#see(part, declared));
      }
      this.#seeFields(source);
    }
    return this.#hasGrown;
  }

  /** What the last round found. */
  found(): FoundCall[] {
    return [...this.#found.values()];
  }

  #seeFields(source: SourceModel): void {
    for (const { fields, methods } of source.classes) {
      const around = methods[0] ?? source.functions[0];
      if (around === undefined) continue;
      for (const { value } of fields)
        if (value !== undefined) visit(value, (part) => this.#see(part, around));
    }
  }

  #see(part: Expression, around: FunctionModel): void {
    switch (part.kind) {
      case 'call':
        this.#seeCall(part, around);
        return;
      case 'creation': {
        const full = this.#evaluation.program.fullName(part.type, around.source);
        this.#seeComposed(full, part.args, around);
        this.#seePair(part.args, around);
        return;
      }
      case 'entries':
        this.#seeEntries(part, around);
        return;
      case 'assignment':
        if (
          part.target.kind === 'member' &&
          part.target.name.kind === 'text' &&
          part.target.name.text === 'method'
        ) {
          const args = [{ value: part.target.object }];
          this.#consider(part.value, { around, args, wire: 'rest', reasons: this.#ofForm(around) });
        }
        return;
      case 'text':
        this.#seeText(part.text, part.at, [part], around);
        return;
      case 'joined':
        this.#seeJoined(part.parts, part.at, around);
        return;
      default:
    }
  }

  #seeCall(call: CallExpression, around: FunctionModel): void {
    const { callee, args } = call;
    this.#seeComposed(this.#evaluation.calledName(callee, around), args, around);
    this.#seePair(args, around);
    this.#seePassing(call, around);
    for (const { name, value } of args) {
      if (name === 'method')
        this.#consider(value, { around, args, wire: 'rest', reasons: this.#ofForm(around) });
    }
    if (callee.kind === 'member') this.#seeMemberCall(callee, args, around);
    else if (callee.kind === 'name')
      this.#seeInvoker(this.#evaluation.values(callee, around), args, around);
  }

  #seeMemberCall(callee: MemberExpression, args: readonly Argument[], around: FunctionModel): void {
    const objects = this.#evaluation.values(callee.object, around);
    this.#seeInvoker(objects, args, around);
    this.#seeAppended(callee, args, around);
    const reasons = this.#reasonsOfReceiver(callee.object, objects, around);
    if (callee.name.kind !== 'text') {
      if (reasons !== undefined) {
        this.#consider(callee.name, { around, args, wire: wireOf(objects), reasons });
      }
      return;
    }
    const named = callee.name.text;
    if (methodNamed(named) !== undefined) this.#seeMethod(callee, named, objects, args, around);
    const client = bestClient(objects);
    const isInvoking =
      invokingVerbs.has(named) || client?.grounds === 'address' || client?.grounds === 'wrapper';
    const [first, ...others] = args;
    if (!isInvoking || first === undefined || reasons === undefined) return;
    for (const naming of namingParts(first.value)) {
      this.#consider(naming, { around, args: others, wire: wireOf(objects), reasons });
    }
  }

  /** `object.addSubscriber(…)`. */
  #seeMethod(
    callee: MemberExpression,
    named: string,
    objects: readonly Value[],
    args: readonly Argument[],
    around: FunctionModel,
  ): void {
    const own = objects.filter(({ type }) => type === 'object' || type === 'class') as Extract<
      Value,
      { type: 'object' | 'class' }
    >[];
    const client = bestClient(objects);
    if (client === undefined) {
      const declared = own.flatMap(({ full }) =>
        this.#evaluation.program.methodsNamed(full, named),
      );
      if (declared.length > 0)
        return this.#seeDeclared(declared, named, callee.name.at, args, around);
      if (this.#seeMagic(own, callee, args, around)) return;
    }
    const reasons = this.#reasonsOfReceiver(callee.object, objects, around);
    if (reasons === undefined) return;
    this.#consider(callee.name, { around, args, wire: client?.wire, reasons });
  }

  /** A method of the program that has the name of one of the API: a call where it passes it on. */
  #seeDeclared(
    declared: readonly FunctionModel[],
    named: string,
    at: number,
    args: readonly Argument[],
    around: FunctionModel,
  ): void {
    for (const one of declared) {
      const carried = this.#carrying.get(one);
      if (carried === undefined) continue;
      const reasons: Reason[] = ['class that passes calls on', ...carried.reasons];
      this.#add(named, around.source, at, { around, args, wire: onlyWire(carried), reasons });
    }
  }

  /** `__call`, `__getattr__` and their like. */
  #seeMagic(
    own: readonly Extract<Value, { type: 'object' | 'class' }>[],
    callee: MemberExpression,
    args: readonly Argument[],
    around: FunctionModel,
  ): boolean {
    const { program } = this.#evaluation;
    const magic = own.flatMap(({ full }) =>
      ['__call', '__callStatic', '__getattr__', 'AUTOLOAD', 'TryInvokeMember', 'get'].flatMap(
        (named) => program.methodsNamed(full, named),
      ),
    );
    for (const declared of magic) {
      const index = filledParameters(declared)[0]?.index ?? 0;
      const passing = this.#passing.get(declared)?.get(index);
      if (passing === undefined) continue;
      const reasons: Reason[] = ['class that passes calls on', ...passing.reasons];
      this.#consider(callee.name, { around, args, wire: onlyWire(passing), reasons });
      return true;
    }
    return false;
  }

  /** A call of a method that was taken from its client before. */
  #seeInvoker(values: readonly Value[], args: readonly Argument[], around: FunctionModel): void {
    const [first, ...others] = args;
    if (first === undefined) return;
    for (const value of values) {
      if (value.type !== 'invoker' || value.client.grounds === 'other service') continue;
      const { grounds, wire } = value.client;
      this.#consider(first.value, { around, args: others, wire, reasons: [reasonOf(grounds)] });
    }
  }

  /** A call of a function that passes on the method which one of its arguments names. */
  #seePassing({ callee, args }: CallExpression, around: FunctionModel): void {
    for (const value of this.#evaluation.values(callee, around)) {
      if (value.type !== 'function') continue;
      const { declared } = value;
      for (const [index, passing] of this.#passing.get(declared) ?? []) {
        const filled = filledParameters(declared);
        const position = filled.findIndex((parameter) => parameter.index === index);
        const named = declared.parameters[index]?.name;
        const naming =
          args.find((arg) => arg.name !== undefined && arg.name === named) ?? args[position];
        if (naming === undefined || (naming.name !== undefined && naming.name !== named)) continue;
        const others = args.filter((arg) => arg !== naming);
        const site = {
          around,
          args: others,
          wire: onlyWire(passing),
          reasons: [...passing.reasons],
        };
        this.#consider(naming.value, site);
      }
      const spec = declared.name === '' ? undefined : methodNamed(declared.name);
      if (spec !== undefined && callee.kind === 'name') {
        this.#seeDeclared([declared], declared.name, callee.at, args, around);
      }
    }
  }

  #seeComposed(full: string, args: readonly Argument[], around: FunctionModel): void {
    const composed = composedBy(full);
    const naming = composed === undefined ? undefined : args[composed.argument];
    if (composed === undefined || naming === undefined) return;
    const others = args.filter((arg) => arg !== naming);
    const reasons: Reason[] = ['client of the protocol', ...this.#surroundings.ofForm(around)];
    this.#consider(naming.value, { around, args: others, wire: composed.wire, reasons });
  }

  /** `put("method", "getLists")`. */
  #seePair(args: readonly Argument[], around: FunctionModel): void {
    const [first, second] = args;
    if (second === undefined || first?.value.kind !== 'text' || first.value.text !== 'method')
      return;
    this.#consider(second.value, { around, args: [], wire: 'rest', reasons: this.#ofForm(around) });
  }

  #seeEntries(entries: EntriesExpression, around: FunctionModel): void {
    for (const { key, value } of entries.entries) {
      if (key?.kind !== 'text' || key.text !== 'method') continue;
      const args = [{ value: entries }];
      this.#consider(value, { around, args, wire: 'rest', reasons: this.#ofForm(around) });
    }
    const [first, second] = entries.entries;
    const isPair =
      entries.entries.length === 2 && first?.key === undefined && second?.key === undefined;
    if (isPair && first !== undefined && second !== undefined) {
      this.#seePair([{ value: first.value }, { value: second.value }], around);
    }
  }

  #ofForm(around: FunctionModel): Reason[] {
    const reasons = this.#surroundings.ofForm(around);
    const owner = ownerOf(around);
    const fields = owner === undefined ? [] : this.#evaluation.program.classesNamed(owner);
    const hasField = fields.some((declared) =>
      declared.fields.some(({ name }) =>
        this.#evaluation
          .field(declared.name, name)
          .some((value) => value.type === 'text' && isAddress(value.text)),
      ),
    );
    return hasField ? [...reasons, 'address in the function'] : [...reasons];
  }

  /** `append("method=").append(method)`. */
  #seeAppended(
    { object }: MemberExpression,
    args: readonly Argument[],
    around: FunctionModel,
  ): void {
    const [last] = object.kind === 'call' ? object.args.slice(-1) : [];
    const [first] = args;
    if (
      first === undefined ||
      last?.value.kind !== 'text' ||
      !/(^|[?&])method=$/.test(last.value.text)
    )
      return;
    this.#consider(first.value, { around, args: [], wire: 'rest', reasons: this.#ofForm(around) });
  }

  #seeJoined(parts: readonly Expression[], at: number, around: FunctionModel): void {
    parts.forEach((part, index) => {
      const next = parts[index + 1];
      const before = part.kind === 'text' ? part.text : undefined;
      if (next === undefined || before === undefined) return;
      if (!/(^|[?&])method=$|<methodName>$|<\w+:$/.test(before)) return;
      const others = parts.slice(0, mostPieces).map((value) => ({ value }));
      if (/(^|[?&])method=$/.test(before)) {
        const reasons = [...this.#ofForm(around), ...this.#ofAddress(parts, around)];
        this.#consider(next, { around, args: others, wire: 'rest', reasons });
      } else if (before.endsWith('<methodName>')) {
        const reasons: Reason[] = ['call in XML', ...this.#surroundings.ofForm(around)];
        this.#consider(next, { around, args: others, wire: 'xmlrpc', reasons });
      } else if (
        /<\w+:$/.test(before) &&
        this.#surroundings.ofForm(around).includes('functionOptions')
      ) {
        this.#consider(next, {
          around,
          args: others,
          wire: undefined,
          reasons: ['call in XML', 'functionOptions'],
        });
      }
    });
    const [text] = this.#evaluation.textsOf({ kind: 'joined', parts, at }, around);
    if (text !== undefined) this.#seeText(text.text, at, parts, around);
  }

  #ofAddress(parts: readonly Expression[], around: FunctionModel): Reason[] {
    const texts = parts.slice(0, 3).flatMap((part) => this.#evaluation.textsOf(part, around));
    return texts.some(({ text }) => isAddress(text)) ? ['address in the call'] : [];
  }

  /** A call that is written out: an address with the method in its query, a form, a document. */
  #seeText(text: string, at: number, parts: readonly Expression[], around: FunctionModel): void {
    if (text.length < 12 || !/method|functionOptions/.test(text)) return;
    const args = parts.slice(0, mostPieces).map((value) => ({ value }));
    for (const [, named = ''] of text.matchAll(/(?:^|[?&\s"'])method=(\w{3,64})/g)) {
      const reasons: Reason[] = [...this.#ofForm(around)];
      if (isAddress(text)) reasons.push('address in the call');
      if (/functionOptions/.test(text)) reasons.push('functionOptions');
      this.#addText(named, placeOf(named, parts, at), { around, args, wire: 'rest', reasons });
    }
    for (const [, named = ''] of text.matchAll(/<methodName>\s*(\w{3,64})\s*<\/methodName>/g)) {
      const reasons: Reason[] = ['call in XML', ...this.#surroundings.ofForm(around)];
      if (/>apikey</.test(text)) reasons.push('API key among the parameters');
      this.#addText(named, placeOf(named, parts, at), { around, args, wire: 'xmlrpc', reasons });
    }
    if (!/<(?:[\w-]+:)?functionOptions[\s>]/.test(text)) return;
    for (const [, named = ''] of text.matchAll(/<(?:[\w-]+:)?(\w{3,64})(?=[\s>])/g)) {
      const reasons: Reason[] = [
        'call in XML',
        'functionOptions',
        ...this.#surroundings.ofForm(around),
      ];
      this.#addText(named, placeOf(named, parts, at), { around, args, wire: undefined, reasons });
    }
  }

  #addText(named: string, at: number, site: Site): void {
    if (methodNamed(named) !== undefined) this.#add(named, site.around.source, at, site);
  }

  /** Why a receiver may be a client; `undefined` where it is known to be something else. */
  #reasonsOfReceiver(
    object: Expression,
    values: readonly Value[],
    around: FunctionModel,
  ): Reason[] | undefined {
    const client = bestClient(values);
    if (client !== undefined)
      return client.grounds === 'other service' ? undefined : [reasonOf(client.grounds)];
    if (object.kind === 'name' && object.name === self) {
      const magic = this.#isOfEgoi(values);
      return magic ? ['receiver named after E-goi'] : undefined;
    }
    const path = pathOf(object) ?? '';
    if (
      speaksOfV3(path) ||
      values.some((value) => isKnown(value, this.#evaluation) && !this.#isOfEgoi([value]))
    ) {
      return undefined;
    }
    const [first = ''] = path.split('.');
    const imported = around.source.imports.get(first);
    if (
      imported !== undefined &&
      (speaksOfV3(imported) ||
        !(speaksOfEgoi(imported) || speaksOfEgoi(path) || imported.startsWith('.')))
    ) {
      return undefined;
    }
    if (speaksOfEgoi(path)) return ['receiver named after E-goi'];
    return clientNames.test(path) ? ['receiver named like a client'] : [];
  }

  #isOfEgoi(values: readonly Value[]): boolean {
    return values.some(
      (value) =>
        (value.type === 'object' || value.type === 'class') &&
        this.#evaluation.program
          .classesNamed(value.full)
          .some((declared) =>
            this.#evaluation.program
              .foreignBases(declared)
              .some((base) => meaningOfType(base) !== undefined),
          ),
    );
  }

  /** A call whose method an expression names: by a text, or by a parameter of the function around. */
  #consider(naming: Expression, site: Site): void {
    for (const value of this.#evaluation.values(naming, site.around)) {
      if (value.type === 'parameter') this.#pass(value.declared, value.index, site);
      if (value.type === 'text' && value.text.length < 100 && !value.text.includes(unknown)) {
        if (methodNamed(value.text) !== undefined)
          this.#add(value.text, value.source, value.at, site);
      }
    }
  }

  #pass(declared: FunctionModel, index: number, site: Site): void {
    // Other parameters than these are those of the calls that are passed on.
    const ofArguments = this.#reasonsOfArguments(site).filter(
      (reason) => reason !== 'parameter listID',
    );
    const reasons = [
      ...site.reasons,
      ...ofArguments,
      ...this.#surroundings.reasons(site.around, ''),
    ];
    const known = this.#passing.get(declared) ?? new Map<number, Passing>();
    this.#passing.set(declared, known);
    this.#grow(known, index, reasons, site.wire);
  }

  #grow<Key>(
    map: Map<Key, Passing>,
    key: Key,
    reasons: readonly Reason[],
    wire: Wire | undefined,
  ): void {
    let passing = map.get(key);
    if (passing === undefined) {
      passing = { reasons: new Set(), wires: new Set() };
      map.set(key, passing);
      this.#hasGrown = true;
    }
    if (wire !== undefined && !passing.wires.has(wire)) {
      passing.wires.add(wire);
      this.#hasGrown = true;
    }
    for (const reason of reasons) {
      if (passing.reasons.has(reason)) continue;
      passing.reasons.add(reason);
      this.#hasGrown = true;
    }
  }

  #reasonsOfArguments({ args, around }: Site): Reason[] {
    return reasonsOfKeys(keysIn(args, around, this.#evaluation), []);
  }

  #add(named: string, source: SourceModel, at: number, site: Site): void {
    const spec = methodNamed(named);
    if (spec === undefined || findMethod(spec.name) === undefined) return;
    const { around, args } = site;
    const keys = new Set([...keysIn(args, around, this.#evaluation), ...keysByTurns(args, spec)]);
    const parameters = parametersAmong(spec, keys);
    const reasons = new Set<Reason>([
      ...site.reasons,
      ...reasonsOfKeys(keys, parameters),
      ...this.#surroundings.reasons(around, spec.name),
    ]);
    if (
      around.name !== '' &&
      methodNamed(around.name)?.name === spec.name &&
      confidenceOf(reasons) >= leastConfidence
    ) {
      this.#grow(this.#carrying, around, [...reasons], site.wire);
    }
    const key = `${source.path}\n${at}\n${spec.name}`;
    const known = this.#found.get(key);
    this.#found.set(key, {
      source,
      at,
      method: spec.name,
      wire: known === undefined || known.wire === site.wire ? site.wire : undefined,
      parameters: [...new Set([...(known?.parameters ?? []), ...parameters])].toSorted(),
      reasons: [...new Set([...(known?.reasons ?? []), ...reasons])],
    });
  }
}

/** The client of the best grounds among values. */
function bestClient(values: readonly Value[]): ClientValue | undefined {
  const order = ['address', 'wrapper', 'named', 'generic', 'other service'];
  const clients = values.filter((value): value is ClientValue => value.type === 'client');
  const [best] = clients.toSorted((a, b) => order.indexOf(a.grounds) - order.indexOf(b.grounds));
  if (best?.grounds === 'generic' && clients.some(({ grounds }) => grounds === 'other service')) {
    return clients.find(({ grounds }) => grounds === 'other service');
  }
  return best;
}

function wireOf(values: readonly Value[]): Wire | undefined {
  return bestClient(values)?.wire;
}

/** Something that is known to be no client: an object of another class, a map, a text. */
function isKnown(value: Value, { program }: Evaluation): boolean {
  if (value.type === 'object') return true;
  if (value.type === 'class')
    return program.classesNamed(value.full).length > 0 || /^[A-Z]/.test(value.full);
  return false;
}

function isAddress(text: string): boolean {
  const meaning = addressIn(text);
  return meaning !== undefined && meaning !== 'other service';
}

/** `new QName(NAMESPACE, "addSubscriber")` names what its last argument does. */
function namingParts(expression: Expression): readonly Expression[] {
  return expression.kind === 'creation' ? expression.args.map(({ value }) => value) : [expression];
}

/** Where a name stands among the pieces of a text. */
function placeOf(named: string, parts: readonly Expression[], at: number): number {
  const holder = parts.find((part) => part.kind === 'text' && part.text.includes(named));
  return holder === undefined ? at : holder.at + Math.max(0, offsetIn(holder, named));
}

function offsetIn(holder: Expression, named: string): number {
  return holder.kind === 'text' ? holder.text.indexOf(named) : 0;
}
