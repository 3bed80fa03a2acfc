import * as z from 'zod';
import type { Schema } from '../../src/catalogue/schema.ts';

/** A schema of the catalogue as a library of schemas understands it: what the checks are held against. */
export function zodOf(schema: Schema): z.ZodType {
  const { isOptional, isNullable } = schema;
  let made = presentOf(schema);
  if (isNullable) made = made.nullable();
  return isOptional ? made.optional() : made;
}

function presentOf(schema: Schema): z.ZodType {
  const { type, pattern, least, values = [], options = [], element, shape = {}, numbered } = schema;
  const item = element === undefined ? z.unknown() : zodOf(element);
  switch (type) {
    case 'string':
      return pattern === undefined ? z.string() : z.string().regex(pattern);
    case 'integer':
      return least === undefined ? z.int() : z.int().min(least);
    case 'number':
      return z.number();
    case 'boolean':
      return z.boolean();
    case 'literal':
      return z.literal([...values]);
    case 'union':
      return z.union(options.map(zodOf));
    case 'array':
      return z.array(item);
    case 'record':
      return z.record(z.string().regex(/^\d+$/), item);
    case 'object': {
      const named = z.looseObject(
        Object.fromEntries(Object.entries(shape).map(([name, member]) => [name, zodOf(member)])),
      );
      if (numbered?.value === undefined) return named;
      const name = z.string().regex(new RegExp(`^${numbered.prefix}\\d+$`));
      return z.intersection(named, z.looseRecord(name, zodOf(numbered.value)));
    }
    default:
      return z.unknown();
  }
}
