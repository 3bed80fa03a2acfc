import { isWireObject, type WireObject } from '@egoi-client/core';
import type { ContactRules } from '../../account/contacts/contact-change.ts';
import { comparisonOf, segmentOf, tagConditions } from '../../account/segments/segments.ts';
import type {
  SegmentCondition,
  SegmentDefinition,
} from '../../account/store/segment-definition.ts';
import { readList, readValue, readWord, scalarText } from '@egoi-client/core/wire';
import { readIds } from '../calls/params.ts';
import { Refusal } from '../calls/refusal.ts';

/**
 * Reads what createSegment searches for: values of fields, and tags, all of which a member has.
 *
 * @throws Refusal `NO_SEARCH_FIELDS` for none, BrokenRule for fields or tags that do not exist
 */
export function readSearchFields(params: WireObject, rules: ContactRules): SegmentDefinition {
  const fields = readValue(params, 'fields');
  if (fields === undefined || !isWireObject(fields)) throw new Refusal('NO_SEARCH_FIELDS');
  const conditions = Object.keys(fields).flatMap((name): SegmentCondition[] => {
    const value = readValue(fields, name);
    if (value === undefined) return [];
    if (name.toLowerCase() === 'tags') {
      return tagConditions(readIds(fields, name), 'has_tag', rules);
    }
    const comparison = { field: readField(name), operator: 'equals', value: scalarText(value) };
    return [comparisonOf(comparison, rules)];
  });
  return segmentOf('all', conditions);
}

/**
 * Reads the conditions of createSegmentAdvanced. `match` other than `any` is `all`.
 *
 * @throws Refusal `NO_SEARCH_FIELDS` for none, BrokenRule for a field, tag, operator or value that cannot be
 */
export function readConditions(params: WireObject, rules: ContactRules): SegmentDefinition {
  const conditions = readList(params, 'conditions').flatMap((item): SegmentCondition[] => {
    if (!isWireObject(item)) throw new Refusal('NO_SEARCH_FIELDS');
    const operator = readWord(item, 'operator')?.toLowerCase() ?? 'equals';
    if (operator === 'has_tag' || operator === 'has_not_tag') {
      const tags = readIds(item, 'value');
      if (tags.length > 1) throw new Refusal('NO_SEARCH_FIELDS');
      return tagConditions(tags, operator, rules);
    }
    const field = readField(readWord(item, 'field') ?? '');
    const value = scalarText(readValue(item, 'value'));
    return [comparisonOf({ field, operator, value }, rules)];
  });
  const match = readWord(params, 'match')?.toLowerCase() === 'any' ? 'any' : 'all';
  return segmentOf(match, conditions);
}

/** `extra_` and a number is an extra field. */
function readField(name: string): string | number {
  const digits = /^extra_([1-9]\d{0,14})$/i.exec(name)?.[1];
  return digits === undefined ? name.toLowerCase() : Number(digits);
}
