import type {
  Argument,
  Expression,
  FunctionModel,
  MemberExpression,
} from '../source/expression.ts';
import { addressIn, fluentMethods, meaningOfType, speaksOfEgoi, type Wire } from './knowledge.ts';
import { lastName, type Program } from './program.ts';
import type { ClientValue, Value } from './values.ts';

/** Says what clients are made, and which service they speak to. */
export class ClientValues {
  readonly #program: Program;
  readonly #values: (expression: Expression, around: FunctionModel) => readonly Value[];

  /** @param values says what an expression may be */
  constructor(
    program: Program,
    values: (expression: Expression, around: FunctionModel) => readonly Value[],
  ) {
    this.#program = program;
    this.#values = values;
  }

  /** A client with what its arguments say of the service that it speaks to. */
  madeWith(
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

  /** `EgoiApiFactory::getApi(…)`, `SOAP::Lite->proxy(…)`: a client by way of another, or of its type. */
  byWayOf(callee: MemberExpression, args: readonly Argument[], around: FunctionModel): Value[] {
    const named = callee.name.kind === 'text' ? callee.name.text : '';
    if (!fluentMethods.test(named)) return [];
    return this.#values(callee.object, around).flatMap((value): Value[] => {
      if (value.type === 'client') return [this.madeWith(value.grounds, value.wire, args, around)];
      if (value.type === 'invoker') return [value];
      if (value.type !== 'class' && value.type !== 'object') return [];
      if (this.#program.methodsNamed(value.full, named).length > 0) return [];
      const typed = args
        .flatMap((arg) => this.#values(arg.value, around))
        .filter(({ type }) => type === 'object' || type === 'client');
      const meaning = meaningOfType(value.full);
      if (meaning === undefined) return [];
      const known =
        meaning.kind === 'wrapper'
          ? (meaning.wire ?? protocolIn(args))
          : meaning.kind === 'generic'
            ? meaning.wire
            : undefined;
      return [this.madeWith(meaning.kind, known, args, around), ...typed];
    });
  }

  #textsWithin(expression: Expression, around: FunctionModel, depth: number): string[] {
    const values = this.#values(expression, around);
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
}

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
