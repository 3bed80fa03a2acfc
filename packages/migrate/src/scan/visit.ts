import type { Expression } from '../source/expression.ts';

/** Goes through an expression and all parts of it; bodies of functions are gone through by themselves. */
export function visit(expression: Expression, see: (part: Expression) => void): void {
  const waiting = [expression];
  for (let part = waiting.pop(); part !== undefined; part = waiting.pop()) {
    see(part);
    waiting.push(...partsOf(part).toReversed());
  }
}

function partsOf(expression: Expression): Expression[] {
  switch (expression.kind) {
    case 'text':
    case 'name':
    case 'function':
      return [];
    case 'joined':
    case 'any of':
      return [...expression.parts];
    case 'member':
      return [expression.object, expression.name];
    case 'call':
      return [expression.callee, ...expression.args.map(({ value }) => value)];
    case 'creation':
      return expression.args.map(({ value }) => value);
    case 'entries':
      return expression.entries.flatMap(({ key, value }) =>
        key === undefined ? [value] : [key, value],
      );
    default:
      return [expression.target, expression.value];
  }
}
