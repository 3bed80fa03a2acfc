import type { Schema } from './schema.ts';

/** The names that structs have of their own among the types. */
export const typeNames = new WeakMap<Schema, string>();

/** What the numbered fields of a struct begin with, beside those that are named: `EXTRA_FIELD_`. */
export const numberedFields = new WeakMap<Schema, string>();
