import type { Schema } from './schema.ts';

/** A field of a result: always there as it is made, or one that may be missing. */
export interface Field extends Schema {
  optional(): Field;
}

function field(schema: Partial<Schema> & Pick<Schema, 'type'>): Field {
  return {
    description: '',
    isOptional: false,
    isNullable: false,
    ...schema,
    optional: () => field({ ...schema, isOptional: true }),
  };
}

/** Text. Null and an absent value on the wire become `''`, a number what PHP writes for it: `7`, `1.0E-7`; `-0` becomes `0`. */
export function text(description: string): Field {
  return field({ type: 'string', kind: 'text', description });
}

/** A whole number that is always there, such as an id. */
export function id(description: string): Field {
  return field({ type: 'integer', kind: 'integer', description });
}

/** A whole number; `null` where the service has none. */
export function integer(description: string): Field {
  return field({ type: 'integer', kind: 'integer', isNullable: true, description });
}

/** A number with or without decimals; `null` where the service has none. */
export function decimal(description: string): Field {
  return field({ type: 'number', kind: 'decimal', isNullable: true, description });
}

/** Yes or no. `'1'`, `1`, `true` mean yes; `'0'`, `''`, `0`, `null` mean no. */
export function flag(description: string): Field {
  return field({ type: 'boolean', kind: 'flag', description });
}

/** `YYYY-MM-DD`; `null` where unset (`''`, `0000-00-00`). Stays text: the service names no time zone. */
export function date(description: string): Field {
  return field({ type: 'string', kind: 'date', isNullable: true, description });
}

/** `YYYY-MM-DD HH:MM:SS`; `null` where unset. Stays text: the service names no time zone. */
export function dateTime(description: string): Field {
  return field({ type: 'string', kind: 'dateTime', isNullable: true, description });
}

/** Whatever the wire brought: no source knows more. */
export function anything(description: string): Field {
  return field({ type: 'unknown', description });
}

/** A list, whatever its length: empty ones arrive as `''`, `"0"` or an empty struct, and short ones as a lone struct. */
export function listOf(element: Schema, description: string): Field {
  return field({ type: 'array', kind: 'list', element, description });
}

/**
 * A struct. Fields that the catalogue does not know are kept as they came.
 *
 * @param typeName the name of its own that it has among the types; one inside another needs it
 * @param numbered what the names of further fields begin with that end in a number: `EXTRA_FIELD_`
 */
export function struct(
  shape: Readonly<Record<string, Field>>,
  description: string,
  typeName?: string,
  numbered?: string,
): Field {
  return field({
    type: 'object',
    kind: 'struct',
    shape,
    isOpen: true,
    description,
    ...(typeName === undefined ? {} : { typeName }),
    ...(numbered === undefined ? {} : { numbered: { prefix: numbered } }),
  });
}

/** Structs keyed by their id. An empty one arrives as `''`, `"0"` or an empty list. */
export function mapById(element: Schema, description: string): Field {
  return field({ type: 'record', kind: 'mapById', element, description });
}
