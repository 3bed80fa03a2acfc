import type { ClassModel, FunctionModel, SourceModel } from '../source/expression.ts';
import { self } from '../source/expression.ts';
import { languageOf } from '../source/languages.ts';

/** The sources of a folder as one program: which name means what in which of them. */
export class Program {
  readonly sources: readonly SourceModel[];
  readonly #classes = new Map<string, ClassModel[]>();
  readonly #functions = new Map<string, FunctionModel[]>();
  readonly #named = new Map<string, SourceModel[]>();
  readonly #sourceOf = new Map<ClassModel, SourceModel>();

  constructor(sources: readonly SourceModel[]) {
    this.sources = sources;
    for (const source of sources) {
      const file = source.path.replace(/^.*[\\/]/, '').replace(/\.\w+$/, '');
      listed(this.#named, file).push(source);
      for (const declared of source.classes) {
        this.#sourceOf.set(declared, source);
        listed(this.#classes, lastName(declared.name)).push(declared);
      }
      // Its functions are called without their package.
      const isPerl = languageOf(source.path) === 'Perl';
      for (const declared of source.functions) {
        if (declared.name !== '' && (declared.owner === undefined || isPerl)) {
          listed(this.#functions, declared.name).push(declared);
        }
      }
    }
  }

  /** The full name that a name has in a source. */
  fullName(named: string, source: SourceModel): string {
    const path = named.replace(/^\(module\) |^\(type\) /, '').replace(/^\\/, '');
    const [first = '', ...rest] = path.split('.');
    const imported = source.imports.get(first);
    const full = imported === undefined ? path : [imported, ...rest].join('.');
    if (full.includes('.') || !/^[A-Z]/.test(full)) return full;
    // `import a.b.*` may be where it comes from.
    const packages = source.modules.filter((module) => module.endsWith('.*'));
    const likely = packages.find((module) => /egoi|e_goi|axis|rpc|soap/i.test(module));
    return likely === undefined || this.classesNamed(full).length > 0
      ? full
      : `${likely.slice(0, -1)}${full}`;
  }

  /** The sources whose files have a name, without its ending. */
  sourcesNamed(file: string): readonly SourceModel[] {
    return this.#named.get(file) ?? [];
  }

  /** The classes of this program with a name, whatever stands before it. */
  classesNamed(full: string): readonly ClassModel[] {
    return this.#classes.get(lastName(full)) ?? [];
  }

  /** A class of the program and what it is made from, the nearest first. */
  withBases(declared: ClassModel): ClassModel[] {
    const found = [declared];
    for (const known of found) {
      for (const base of known.bases) {
        for (const above of this.classesNamed(base)) if (!found.includes(above)) found.push(above);
      }
      if (found.length > 20) break;
    }
    return found;
  }

  /** Full names of what a class is made from and the program does not declare. */
  foreignBases(declared: ClassModel): string[] {
    return this.withBases(declared).flatMap((known) => {
      const source = this.#sourceOf.get(known);
      return known.bases
        .filter((base) => this.classesNamed(base).length === 0 || base.endsWith(`.${known.name}`))
        .map((base) => (source === undefined ? base : this.fullName(base, source)));
    });
  }

  methodsNamed(className: string, method: string): FunctionModel[] {
    return this.classesNamed(className)
      .flatMap((declared) => this.withBases(declared))
      .flatMap(({ methods }) => methods.filter(({ name }) => name === method))
      .slice(0, 4);
  }

  constructorsOf(className: string): FunctionModel[] {
    const simple = lastName(className);
    return ['__construct', '__init__', 'constructor', 'new', simple].flatMap((named) =>
      this.methodsNamed(className, named),
    );
  }

  /** Functions with a name: those of the source before those of others. */
  functionsNamed(named: string, source: SourceModel): readonly FunctionModel[] {
    const found = (this.#functions.get(lastName(named)) ?? []).filter(
      (declared) => languageOf(declared.source.path) === languageOf(source.path),
    );
    const near = found.filter((declared) => declared.source === source);
    return (near.length > 0 ? near : found).slice(0, 6);
  }
}

/** The parameters that a caller fills: without the object itself, where it stands among them. */
export function filledParameters({
  parameters,
}: FunctionModel): { readonly name: string; readonly index: number }[] {
  return parameters.map(({ name }, index) => ({ name, index })).filter(({ name }) => name !== self);
}

/** The class whose method a function is, or stands in. */
export function ownerOf(declared: FunctionModel): string | undefined {
  let known: FunctionModel | undefined = declared;
  while (known !== undefined && known.owner === undefined) known = known.around;
  return known?.owner;
}

/** What stands after the last dot. */
export function lastName(full: string): string {
  return full.slice(full.lastIndexOf('.') + 1);
}

function listed<Item>(lists: Map<string, Item[]>, key: string): Item[] {
  const known = lists.get(key);
  if (known !== undefined) return known;
  const list: Item[] = [];
  lists.set(key, list);
  return list;
}

/** What other sources import a file by. */
export function moduleName(path: string): string {
  return path.replace(/^.*[\\/]/, '').replace(/\.[cm]?[jt]sx?$/, '');
}
