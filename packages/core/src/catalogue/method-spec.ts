import type { z } from 'zod';
import type { EgoiErrorCode } from '../errors/error-table.ts';
import type { WireValue } from '../wire-value.ts';

/** What a call does to the account. Decides whether it may be repeated. */
export type Effect = 'read' | 'idempotent' | 'write';

/** How well a fact is known: found in a source, reasoned from one, or in no source. */
export type Evidence = 'seen' | 'inferred' | 'unknown';

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

/** Options that every method takes beside its parameters. */
export interface CallOptions {
  /** Ends the call; it then rejects with `EgoiAbortError`. */
  readonly signal?: AbortSignal | undefined;
  /** Time limit of the whole call with all its tries, in milliseconds. @default the client's */
  readonly timeoutMs?: number | undefined;
}

/** How a catalogue entry looks as a method of the client. */
export type MethodSignature = (params: never, options?: CallOptions) => Promise<unknown>;

/** The schema of a method's parameters: a `z.object`, or one joined with `extra_N` parameters. */
export type ParamsSchema = z.ZodType<unknown, { [key: string]: unknown }>;

/** Parameters and result of one way to call a method. */
export interface MethodForm {
  readonly params: ParamsSchema;
  readonly result: z.ZodType;
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

/** What a paged method adds to the type of its entry; there is nothing in it at run time. */
type WithPages<P extends ParamsSchema, R extends z.ZodType, Pg> = [Pg] extends [never]
  ? unknown
  : {
      readonly page?: {
        readonly params: Omit<z.input<P>, 'start' | 'limit' | FixedNames<Pg>>;
        readonly item: ItemOf<z.output<R>, Pg>;
      };
    };

type FixedNames<Pg> = Pg extends { readonly fixed: infer Fixed } ? keyof Fixed : never;

type ItemOf<Output, Pg> = Pg extends { readonly items: infer Items extends keyof Output }
  ? ElementOf<Output[Items]>
  : ElementOf<Output>;

type ElementOf<List> = List extends readonly (infer Item)[] ? Item : never;

/** One method of the API, as everything in this project knows it. */
export interface MethodSpec<Signature extends MethodSignature = MethodSignature> {
  /** The API's own spelling. */
  readonly name: string;
  /** Other spellings that the service accepts. */
  readonly aliases?: readonly string[];
  readonly group: MethodGroup;
  readonly summary: string;
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
  /** Carries the method's type; there is nothing in it at run time. */
  readonly signature?: Signature;
}

/** What a method is declared with: everything but its forms. */
export type MethodFacts = Omit<MethodSpec, 'formFor' | 'forms' | 'signature' | 'paging'>;

/** One way to call a method, typed. Methods without required parameters may be called with none. */
export type FormSignature<P extends ParamsSchema, R extends z.ZodType> =
  {} extends z.input<P>
    ? (params?: z.input<P>, options?: CallOptions) => Promise<z.output<R>>
    : (params: z.input<P>, options?: CallOptions) => Promise<z.output<R>>;

/** How a form is declared: its schemas are made when somebody first asks for them. */
export interface DeclaredForm<P extends ParamsSchema, R extends z.ZodType> {
  readonly params: () => P;
  readonly result: () => R;
}

/** Declares a method with one form. */
export function method<
  P extends ParamsSchema,
  R extends z.ZodType,
  const Pg extends Paging = never,
>(
  facts: MethodFacts & DeclaredForm<P, R> & { readonly paging?: Pg },
): MethodSpec<FormSignature<P, R>> & WithPages<P, R, Pg> {
  const { params, result, ...rest } = facts;
  const form = lazyForm({ params, result });
  return { ...rest, forms: [form], formFor: () => form };
}

/**
 * Declares a method whose result depends on its parameters.
 *
 * @param facts the `special` form is taken when `isSpecial` says so, else the `general` one; pages,
 *   where there are any, are those of the special one
 */
export function methodWithForms<
  SP extends ParamsSchema,
  SR extends z.ZodType,
  GP extends ParamsSchema,
  GR extends z.ZodType,
  const Pg extends Paging = never,
>(
  facts: MethodFacts & {
    readonly paging?: Pg;
    readonly isSpecial: (params: { readonly [key: string]: WireValue }) => boolean;
    readonly special: DeclaredForm<SP, SR>;
    readonly general: DeclaredForm<GP, GR>;
  },
): MethodSpec<FormSignature<SP, SR> & FormSignature<GP, GR>> & WithPages<SP, SR, Pg> {
  const { isSpecial, special: declaredSpecial, general: declaredGeneral, ...rest } = facts;
  const special = lazyForm(declaredSpecial);
  const general = lazyForm(declaredGeneral);
  return {
    ...rest,
    forms: [special, general],
    formFor: (params) => (isSpecial(params) ? special : general),
  };
}

/**
 * A program uses a few methods of many, and the schemas of all would take a quarter of the time in
 * which it starts.
 */
function lazyForm(declared: DeclaredForm<ParamsSchema, z.ZodType>): MethodForm {
  let params: ParamsSchema | undefined;
  let result: z.ZodType | undefined;
  return {
    get params() {
      params ??= declared.params();
      return params;
    },
    get result() {
      result ??= declared.result();
      return result;
    },
  };
}

/** The methods of a catalogue. Maps over a type parameter so that editors keep comments and definitions. */
export type MethodsOf<Catalogue> = {
  readonly [Name in keyof Catalogue]: Catalogue[Name] extends MethodSpec<infer Signature>
    ? Signature
    : never;
};
