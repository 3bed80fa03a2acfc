import { isWireObject, type WireObject } from '@egoi-client/core';
import type { ContactRules } from '../../account/contacts/contact-change.ts';
import { isNumber } from '../../account/contacts/formats.ts';
import { readIds, readList, readValue, readWord, scalarText } from '../calls/params.ts';
import { Refusal } from '../calls/refusal.ts';
import {
  type FieldCondition,
  type SegmentColumn,
  segmentColumns,
  type SegmentCondition,
  type SegmentDefinition,
  segmentOperators,
  type TagCondition,
} from '../../account/store/segment-definition.ts';

/** More than a person would write; the store limits how deep a statement may nest. */
const maxConditions = 100;

/**
 * Reads what createSegment searches for: values of fields, and tags, all of which a member has.
 *
 * @throws Refusal `NO_SEARCH_FIELDS` for none, and for fields or tags that do not exist
 */
export function readSearchFields(params: WireObject, rules: ContactRules): SegmentDefinition {
  const fields = readValue(params, 'fields');
  if (fields === undefined || !isWireObject(fields)) throw new Refusal('NO_SEARCH_FIELDS');
  const conditions = Object.keys(fields).flatMap((name): SegmentCondition[] => {
    const value = readValue(fields, name);
    if (value === undefined) return [];
    if (name.toLowerCase() === 'tags') return readTags(fields, name, rules);
    return [readComparison(name, 'equals', scalarText(value), rules)];
  });
  return definitionOf('all', conditions);
}

/**
 * Reads the conditions of createSegmentAdvanced. `match` other than `any` is `all`.
 *
 * @throws Refusal `NO_SEARCH_FIELDS` for none, and for a field, tag, operator or value that cannot be
 */
export function readConditions(params: WireObject, rules: ContactRules): SegmentDefinition {
  const conditions = readList(params, 'conditions').map((item): SegmentCondition => {
    if (!isWireObject(item)) throw new Refusal('NO_SEARCH_FIELDS');
    const operator = readWord(item, 'operator')?.toLowerCase() ?? 'equals';
    if (operator === 'has_tag' || operator === 'has_not_tag') {
      const [tag, more] = readTags(item, 'value', rules);
      if (tag === undefined || more !== undefined) throw new Refusal('NO_SEARCH_FIELDS');
      return { tag: tag.tag, operator };
    }
    const value = scalarText(readValue(item, 'value'));
    return readComparison(readWord(item, 'field') ?? '', operator, value, rules);
  });
  return definitionOf(
    readWord(params, 'match')?.toLowerCase() === 'any' ? 'any' : 'all',
    conditions,
  );
}

function definitionOf(
  match: SegmentDefinition['match'],
  conditions: readonly SegmentCondition[],
): SegmentDefinition {
  if (conditions.length === 0 || conditions.length > maxConditions) {
    throw new Refusal('NO_SEARCH_FIELDS');
  }
  return { match, conditions };
}

function readTags(params: WireObject, name: string, rules: ContactRules): TagCondition[] {
  const tags = readIds(params, name);
  if (tags.length === 0 || tags.some((tag) => !rules.tags.has(tag))) {
    throw new Refusal('NO_SEARCH_FIELDS');
  }
  return tags.map((tag) => ({ tag, operator: 'has_tag' }));
}

function readComparison(
  name: string,
  word: string,
  value: string | undefined,
  rules: ContactRules,
): FieldCondition {
  const operator = segmentOperators.find((known) => known === word);
  const field = fieldNamed(name.toLowerCase(), rules);
  if (operator === undefined || field === undefined) throw new Refusal('NO_SEARCH_FIELDS');
  if (operator === 'is_empty' || operator === 'is_not_empty') {
    return { field, operator, value: '', isNumeric: false };
  }
  const isNumeric = field === 'status' || isNumberField(field, rules);
  const isOrder = operator === 'greater' || operator === 'less';
  const takesEmpty = operator === 'equals' || operator === 'not_equals';
  if (value === undefined || (value === '' && !takesEmpty)) throw new Refusal('NO_SEARCH_FIELDS');
  if (isOrder && isNumeric && !isNumber(value)) throw new Refusal('NO_SEARCH_FIELDS');
  return { field, operator, value, isNumeric };
}

function fieldNamed(name: string, rules: ContactRules): SegmentColumn | number | undefined {
  const digits = /^extra_([1-9]\d{0,14})$/.exec(name)?.[1];
  if (digits !== undefined) {
    return rules.extraFields.has(Number(digits)) ? Number(digits) : undefined;
  }
  return Object.hasOwn(segmentColumns, name) ? (name as SegmentColumn) : undefined;
}

function isNumberField(field: SegmentColumn | number, rules: ContactRules): boolean {
  return typeof field === 'number' && rules.extraFields.get(field)?.type === 'numero';
}
