import type {
  Argument,
  AssignmentExpression,
  EntriesExpression,
  FunctionModel,
  MemberExpression,
} from '../source/expression.ts';
import type { Evaluation } from './evaluate.ts';
import type { Reason, Surroundings } from './evidence.ts';
import type { FoundCalls } from './found-calls.ts';
import { isAddress } from './knowledge.ts';
import { ownerOf } from './program.ts';

/** Finds calls by a form of an HTTP request, of which one field names the method. */
export class FormCalls {
  readonly #evaluation: Evaluation;
  readonly #surroundings: Surroundings;
  readonly #calls: FoundCalls;

  constructor(evaluation: Evaluation, surroundings: Surroundings, calls: FoundCalls) {
    this.#evaluation = evaluation;
    this.#surroundings = surroundings;
    this.#calls = calls;
  }

  /** `call(method="getLists")`. */
  seeNamedArguments(args: readonly Argument[], around: FunctionModel): void {
    for (const { name, value } of args) {
      if (name === 'method')
        this.#calls.consider(value, { around, args, wire: 'rest', reasons: this.reasons(around) });
    }
  }

  /** `form.method = "getLists"`. */
  seeAssignment(part: AssignmentExpression, around: FunctionModel): void {
    if (
      part.target.kind === 'member' &&
      part.target.name.kind === 'text' &&
      part.target.name.text === 'method'
    ) {
      const args = [{ value: part.target.object }];
      const reasons = this.reasons(around);
      this.#calls.consider(part.value, { around, args, wire: 'rest', reasons });
    }
  }

  /** `put("method", "getLists")`. */
  seePair(args: readonly Argument[], around: FunctionModel): void {
    const [first, second] = args;
    if (second === undefined || first?.value.kind !== 'text' || first.value.text !== 'method')
      return;
    this.#calls.consider(second.value, {
      around,
      args: [],
      wire: 'rest',
      reasons: this.reasons(around),
    });
  }

  /** `{ method: "getLists" }`, `[("method", "getLists")]`. */
  seeEntries(entries: EntriesExpression, around: FunctionModel): void {
    for (const { key, value } of entries.entries) {
      if (key?.kind !== 'text' || key.text !== 'method') continue;
      const args = [{ value: entries }];
      this.#calls.consider(value, { around, args, wire: 'rest', reasons: this.reasons(around) });
    }
    const [first, second] = entries.entries;
    const isPair =
      entries.entries.length === 2 && first?.key === undefined && second?.key === undefined;
    if (isPair && first !== undefined && second !== undefined) {
      this.seePair([{ value: first.value }, { value: second.value }], around);
    }
  }

  /** `append("method=").append(method)`. */
  seeAppended(
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
    this.#calls.consider(first.value, {
      around,
      args: [],
      wire: 'rest',
      reasons: this.reasons(around),
    });
  }

  /** Why a form or a text that a function puts together may be for E-goi. */
  reasons(around: FunctionModel): Reason[] {
    const reasons = this.#surroundings.ofForm(around);
    const owner = ownerOf(around);
    const fields = owner === undefined ? [] : this.#evaluation.program.classesNamed(owner);
    const hasField = fields.some((declared) =>
      declared.fields.some(({ name }) =>
        this.#evaluation.declarations
          .field(declared.name, name)
          .some((value) => value.type === 'text' && isAddress(value.text)),
      ),
    );
    return hasField ? [...reasons, 'address in the function'] : [...reasons];
  }
}
