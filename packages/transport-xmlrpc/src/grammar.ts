import { scalarTypes } from './scalars.ts';

/** What may stand in an element. */
export interface ElementRule {
  readonly children: ReadonlySet<string>;
  readonly mostChildren: number;
  /** Whether text other than white space may stand in it. */
  readonly holdsText: boolean;
}

function rule(children: Iterable<string>, mostChildren: number, holdsText = false): ElementRule {
  return { children: new Set(children), mostChildren, holdsText };
}

const rules: ReadonlyMap<string, ElementRule> = new Map([
  ['methodCall', rule(['methodName', 'params'], 2)],
  ['methodResponse', rule(['params', 'fault'], 1)],
  ['params', rule(['param'], Number.POSITIVE_INFINITY)],
  ['param', rule(['value'], 1)],
  ['fault', rule(['value'], 1)],
  ['value', rule([...scalarTypes, 'struct', 'array'], 1, true)],
  ['struct', rule(['member'], Number.POSITIVE_INFINITY)],
  ['member', rule(['name', 'value'], 2)],
  ['array', rule(['data'], 1)],
  ['data', rule(['value'], Number.POSITIVE_INFINITY)],
]);

const leafRule = rule([], 0, true);

/** What may stand in the document itself. */
export const documentRule = rule(['methodCall', 'methodResponse'], 1);

/** The rule of an element: names, scalars and the method's name hold text alone. Source: XML-RPC specification. */
export function ruleOf(element: string): ElementRule {
  return rules.get(element) ?? leafRule;
}
