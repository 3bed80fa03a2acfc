import type { EgoiErrorCode } from '../errors/error-table.ts';
import type { WireValue } from '../values/wire-value.ts';
import type { Schema } from './schema.ts';

/** What a call does to the account. Decides whether it may be repeated. */
export type Effect = 'read' | 'idempotent' | 'write';

/**
 * How well a fact is known: found in a source, in part found there, reasoned from one, not known but for
 * its shape (a struct, a list), or in no source.
 */
export type Evidence = 'seen' | 'partly seen' | 'inferred' | 'shape only' | 'unknown';

/** The groups of the API's documentation. */
export type MethodGroup =
  | 'accounts'
  | 'automations'
  | 'campaigns'
  | 'common'
  | 'forms'
  | 'lists'
  | 'reports'
  | 'segments'
  | 'senders'
  | 'subscribers'
  | 'tags'
  | 'internal';

/** Parameters and result of one way to call a method. */
export interface MethodForm {
  /** What tells a special form from the general one among the types: `Page`. */
  readonly name?: string;
  readonly params: Schema;
  readonly result: Schema;
}

/** Where the pages of a method are: `params.start` and `params.limit` in, a list at `items` out. */
export interface Paging {
  /** The member of the result that holds the list; `undefined` when the result is the list. */
  readonly items?: string;
  /** The member of an item that tells it from all others. */
  readonly key: string;
  /** Parameters without which the method answers no pages. */
  readonly fixed?: { readonly [name: string]: WireValue };
  /** Codes by which the service may say that there are no items. */
  readonly none?: readonly string[];
}

/** One method of the API, as everything in this project knows it. */
export interface MethodSpec {
  /** The API's own spelling. */
  readonly name: string;
  /** Other spellings that the service accepts. */
  readonly aliases?: readonly string[];
  readonly group: MethodGroup;
  /** What it does, in one sentence. */
  readonly summary: string;
  /** What a caller needs to know beyond it. */
  readonly details?: string;
  readonly effect: Effect;
  readonly paging?: Paging;
  /**
   * The parameters travel as arguments of their own, in this order, without credentials and without
   * `functionOptions`. Only a few internal operations do. Source: reference, 14.7.
   */
  readonly parts?: readonly string[];
  /** Codes with a place in this method. The general ones (keys, access, server) may come from every method. */
  readonly errors: readonly EgoiErrorCode[];
  readonly evidence: { readonly params: Evidence; readonly result: Evidence };
  /** Facts and choices worth a reader's time; printed on the method's page. */
  readonly notes?: readonly string[];
  /** The form that a call with these parameters takes. */
  formFor(params: { readonly [key: string]: WireValue }): MethodForm;
  /** All forms, the most general last. */
  readonly forms: readonly MethodForm[];
}
