import { type FunctionModel, self, type SourceModel } from '../source/expression.ts';
import { languageOf } from '../source/languages.ts';
import { meaningOfType } from './knowledge.ts';
import { lastName, moduleName, ownerOf, type Program } from './program.ts';
import { fieldSlot, type Slots, variableSlot } from './slots.ts';
import type { Value } from './values.ts';

/** Says what names and types of a program stand for, by what it declares and what its slots hold. */
export class Declarations {
  readonly #program: Program;
  readonly #slots: Slots;

  constructor(program: Program, slots: Slots) {
    this.#program = program;
    this.#slots = slots;
  }

  /** What a name may stand for where it is written. */
  named(named: string, around: FunctionModel): readonly Value[] {
    const { source } = around;
    const owner = ownerOf(around);
    if (named === self) return owner === undefined ? [] : this.#instanceOf(owner);
    if (named.startsWith('(type) ')) return this.ofType(named.slice(7), source);
    const found: Value[] = [];
    for (let scope: FunctionModel | undefined = around; scope !== undefined; scope = scope.around) {
      found.push(...this.#slots.values(variableSlot(scope, named)));
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
      const methods = this.#program.methodsNamed(owner, named);
      found.push(...methods.map((declared): Value => ({ type: 'function', declared })));
    }
    if (found.length > 0) return found;
    if (source.classes.some(({ name }) => name === named)) return [{ type: 'class', full: named }];
    const constant = this.#slots.values(`constant ${lastName(named)}`);
    if (constant.length > 0) return constant;
    const functions = this.#program.functionsNamed(named, source);
    if (functions.length > 0) return functions.map((declared) => ({ type: 'function', declared }));
    return [
      ...this.#imported(named, source),
      { type: 'class', full: this.#program.fullName(named, source) },
    ];
  }

  /** What another source of the program has under the name that is imported here. */
  #imported(named: string, source: SourceModel): readonly Value[] {
    const full = source.imports.get(named);
    if (full === undefined) return [];
    const whole = this.#ofModule(full);
    if (whole.length > 0) return whole;
    return this.#slots.values(`constant ${lastName(full)}`);
  }

  /** What a source of the program exports as a whole. */
  #ofModule(full: string): readonly Value[] {
    return this.#slots.values(`module ${moduleName(full)}`);
  }

  /** Functions of another source of the program that is imported as a whole. */
  inModule(full: string, named: string): FunctionModel[] {
    return this.#program
      .sourcesNamed(lastName(moduleName(full)))
      .flatMap(({ functions }) =>
        functions.filter(({ name, owner }) => name === named && owner === undefined),
      );
  }

  /** What a field of a class of the program may hold. */
  field(className: string, named: string): Value[] {
    return this.#program
      .classesNamed(className)
      .flatMap((declared) =>
        this.#program
          .withBases(declared)
          .flatMap(({ name }) => this.#slots.values(fieldSlot(name, named))),
      );
  }

  #instanceOf(className: string): Value[] {
    const object: Value = { type: 'object', full: className };
    const clients = this.#program.classesNamed(className).flatMap((declared) =>
      this.#program.foreignBases(declared).flatMap((base): readonly Value[] => {
        const meaning = meaningOfType(base);
        if (meaning === undefined || meaning.kind === 'named') return [];
        const known = this.#slots.values(`base of ${className}`);
        return known.length > 0
          ? known
          : [{ type: 'client', grounds: meaning.kind, wire: meaning.wire }];
      }),
    );
    return [object, ...clients];
  }

  /** What something of a type is. */
  ofType(named: string, source: SourceModel): Value[] {
    const full = this.#program.fullName(named, source);
    if (this.#program.classesNamed(full).length > 0) return this.#instanceOf(lastName(full));
    if (full.startsWith('.')) {
      for (const value of this.#ofModule(full)) {
        const isOwn = value.type === 'class' && this.#program.classesNamed(value.full).length > 0;
        if (isOwn) return this.#instanceOf(lastName(value.full));
      }
    }
    const meaning = meaningOfType(full);
    if (meaning === undefined) return plainTypes.test(full) ? [] : [{ type: 'object', full }];
    const wire = meaning.kind === 'named' ? undefined : meaning.wire;
    return [{ type: 'client', grounds: meaning.kind, wire }];
  }
}

/** Whether methods are called by their names alone. */
function mayLeaveObjectAway({ path }: SourceModel): boolean {
  return ['Java', 'C#', 'Perl'].includes(languageOf(path) ?? '');
}

/** Types that say nothing of what is called on them. */
const plainTypes =
  /^(\w+\.)*(string|String|int|Integer|bool|boolean|Boolean|array|Array|object|Object|mixed|any|unknown|self|static|iterable|callable|float|double|long|void|null|var|dynamic|Map|HashMap|List|Dictionary|IDictionary|Hashtable|EgoiMap|EgoiMapList|dict|str|list|Record|Promise|Task|stdClass|T|K|V|E)$/;
