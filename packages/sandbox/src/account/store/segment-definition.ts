/** The fields of a contact that segments look at, beside extra fields and tags, with their columns. */
export const segmentColumns = {
  email: 'contact.email',
  cellphone: 'contact.cellphone',
  telephone: 'contact.telephone',
  fax: 'contact.fax',
  first_name: 'contact.first_name',
  last_name: 'contact.last_name',
  birth_date: 'contact.birth_date',
  status: 'contact.status',
  lang: 'contact.lang',
  uid: 'contact.uid',
  add_date: 'contact.add_date',
  subscription_method: 'contact.subscription_method',
} as const;

export type SegmentColumn = keyof typeof segmentColumns;

/** How a condition compares the value of a field. */
export const segmentOperators = [
  'equals',
  'not_equals',
  'contains',
  'starts_with',
  'ends_with',
  'greater',
  'less',
  'is_empty',
  'is_not_empty',
] as const;

type SegmentOperator = (typeof segmentOperators)[number];

/** Compares one field: a field of the contact by its name, an extra field by its number. */
export interface FieldCondition {
  readonly field: SegmentColumn | number;
  readonly operator: SegmentOperator;
  /** `''` where the operator takes none. */
  readonly value: string;
  /** Whether `greater` and `less` compare numbers; else they compare text, which orders days as well. */
  readonly isNumeric: boolean;
}

/** Looks for a tag by its number. */
export interface TagCondition {
  readonly tag: number;
  readonly operator: 'has_tag' | 'has_not_tag';
}

export type SegmentCondition = FieldCondition | TagCondition;

/** What chooses the members of a segment; kept as JSON. */
export interface SegmentDefinition {
  readonly match: 'all' | 'any';
  readonly conditions: readonly SegmentCondition[];
}
