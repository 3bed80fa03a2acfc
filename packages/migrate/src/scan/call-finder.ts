import type {
  CallExpression,
  Expression,
  FunctionModel,
  SourceModel,
} from '../source/expression.ts';
import { ClientCalls } from './client-calls.ts';
import type { Evaluation } from './evaluate.ts';
import { Surroundings } from './evidence.ts';
import { FormCalls } from './form-calls.ts';
import { type FoundCall, FoundCalls } from './found-calls.ts';
import { visit } from './visit.ts';
import { WrapperCalls } from './wrapper-calls.ts';
import { WrittenCalls } from './written-calls.ts';

/** Finds calls in a program; what it learns in one round of functions that pass calls on helps in the next. */
export class CallFinder {
  readonly #evaluation: Evaluation;
  readonly #calls: FoundCalls;
  readonly #wrappers: WrapperCalls;
  readonly #clients: ClientCalls;
  readonly #forms: FormCalls;
  readonly #written: WrittenCalls;

  constructor(evaluation: Evaluation) {
    const surroundings = new Surroundings();
    this.#evaluation = evaluation;
    this.#calls = new FoundCalls(evaluation, surroundings);
    this.#wrappers = new WrapperCalls(evaluation, this.#calls);
    this.#clients = new ClientCalls(evaluation, surroundings, this.#calls, this.#wrappers);
    this.#forms = new FormCalls(evaluation, surroundings, this.#calls);
    this.#written = new WrittenCalls(evaluation, surroundings, this.#calls, this.#forms);
  }

  /**
   * @param goOn says before each function whether there is time for it
   * @returns whether anything was learnt that another round could use
   */
  round(goOn: () => boolean): boolean {
    this.#evaluation.beginRound();
    this.#calls.beginRound();
    for (const source of this.#evaluation.program.sources) {
      if (!goOn()) break;
      for (const declared of source.functions) {
        if (!goOn()) break;
        for (const statement of declared.body)
          visit(statement, (part) => this.#see(part, declared));
      }
      this.#seeFields(source);
    }
    return this.#calls.hasGrown;
  }

  /** What the last round found. */
  found(): FoundCall[] {
    return this.#calls.all();
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
        this.#clients.seeComposed(full, part.args, around);
        this.#forms.seePair(part.args, around);
        return;
      }
      case 'entries':
        this.#forms.seeEntries(part, around);
        return;
      case 'assignment':
        this.#forms.seeAssignment(part, around);
        return;
      case 'text':
        this.#written.seeText(part.text, part.at, [part], around);
        return;
      case 'joined':
        this.#written.seeJoined(part.parts, part.at, around);
        return;
      default:
    }
  }

  #seeCall(call: CallExpression, around: FunctionModel): void {
    const { callee, args } = call;
    this.#clients.seeComposed(this.#evaluation.calledName(callee, around), args, around);
    this.#forms.seePair(args, around);
    this.#wrappers.seePassing(call, around);
    this.#forms.seeNamedArguments(args, around);
    if (callee.kind === 'member') {
      const objects = this.#evaluation.values(callee.object, around);
      this.#clients.seeInvoker(objects, args, around);
      this.#forms.seeAppended(callee, args, around);
      this.#clients.seeMemberCall(callee, objects, args, around);
    } else if (callee.kind === 'name')
      this.#clients.seeInvoker(this.#evaluation.values(callee, around), args, around);
  }
}
