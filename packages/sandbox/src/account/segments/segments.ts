import { BrokenRule } from '../broken-rule.ts';
import { isNumber } from '../contacts/formats.ts';
import type { ContactRules } from '../contacts/contact-change.ts';
import {
  type SegmentColumn,
  segmentColumns,
  type SegmentCondition,
  type SegmentDefinition,
  segmentOperators,
} from '../store/segment-definition.ts';
import type { SqlCondition } from '../store/segment-sql.ts';
import { isSegmentQueued } from '../store/operations.ts';
import {
  dropSegment,
  referencedCondition,
  segmentCondition,
  type SegmentReference,
  segmentsOf,
} from '../store/segments.ts';
import type { Statements } from '../store/statements.ts';

/** More than a person would write; the store limits how deep a statement may nest. */
const maxConditions = 100;

/** @throws BrokenRule for no condition, and for more than 100 */
export function segmentOf(
  match: SegmentDefinition['match'],
  conditions: readonly SegmentCondition[],
): SegmentDefinition {
  if (conditions.length === 0 || conditions.length > maxConditions) throw invalid();
  return { match, conditions };
}

/** A comparison of a field with a value, as somebody words it. */
export interface Comparison {
  /** The name of a field of the contact, or the number of an extra field. */
  readonly field: string | number;
  readonly operator: string;
  readonly value: string | undefined;
}

/** @throws BrokenRule for a field, operator or value that cannot be */
export function comparisonOf(
  { field: named, operator: word, value }: Comparison,
  rules: ContactRules,
): SegmentCondition {
  const operator = segmentOperators.find((known) => known === word);
  const field = fieldNamed(named, rules);
  if (operator === undefined || field === undefined) throw invalid();
  if (operator === 'is_empty' || operator === 'is_not_empty') {
    return { field, operator, value: '', isNumeric: false };
  }
  const isNumeric = field === 'status' || isNumberField(field, rules);
  const isOrder = operator === 'greater' || operator === 'less';
  const takesEmpty = operator === 'equals' || operator === 'not_equals';
  if (value === undefined || (value === '' && !takesEmpty)) throw invalid();
  if (isOrder && isNumeric && !isNumber(value)) throw invalid();
  return { field, operator, value, isNumeric };
}

/** Conditions that a contact has tags. @throws BrokenRule for none, and for one that no tag has the number of */
export function tagConditions(
  tags: readonly number[],
  operator: 'has_tag' | 'has_not_tag',
  rules: ContactRules,
): SegmentCondition[] {
  if (tags.length === 0 || tags.some((tag) => !rules.tags.has(tag))) throw invalid();
  return tags.map((tag) => ({ tag, operator }));
}

/** @throws BrokenRule for a name that no segment of the list has */
export async function deleteSegment(sql: Statements, list: number, name: string): Promise<void> {
  if (!(await dropSegment(sql, list, name))) throw unknown();
}

/**
 * Deletes a segment by its reference.
 *
 * @throws BrokenRule for one that the list does not have, the one of a tag, and one that a queued
 *   campaign goes to
 */
export async function deleteUnusedSegment(
  sql: Statements,
  list: number,
  reference: SegmentReference,
): Promise<void> {
  if ((await referencedCondition(sql, list, reference)) === undefined) throw unknown();
  if ('tag' in reference) throw new BrokenRule({ reason: 'derived', what: 'segment' });
  const isAwaited = await isSegmentQueued(sql, list, reference.saved);
  if (isAwaited) throw new BrokenRule({ reason: 'inUse', what: 'segment' });
  const named = (await segmentsOf(sql, list)).find(({ id }) => id === reference.saved);
  await deleteSegment(sql, list, named?.name ?? '');
}

/** Those who are in a segment by its reference. @throws BrokenRule for one that the list does not have */
export async function requireReferenced(
  sql: Statements,
  list: number,
  reference: SegmentReference,
  withRemoved = false,
): Promise<SqlCondition> {
  const condition = await referencedCondition(sql, list, reference, withRemoved);
  if (condition === undefined) throw unknown();
  return condition;
}

/** Those who are in a segment. @throws BrokenRule for a name that no segment of the list has */
export async function requireSegment(
  sql: Statements,
  list: number,
  name: string,
): Promise<SqlCondition> {
  const condition = await segmentCondition(sql, list, name);
  if (condition === undefined) throw unknown();
  return condition;
}

function fieldNamed(
  field: string | number,
  rules: ContactRules,
): SegmentColumn | number | undefined {
  if (typeof field === 'number') return rules.extraFields.has(field) ? field : undefined;
  return Object.hasOwn(segmentColumns, field) ? (field as SegmentColumn) : undefined;
}

function isNumberField(field: SegmentColumn | number, rules: ContactRules): boolean {
  return typeof field === 'number' && rules.extraFields.get(field)?.type === 'number';
}

function invalid(): BrokenRule {
  return new BrokenRule({ reason: 'invalid', what: 'segment' });
}

function unknown(): BrokenRule {
  return new BrokenRule({ reason: 'notFound', what: 'segment' });
}
