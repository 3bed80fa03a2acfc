import type { XmlAttributes, XmlName } from '@egoi-client/xml';
import { extensionNamespace, type ScalarReader, scalarReaders } from './scalars.ts';

const names = [
  'methodCall',
  'methodResponse',
  'methodName',
  'params',
  'param',
  'fault',
  'value',
  'struct',
  'member',
  'name',
  'array',
  'data',
  'scalar',
] as const;

/** The elements of XML-RPC; all scalars are one. */
type ElementName = (typeof names)[number];

/** What an element is, and what may stand in it. */
export interface ElementRule {
  readonly element: ElementName | 'document';
  /** How messages call it. */
  readonly place: string;
  /** One bit of its own, and those of the elements that may stand in it. */
  readonly bit: number;
  readonly children: number;
  readonly mostChildren: number;
  /** Whether text other than white space may stand in it. */
  readonly holdsText: boolean;
  /** Reads the text of a scalar. */
  readonly read: ScalarReader | undefined;
}

const many = Number.POSITIVE_INFINITY;

/** What may stand in the document itself. */
export const documentRule: ElementRule = {
  element: 'document',
  place: 'the document',
  bit: 0,
  children: bitsOf(['methodCall', 'methodResponse']),
  mostChildren: 1,
  holdsText: false,
  read: undefined,
};

// Source: XML-RPC specification.
const rules: ReadonlyMap<string, ElementRule> = new Map([
  rule('methodCall', ['methodName', 'params'], 2),
  rule('methodResponse', ['params', 'fault'], 1),
  rule('methodName', [], 0, true),
  rule('params', ['param'], many),
  rule('param', ['value'], 1),
  rule('fault', ['value'], 1),
  rule('value', ['scalar', 'struct', 'array'], 1, true),
  rule('struct', ['member'], many),
  rule('member', ['name', 'value'], 2),
  rule('name', [], 0, true),
  rule('array', ['data'], 1),
  rule('data', ['value'], many),
  ...[...scalarReaders].map(([type, read]) => scalar(type, read)),
]);

/** The rule of an element, found once for all that are written alike; `undefined` for a foreign one. */
export function ruleOf(
  { uri, local }: XmlName,
  attributes: XmlAttributes,
): ElementRule | undefined {
  const known = attributes.memo as ElementRule | undefined;
  if (known !== undefined) return known;
  const found = rules.get(local);
  const isForeign = uri !== '' && (uri !== extensionNamespace || found?.read === undefined);
  attributes.memo = isForeign ? undefined : found;
  attributes.role = isForeign ? undefined : roleOf(found);
  return isForeign ? undefined : found;
}

function roleOf(found: ElementRule | undefined): XmlAttributes['role'] {
  if (found?.element === 'name') return 'label';
  return found?.read === undefined ? undefined : 'leaf';
}

function rule(
  element: ElementName,
  children: readonly ElementName[],
  mostChildren: number,
  holdsText = false,
): readonly [string, ElementRule] {
  const place = `<${element}>`;
  const [bit, inside] = [bitsOf([element]), bitsOf(children)];
  return [
    element,
    { element, place, bit, children: inside, mostChildren, holdsText, read: undefined },
  ];
}

function scalar(type: string, read: ScalarReader): readonly [string, ElementRule] {
  const [, base] = rule('scalar', [], 0, true);
  return [type, { ...base, place: `<${type}>`, read }];
}

function bitsOf(elements: readonly ElementName[]): number {
  return elements.reduce((bits, element) => bits | (1 << names.indexOf(element)), 0);
}
