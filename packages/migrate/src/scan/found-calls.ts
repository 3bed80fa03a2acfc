import { findMethod } from '@egoi-client/core';
import type { Argument, Expression, FunctionModel, SourceModel } from '../source/expression.ts';
import { type Evaluation, unknown } from './evaluate.ts';
import {
  confidenceOf,
  leastConfidence,
  type Reason,
  reasonsOfKeys,
  type Surroundings,
} from './evidence.ts';
import type { Wire } from './knowledge.ts';
import { keysByTurns, keysIn, methodNamed, parametersAmong } from './parameters.ts';

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
export interface Site {
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
export function onlyWire({ wires }: Passing): Wire | undefined {
  return wires.size === 1 ? [...wires][0] : undefined;
}

/** Gathers calls that were found, and functions that pass calls on. */
export class FoundCalls {
  readonly #evaluation: Evaluation;
  readonly #surroundings: Surroundings;
  /** By function and number of the parameter that names the method. */
  readonly #passing = new Map<FunctionModel, Map<number, Passing>>();
  /** Functions that call the method whose name they have. */
  readonly #carrying = new Map<FunctionModel, Passing>();
  #found = new Map<string, FoundCall>();
  #hasGrown = false;

  constructor(evaluation: Evaluation, surroundings: Surroundings) {
    this.#evaluation = evaluation;
    this.#surroundings = surroundings;
  }

  /** Forgets the calls, and keeps what was learnt of functions. */
  beginRound(): void {
    this.#found = new Map();
    this.#hasGrown = false;
  }

  /** Whether something was learnt of a function since the round began. */
  get hasGrown(): boolean {
    return this.#hasGrown;
  }

  /** What was found since the round began. */
  all(): FoundCall[] {
    return [...this.#found.values()];
  }

  /** What a function does with its parameters that name methods, by their numbers. */
  passingOf(declared: FunctionModel): ReadonlyMap<number, Passing> | undefined {
    return this.#passing.get(declared);
  }

  /** What is known of a function that calls the method whose name it has. */
  carryingOf(declared: FunctionModel): Passing | undefined {
    return this.#carrying.get(declared);
  }

  /** A call whose method an expression names: by a text, or by a parameter of the function around. */
  consider(naming: Expression, site: Site): void {
    for (const value of this.#evaluation.values(naming, site.around)) {
      if (value.type === 'parameter') this.#pass(value.declared, value.index, site);
      if (value.type === 'text' && value.text.length < 100 && !value.text.includes(unknown)) {
        if (methodNamed(value.text) !== undefined)
          this.add(value.text, value.source, value.at, site);
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

  /** A call whose method is known. */
  add(named: string, source: SourceModel, at: number, site: Site): void {
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
