import type {
  Argument,
  Expression,
  FunctionModel,
  MemberExpression,
} from '../source/expression.ts';
import type { Evaluation } from './evaluate.ts';
import { type Reason, reasonOf, type Surroundings } from './evidence.ts';
import type { FoundCalls } from './found-calls.ts';
import { composedBy, invokingVerbs } from './knowledge.ts';
import { methodNamed } from './parameters.ts';
import { bestClient, reasonsOfReceiver, wireOf } from './receivers.ts';
import type { Value } from './values.ts';
import type { WrapperCalls } from './wrapper-calls.ts';

/** Finds calls that a client of a protocol, or one made for E-goi, makes. */
export class ClientCalls {
  readonly #evaluation: Evaluation;
  readonly #surroundings: Surroundings;
  readonly #calls: FoundCalls;
  readonly #wrappers: WrapperCalls;

  constructor(
    evaluation: Evaluation,
    surroundings: Surroundings,
    calls: FoundCalls,
    wrappers: WrapperCalls,
  ) {
    this.#evaluation = evaluation;
    this.#surroundings = surroundings;
    this.#calls = calls;
    this.#wrappers = wrappers;
  }

  /** `client.call("addSubscriber", …)`, `client.addSubscriber(…)`. @param objects what the method is called on */
  seeMemberCall(
    callee: MemberExpression,
    objects: readonly Value[],
    args: readonly Argument[],
    around: FunctionModel,
  ): void {
    const reasons = reasonsOfReceiver(callee.object, objects, around, this.#evaluation);
    if (callee.name.kind !== 'text') {
      if (reasons !== undefined) {
        this.#calls.consider(callee.name, { around, args, wire: wireOf(objects), reasons });
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
      this.#calls.consider(naming, { around, args: others, wire: wireOf(objects), reasons });
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
        return this.#wrappers.seeDeclared(declared, named, callee.name.at, args, around);
      if (this.#wrappers.seeMagic(own, callee, args, around)) return;
    }
    const reasons = reasonsOfReceiver(callee.object, objects, around, this.#evaluation);
    if (reasons === undefined) return;
    this.#calls.consider(callee.name, { around, args, wire: client?.wire, reasons });
  }

  /** A call of a method that was taken from its client before. */
  seeInvoker(values: readonly Value[], args: readonly Argument[], around: FunctionModel): void {
    const [first, ...others] = args;
    if (first === undefined) return;
    for (const value of values) {
      if (value.type !== 'invoker' || value.client.grounds === 'other service') continue;
      const { grounds, wire } = value.client;
      this.#calls.consider(first.value, {
        around,
        args: others,
        wire,
        reasons: [reasonOf(grounds)],
      });
    }
  }

  /** `new xmlrpcmsg("addSubscriber", …)`, `xmlrpc.client.dumps(params, "addSubscriber")`. */
  seeComposed(full: string, args: readonly Argument[], around: FunctionModel): void {
    const composed = composedBy(full);
    const naming = composed === undefined ? undefined : args[composed.argument];
    if (composed === undefined || naming === undefined) return;
    const others = args.filter((arg) => arg !== naming);
    const reasons: Reason[] = ['client of the protocol', ...this.#surroundings.ofForm(around)];
    this.#calls.consider(naming.value, { around, args: others, wire: composed.wire, reasons });
  }
}

/** `new QName(NAMESPACE, "addSubscriber")` names what its last argument does. */
function namingParts(expression: Expression): readonly Expression[] {
  return expression.kind === 'creation' ? expression.args.map(({ value }) => value) : [expression];
}
