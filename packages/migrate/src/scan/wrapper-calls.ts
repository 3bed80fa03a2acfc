import type {
  Argument,
  CallExpression,
  FunctionModel,
  MemberExpression,
} from '../source/expression.ts';
import type { Evaluation } from './evaluate.ts';
import type { Reason } from './evidence.ts';
import { type FoundCalls, onlyWire } from './found-calls.ts';
import { methodNamed } from './parameters.ts';
import { filledParameters } from './program.ts';
import type { Value } from './values.ts';

/** Finds calls by way of functions and classes of the program that pass them on. */
export class WrapperCalls {
  readonly #evaluation: Evaluation;
  readonly #calls: FoundCalls;

  constructor(evaluation: Evaluation, calls: FoundCalls) {
    this.#evaluation = evaluation;
    this.#calls = calls;
  }

  /** A method of the program that has the name of one of the API: a call where it passes it on. */
  seeDeclared(
    declared: readonly FunctionModel[],
    named: string,
    at: number,
    args: readonly Argument[],
    around: FunctionModel,
  ): void {
    for (const one of declared) {
      const carried = this.#calls.carryingOf(one);
      if (carried === undefined) continue;
      const reasons: Reason[] = ['class that passes calls on', ...carried.reasons];
      this.#calls.add(named, around.source, at, { around, args, wire: onlyWire(carried), reasons });
    }
  }

  /** `__call`, `__getattr__` and their like. */
  seeMagic(
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
      const passing = this.#calls.passingOf(declared)?.get(index);
      if (passing === undefined) continue;
      const reasons: Reason[] = ['class that passes calls on', ...passing.reasons];
      this.#calls.consider(callee.name, { around, args, wire: onlyWire(passing), reasons });
      return true;
    }
    return false;
  }

  /** A call of a function that passes on the method which one of its arguments names. */
  seePassing({ callee, args }: CallExpression, around: FunctionModel): void {
    for (const value of this.#evaluation.values(callee, around)) {
      if (value.type !== 'function') continue;
      const { declared } = value;
      for (const [index, passing] of this.#calls.passingOf(declared) ?? []) {
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
        this.#calls.consider(naming.value, site);
      }
      const spec = declared.name === '' ? undefined : methodNamed(declared.name);
      if (spec !== undefined && callee.kind === 'name') {
        this.seeDeclared([declared], declared.name, callee.at, args, around);
      }
    }
  }
}
