import { isDeepStrictEqual } from 'node:util';
import type { MethodName } from '@egoi-client/core';
import {
  lossesOf,
  type LossEffects,
  type MethodLoss,
  translationOf,
} from '@egoi-client/transport-v3';
import type { CaseOutcome } from '../run-case.ts';
import { distinct, namesMissing, valuesNamed, withoutNamed } from './reduced-values.ts';
import * as showings from './showings.ts';
import type { TracedCall, TracedRun } from './traced-run.ts';

/** A case by both APIs. */
export interface ComparedRuns {
  /** Whose calls went over API v3; those of any other went over API v2, to the same account. */
  readonly method: MethodName;
  /** Over API v2 alone, without the parameters that have no effect over API v3. */
  readonly overV2: TracedRun;
  readonly overV3: TracedRun;
  /** The calls over API v3 that left work waiting for its turn, by their place in the case. */
  readonly leftWork: ReadonlySet<number>;
}

/** What two runs differ in. */
export interface Difference {
  /** What no declared loss explains, and what is said to be lost and arrived. */
  readonly problems: readonly string[];
  /** Each way in which a loss showed, as `method.loss: showing`. */
  readonly showings: ReadonlySet<string>;
  /** Whether a call was refused, as its method declares. */
  readonly isRefused: boolean;
}

/** Compares two runs of a case call by call, in all that the losses of its method do not name. */
export function compareRuns(runs: ComparedRuns): Difference {
  return new Comparison(runs).result();
}

interface Answers {
  readonly overV2: unknown;
  readonly overV3: unknown;
}

class Comparison {
  readonly #runs: ComparedRuns;
  readonly #problems: string[] = [];
  readonly #showings = new Set<string>();
  /** Fields that losses of earlier calls have changed in the account. */
  readonly #changed = new Map<string, MethodLoss>();
  /** Rows of all pages together, of a method that leaves some out: that moves the others. */
  readonly #rows = { overV2: [] as unknown[], overV3: [] as unknown[] };
  #isRefused = false;

  constructor(runs: ComparedRuns) {
    this.#runs = runs;
  }

  result(): Difference {
    const { overV2, overV3 } = this.#runs;
    const count = Math.max(overV2.calls.length, overV3.calls.length);
    for (let place = 0; place < count && this.#compareCall(place); place += 1);
    if (!isDeepStrictEqual(this.#rows.overV2, this.#rows.overV3)) {
      this.#problems.push(`rows of all pages: ${difference(this.#rows)}`);
    }
    const [problems, seen] = [this.#problems, this.#showings];
    return { problems, showings: seen, isRefused: this.#isRefused };
  }

  /** @returns whether the calls after it can be compared */
  #compareCall(place: number): boolean {
    const { method, overV2, overV3, leftWork } = this.#runs;
    const [before, after] = [overV2.calls[place], overV3.calls[place]];
    if (before === undefined || after === undefined) {
      this.#problems.push(`call ${place + 1} was made over one API alone`);
      return false;
    }
    const isOverV3 = after.method === method;
    if (isOverV3 && kindOf(after.outcome) === 'unsupported') {
      this.#isRefused = true;
      if (!isDeclaredRefusal(after)) this.#problems.push(`${nameOf(after)} was refused`);
      return false;
    }
    const told = isOverV3 ? this.#toldLosses(after) : [];
    if (leftWork.has(place)) {
      for (const loss of told.filter(({ kind }) => kind === 'later')) {
        this.#show(loss, showings.doneLater);
      }
    }
    if (kindOf(after.outcome) === 'input') {
      this.#problems.push(`${nameOf(after)} is a call that the client refuses`);
      return false;
    }
    const endings = [endingOf(before.outcome), endingOf(after.outcome)] as const;
    if (endings[0] !== endings[1]) {
      const loss = isOverV3 ? this.#lossWithEnding(after, endings) : undefined;
      if (loss === undefined) this.#differs(after, before.outcome, after.outcome);
      else this.#show(loss, showings.otherEnding(endings));
      return false;
    }
    if ('value' in before.outcome && 'value' in after.outcome) {
      const answers = { overV2: before.outcome.value, overV3: after.outcome.value };
      this.#compareAnswers(after, answers, told);
    } else if (!isDeepStrictEqual(before.outcome, after.outcome)) {
      this.#differs(after, before.outcome, after.outcome);
    }
    return true;
  }

  #toldLosses(call: TracedCall): MethodLoss[] {
    return call.losses.flatMap((loss) => {
      const declared = showings.declaredLoss(call.method, loss);
      if (declared === undefined) this.#problems.push(`${call.method} declares no ${loss.name}`);
      return declared ?? [];
    });
  }

  /** A call that ends in an error tells no losses: any that its method declares may be why, a parameter of the call first. */
  #lossWithEnding(call: TracedCall, endings: readonly [string, string]): MethodLoss | undefined {
    const possible = lossesOf(this.#runs.method).filter((loss) =>
      effectsOf(loss).endings?.some((one) => isDeepStrictEqual(one, endings)),
    );
    return possible.find(({ name }) => Object.hasOwn(call.params, name)) ?? possible[0];
  }

  #compareAnswers(call: TracedCall, answers: Answers, told: readonly MethodLoss[]): void {
    const names = new Set([
      ...told.flatMap((loss) => this.#missingFields(call, answers, loss)),
      ...this.#otherFields(answers, told),
    ]);
    const leaving = told.filter((loss) => effectsOf(loss).leftOut !== undefined);
    const overV2 = withoutNamed(this.#keptRows(answers.overV2, leaving), names);
    const overV3 = withoutNamed(answers.overV3, names);
    if (leaving.length > 0 && Array.isArray(overV2) && Array.isArray(overV3)) {
      this.#rows.overV2.push(...(overV2 as unknown[]));
      this.#rows.overV3.push(...(overV3 as unknown[]));
      return;
    }
    if (isDeepStrictEqual(overV2, overV3)) return;
    if (this.#isOneRecord(overV2, overV3, told) || this.#hasFurther(overV2, overV3, told)) return;
    this.#differs(call, overV2, overV3);
  }

  /** Names of the fields of a loss, of which none may have arrived. */
  #missingFields(call: TracedCall, { overV2, overV3 }: Answers, loss: MethodLoss): string[] {
    const { kind, name } = loss;
    if (kind !== 'field') return [];
    // Of a name that stands for several, those alone are lost that did not arrive.
    const names = name.endsWith('_') ? namesMissing(overV2, overV3, name) : [name];
    for (const one of names) {
      if (valuesNamed(overV3, one).length > 0) {
        this.#problems.push(`${nameOf(call)}: ${one} is said to be lost, and arrived`);
      } else if (valuesNamed(overV2, one).length > 0) {
        this.#show(loss, showings.missingField(name));
      }
    }
    return names;
  }

  /** Names of the fields that may be others: in this answer, and in those that come after a change of the account. */
  #otherFields({ overV2, overV3 }: Answers, told: readonly MethodLoss[]): string[] {
    for (const loss of told) {
      for (const name of effectsOf(loss).fields ?? []) this.#changed.set(name, loss);
    }
    const own = told.filter(({ kind, effects }) => kind === 'approximate' && effects === undefined);
    const others = [...this.#changed, ...own.map((loss) => [loss.name, loss] as const)];
    for (const [name, loss] of others) {
      if (!isDeepStrictEqual(valuesNamed(overV2, name), valuesNamed(overV3, name))) {
        this.#show(loss, showings.otherField(name));
      }
    }
    return others.map(([name]) => name);
  }

  #keptRows(rows: unknown, leaving: readonly MethodLoss[]): unknown {
    if (!Array.isArray(rows)) return rows;
    return rows.filter((row: Readonly<Record<string, unknown>>) =>
      leaving.every((loss) => this.#keeps(loss, row)),
    );
  }

  #keeps(loss: MethodLoss, row: Readonly<Record<string, unknown>>): boolean {
    const left = Object.entries(effectsOf(loss).leftOut ?? {}).find(([field, values]) =>
      values.includes(String(row[field])),
    );
    if (left === undefined) return true;
    const [field] = left;
    this.#show(loss, showings.leftOutRecord(field, String(row[field])));
    return false;
  }

  #isOneRecord(overV2: unknown, overV3: unknown, told: readonly MethodLoss[]): boolean {
    const loss = told.find((one) => effectsOf(one).isOneRecord === true);
    if (loss === undefined || !Array.isArray(overV2) || !Array.isArray(overV3)) return false;
    const records = distinct(overV2);
    if (overV3.length !== 1 || records.length > 1) return false;
    this.#show(loss, showings.oneRecord);
    return records.length === 0 || isDeepStrictEqual(records, overV3);
  }

  #hasFurther(overV2: unknown, overV3: unknown, told: readonly MethodLoss[]): boolean {
    const loss = told.find((one) => effectsOf(one).hasFurtherRecords === true);
    if (loss === undefined || !Array.isArray(overV2) || !Array.isArray(overV3)) return false;
    const shared = overV3.filter((record) => overV2.some((one) => isDeepStrictEqual(one, record)));
    this.#show(loss, showings.furtherRecords);
    return isDeepStrictEqual(overV2, shared);
  }

  #show({ name }: MethodLoss, showing: showings.Showing): void {
    this.#showings.add(`${this.#runs.method}.${name}: ${showing}`);
  }

  #differs(call: TracedCall, overV2: unknown, overV3: unknown): void {
    this.#problems.push(`${nameOf(call)}: ${difference({ overV2, overV3 })}`);
  }
}

function effectsOf({ effects = {} }: MethodLoss): LossEffects {
  return effects === 'unseen' ? {} : effects;
}

/** Whether a method is refused as a whole, or for a login that it declares to be lost. */
function isDeclaredRefusal({ method, isLogin }: TracedCall): boolean {
  const name = method as MethodName;
  if (translationOf(name).verdict === 'refused') return true;
  return isLogin && lossesOf(name).some((loss) => loss.name === 'username');
}

function kindOf(outcome: CaseOutcome): unknown {
  return 'error' in outcome ? outcome.error['kind'] : 'answer';
}

/** `answer`, a code, or the kind of any other error. */
function endingOf(outcome: CaseOutcome): string {
  if ('value' in outcome) return 'answer';
  return String(outcome.error['code'] ?? outcome.error['kind']);
}

function nameOf({ method, params }: TracedCall): string {
  return `${method} ${shown(params)}`;
}

function difference({ overV2, overV3 }: Answers): string {
  return `${shown(overV2)} over API v2, ${shown(overV3)} over API v3`;
}

function shown(value: unknown): string {
  return (JSON.stringify(value) ?? 'nothing').slice(0, 400);
}
