import { removedStatus } from './contacts.ts';
import type { SqlValue } from './statements.ts';
import {
  type FieldCondition,
  type SegmentColumn,
  type SegmentCondition,
  segmentColumns,
  type SegmentDefinition,
  type TagCondition,
} from './segment-definition.ts';

/** A condition on the table `contact`, to stand after `WHERE`, with the values that it binds. */
export interface SqlCondition {
  readonly where: string;
  readonly values: readonly SqlValue[];
}

/**
 * The members of a segment as SQL: contacts of its list that fulfil all, or any, of its conditions, and
 * that are not removed unless `withRemoved` says so. Names come from fixed tables, and everything that a caller wrote is bound.
 */
export function segmentSql(
  list: number,
  { match, conditions }: SegmentDefinition,
  withRemoved = false,
): SqlCondition {
  const parts = conditions.map(conditionSql);
  const joined = parts.map(({ where }) => `(${where})`).join(match === 'all' ? ' AND ' : ' OR ');
  return {
    where: `contact.list = ? ${withRemoved ? '' : `AND contact.status <> ${removedStatus} `}AND (${joined})`,
    values: [list, ...parts.flatMap(({ values }) => values)],
  };
}

const extraValue =
  '(SELECT value FROM extra_value WHERE extra_value.contact = contact.id AND extra_value.field = ?)';

function conditionSql(condition: SegmentCondition): SqlCondition {
  return 'tag' in condition ? tagSql(condition) : fieldSql(condition);
}

function tagSql({ tag, operator }: TagCondition): SqlCondition {
  const not = operator === 'has_tag' ? '' : 'NOT ';
  return {
    where: `${not}EXISTS (SELECT 1 FROM contact_tag WHERE contact_tag.contact = contact.id AND contact_tag.tag = ?)`,
    values: [tag],
  };
}

function fieldSql({ field, operator, value, isNumeric }: FieldCondition): SqlCondition {
  const bound = typeof field === 'number' ? [field] : [];
  const own = typeof field === 'number' ? extraValue : columnFor(field, value);
  // An address is the same whatever its case, as everywhere in the account.
  const ignoresCase = field === 'email';
  const text = `CAST(ifnull(${own}, '') AS TEXT)${ignoresCase ? ' COLLATE NOCASE' : ''}`;
  switch (operator) {
    case 'is_empty':
      return { where: `${text} = ''`, values: bound };
    case 'is_not_empty':
      return { where: `${text} <> ''`, values: bound };
    case 'contains':
      return ignoresCase
        ? { where: `instr(lower(${text}), lower(?)) > 0`, values: [...bound, value] }
        : { where: `instr(${text}, ?) > 0`, values: [...bound, value] };
    case 'starts_with':
      return {
        where: `substr(${text}, 1, length(?)) = ?${collation(ignoresCase)}`,
        values: [...bound, value, value],
      };
    case 'ends_with':
      return {
        where: `substr(${text}, -length(?)) = ?${collation(ignoresCase)}`,
        values: [...bound, value, value],
      };
    case 'greater':
    case 'less': {
      const sign = operator === 'greater' ? '>' : '<';
      // A contact without a value is neither before nor after one.
      const compared = isNumeric
        ? `CAST(replace(${own}, ',', '.') AS REAL) ${sign} CAST(replace(?, ',', '.') AS REAL)`
        : `${text} ${sign} ?`;
      return { where: `${text} <> '' AND ${compared}`, values: [...bound, ...bound, value] };
    }
    default:
      return {
        where: `${text} ${operator === 'equals' ? '=' : '<>'} ?`,
        values: [...bound, value],
      };
  }
}

/** A day is compared with the day of a moment. */
function columnFor(field: SegmentColumn, value: string): string {
  const column = segmentColumns[field];
  const isDay = field === 'add_date' && /^\d{4}-\d{2}-\d{2}$/.test(value);
  return isDay ? `substr(${column}, 1, 10)` : column;
}

function collation(ignoresCase: boolean): string {
  return ignoresCase ? ' COLLATE NOCASE' : '';
}
