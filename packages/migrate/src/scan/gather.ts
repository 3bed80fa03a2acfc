import type {
  AssignmentExpression,
  CallExpression,
  CreationExpression,
  Expression,
  FunctionModel,
  SourceModel,
} from '../source/expression.ts';
import { self } from '../source/expression.ts';
import type { Evaluation } from './evaluate.ts';
import { addressIn, madeBy } from './knowledge.ts';
import { lastName, moduleName, ownerOf } from './program.ts';
import { answerSlot, fieldSlot, variableSlot } from './slots.ts';
import type { Value } from './values.ts';
import { visit } from './visit.ts';

/**
 * Notes what variables, fields, parameters and answers may hold, once over the whole program.
 *
 * @param goOn says before each function whether there is time for it
 */
export function gather(evaluation: Evaluation, goOn: () => boolean): void {
  evaluation.beginRound();
  for (const source of evaluation.program.sources) {
    if (!goOn()) return;
    gatherFields(source, evaluation);
    for (const declared of source.functions) {
      if (goOn()) gatherFunction(declared, evaluation);
    }
  }
}

function gatherFields(source: SourceModel, evaluation: Evaluation): void {
  const [main] = source.functions;
  for (const { name: className, fields, methods } of source.classes) {
    const around = methods[0] ?? main;
    for (const { name, value } of fields) {
      if (value === undefined || around === undefined) continue;
      evaluation.slots.add(fieldSlot(className, name), evaluation.values(value, around));
    }
  }
}

function gatherFunction(declared: FunctionModel, evaluation: Evaluation): void {
  for (const { name, value } of declared.parameters) {
    if (value === undefined) continue;
    evaluation.slots.add(variableSlot(declared, name), evaluation.values(value, declared));
  }
  for (const statement of declared.body) {
    visit(statement, (part) => {
      if (part.kind === 'assignment') gatherAssignment(part, declared, evaluation);
      else if (part.kind === 'call') gatherCall(part, declared, evaluation);
      else if (part.kind === 'creation') gatherCreation(part, declared, evaluation);
    });
  }
  for (const returned of declared.returned) {
    evaluation.slots.add(answerSlot(declared), evaluation.values(returned, declared));
  }
}

function gatherAssignment(
  { target, value }: AssignmentExpression,
  around: FunctionModel,
  evaluation: Evaluation,
): void {
  const values = evaluation.values(value, around);
  if (values.length > 0) assign(target, values, around, evaluation);
  if (target.kind === 'member' && target.name.kind === 'text') {
    assign(target.object, [{ type: 'key', key: target.name.text }], around, evaluation);
  }
}

function assign(
  target: Expression,
  values: readonly Value[],
  around: FunctionModel,
  evaluation: Evaluation,
): void {
  const { slots } = evaluation;
  switch (target.kind) {
    case 'name': {
      slots.add(variableSlot(around, target.name), values);
      for (let scope = around.around; scope !== undefined; scope = scope.around) {
        const slot = variableSlot(scope, target.name);
        if (slots.has(slot)) slots.add(slot, values);
      }
      if (around.name === '' && around.around === undefined)
        slots.add(`constant ${target.name}`, values);
      // A field, where the language lets it stand without the object.
      const owner = ownerOf(around);
      const isField =
        owner !== undefined &&
        evaluation.program
          .classesNamed(owner)
          .some(({ fields }) => fields.some(({ name }) => name === target.name));
      if (isField) slots.add(fieldSlot(owner, target.name), values);
      return;
    }
    case 'member':
      if (target.name.kind === 'text')
        assignMember(target.object, target.name.text, values, around, evaluation);
      return;
    case 'entries':
      for (const { value } of target.entries) assign(value, values, around, evaluation);
      return;
    case 'any of':
      for (const part of target.parts) assign(part, values, around, evaluation);
      return;
    default:
  }
}

function assignMember(
  object: Expression,
  named: string,
  values: readonly Value[],
  around: FunctionModel,
  { slots }: Evaluation,
): void {
  const isModule = object.kind === 'name' && object.name === 'module' && named === 'exports';
  if (isModule) slots.add(`module ${moduleName(around.source.path)}`, values);
  const owner = ownerOf(around);
  if (object.kind === 'name' && object.name === self && owner !== undefined) {
    slots.add(fieldSlot(owner, named), values);
  }
  if (object.kind === 'name' && /^[A-Z]/.test(object.name)) {
    slots.add(fieldSlot(lastName(object.name), named), values);
  }
}

const writingVerbs = /^(put|add|append|set|Add|Append|Set|setdefault|TryAdd|push)$/;

function gatherCall(
  { callee, args }: CallExpression,
  around: FunctionModel,
  evaluation: Evaluation,
): void {
  const { slots } = evaluation;
  const owner = ownerOf(around);
  const [first, second] = args;
  if (
    callee.kind === 'name' &&
    callee.name === 'define' &&
    first?.value.kind === 'text' &&
    second !== undefined
  ) {
    slots.add(`constant ${first.value.text}`, evaluation.values(second.value, around));
  }
  const called = evaluation.values(callee, around);
  for (const value of called) {
    if (value.type === 'function') evaluation.bind(value.declared, args, around);
    if (value.type === 'class') bindConstructor(value.full, args, around, evaluation);
  }
  if (callee.kind === 'name' && callee.name === self && owner !== undefined) {
    noteBase(owner, args, around, evaluation);
  }
  if (callee.kind !== 'member' || callee.name.kind !== 'text') {
    bindCallback(
      evaluation.values({ kind: 'call', callee, args, at: callee.at }, around),
      args,
      around,
      evaluation,
    );
    return;
  }
  const named = callee.name.text;
  const isConstructor = /^(__construct|__init__|constructor|new)$/.test(named);
  if (isConstructor && owner !== undefined) noteBase(owner, args, around, evaluation);
  if (writingVerbs.test(named) && first?.value.kind === 'text') {
    assign(callee.object, [{ type: 'key', key: first.value.text }], around, evaluation);
  }
  const objects = evaluation.values(callee.object, around);
  const isMaker = madeBy(evaluation.calledName(callee, around)) !== undefined;
  bindCallback(
    isMaker ? evaluation.values({ kind: 'call', callee, args, at: callee.at }, around) : objects,
    args,
    around,
    evaluation,
  );
  noteAddress(callee.object, objects, args, around, evaluation);
}

/** `createClient(address, (error, client) => …)`, `made.then((client) => …)`. */
function bindCallback(
  values: readonly Value[],
  args: CallExpression['args'],
  around: FunctionModel,
  evaluation: Evaluation,
): void {
  const clients = values.filter(({ type }) => type === 'client');
  if (clients.length === 0) return;
  for (const { value } of args) {
    for (const passed of evaluation.values(value, around)) {
      if (passed.type !== 'function' || passed.declared.name !== '') continue;
      const parameter = passed.declared.parameters.at(
        passed.declared.parameters.length > 1 ? 1 : 0,
      );
      if (parameter !== undefined)
        evaluation.slots.add(variableSlot(passed.declared, parameter.name), clients);
    }
  }
}

/** `call.setTargetEndpointAddress(…)`: a client that is told its address later. */
function noteAddress(
  object: Expression,
  values: readonly Value[],
  args: CallExpression['args'],
  around: FunctionModel,
  evaluation: Evaluation,
): void {
  if (!values.some((value) => value.type === 'client' && value.grounds === 'generic')) return;
  for (const { value } of args) {
    for (const { text } of evaluation.textsOf(value, around)) {
      const meaning = addressIn(text);
      if (meaning === undefined || meaning === 'other service') continue;
      assign(
        object,
        [{ type: 'client', grounds: 'address', wire: meaning.wire }],
        around,
        evaluation,
      );
    }
  }
}

function gatherCreation(
  { type, args }: CreationExpression,
  around: FunctionModel,
  evaluation: Evaluation,
): void {
  bindConstructor(evaluation.program.fullName(type, around.source), args, around, evaluation);
}

function bindConstructor(
  full: string,
  args: CallExpression['args'],
  around: FunctionModel,
  evaluation: Evaluation,
): void {
  if (evaluation.program.classesNamed(full).length === 0) return;
  for (const declared of evaluation.program.constructorsOf(full))
    evaluation.bind(declared, args, around);
  noteBase(lastName(full), args, around, evaluation);
}

/** What a class hands to the client that it is made from. */
function noteBase(
  className: string,
  args: CallExpression['args'],
  around: FunctionModel,
  evaluation: Evaluation,
): void {
  for (const declared of evaluation.program.classesNamed(className)) {
    for (const base of evaluation.program.foreignBases(declared)) {
      const made = evaluation
        .values({ kind: 'creation', type: base, args, at: 0 }, around)
        .filter((value) => value.type === 'client' && value.grounds !== 'named');
      evaluation.slots.add(`base of ${className}`, made);
    }
  }
}
