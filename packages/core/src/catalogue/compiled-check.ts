import type * as z from 'zod';
import { type Schema, zodOf } from './schema.ts';

/** Tells whether a value passes a schema, without saying what is wrong and without making a copy. */
export type Check = (value: unknown) => boolean;

const compiled = new WeakMap<z.core.$ZodType, Check>();

/**
 * Makes the check of a schema, once for each. Kinds that are not known here are asked of the schema
 * itself, so that the check says yes exactly where `safeParse` does.
 */
export function checkOf(schema: Schema): Check {
  return compiledCheck(zodOf(schema));
}

function compiledCheck(schema: z.core.$ZodType): Check {
  const known = compiled.get(schema);
  if (known !== undefined) return known;
  const check = compile(schema as z.core.$ZodTypes);
  compiled.set(schema, check);
  return check;
}

function compile(schema: z.core.$ZodTypes): Check {
  const { def } = schema._zod;
  if (def.checks !== undefined && def.checks.length > 0) return askSchema(schema);
  switch (def.type) {
    case 'string':
      return isPlain(schema, 'string') ? (value) => typeof value === 'string' : askSchema(schema);
    case 'number':
      return isPlain(schema, 'number') ? (value) => Number.isFinite(value) : askSchema(schema);
    case 'boolean':
      return isPlain(schema, 'boolean') ? (value) => typeof value === 'boolean' : askSchema(schema);
    case 'literal': {
      const words: ReadonlySet<unknown> = new Set(def.values);
      return (value) => words.has(value);
    }
    case 'optional': {
      const inner = compiledCheck(def.innerType);
      return (value) => value === undefined || inner(value);
    }
    case 'nullable': {
      const inner = compiledCheck(def.innerType);
      return (value) => value === null || inner(value);
    }
    case 'union': {
      if (def.inclusive === false) return askSchema(schema);
      const options = def.options.map(compiledCheck);
      return (value) => options.some((option) => option(value));
    }
    case 'intersection': {
      const [left, right] = [compiledCheck(def.left), compiledCheck(def.right)];
      return (value) => left(value) && right(value);
    }
    case 'array': {
      const element = compiledCheck(def.element);
      return (value) => Array.isArray(value) && value.every(element);
    }
    case 'object':
      return objectCheck(schema, def);
    case 'record':
      return recordCheck(schema, def);
    default:
      return askSchema(schema);
  }
}

/** Formats such as `int` and coercions are kinds of their own beside the plain ones. */
function isPlain(schema: z.core.$ZodType, type: string): boolean {
  const def = schema._zod.def as { type: string; check?: unknown; coerce?: unknown };
  return def.type === type && def.check === undefined && def.coerce === undefined;
}

function askSchema(schema: z.core.$ZodType): Check {
  const whole = schema as z.ZodType;
  return (value) => whole.safeParse(value).success;
}

function objectCheck(schema: z.core.$ZodType, def: z.core.$ZodObjectDef): Check {
  if (def.catchall !== undefined && def.catchall._zod.def.type !== 'unknown') {
    return askSchema(schema);
  }
  const members = Object.entries(def.shape).map(
    ([name, member]) => [name, compiledCheck(member)] as const,
  );
  return (value) => {
    if (!isStruct(value)) return false;
    for (const [name, check] of members) if (!check(value[name])) return false;
    return true;
  };
}

/** Records that check the members whose names they know, such as `extra_1`, and let others pass. */
function recordCheck(schema: z.core.$ZodType, def: z.core.$ZodRecordDef): Check {
  const { pattern } = def.keyType._zod;
  if (def.mode !== 'loose' || def.keyType._zod.def.type !== 'template_literal' || !pattern) {
    return askSchema(schema);
  }
  const check = compiledCheck(def.valueType);
  return (value) => {
    if (!isStruct(value)) return false;
    for (const name of Object.keys(value)) {
      pattern.lastIndex = 0;
      if (pattern.test(name) && !check(value[name])) return false;
    }
    return true;
  };
}

function isStruct(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
