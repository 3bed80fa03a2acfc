import type { WireValue } from '../values/wire-value.ts';
import type { MethodForm, MethodSpec } from './method-spec.ts';
import type { Schema } from './schema.ts';

/** What a method is declared with: everything but its forms. */
export type MethodFacts = Omit<MethodSpec, 'formFor' | 'forms'>;

/** How a form is declared: its schemas are made when somebody first asks for them. */
export interface DeclaredForm {
  /** What tells a special form from the general one among the types: `Page`. */
  readonly name?: string;
  readonly params: () => Schema;
  readonly result: () => Schema;
}

/** Declares a method with one form. */
export function method(facts: MethodFacts & DeclaredForm): MethodSpec {
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
export function methodWithForms(
  facts: MethodFacts & {
    readonly isSpecial: (params: { readonly [key: string]: WireValue }) => boolean;
    readonly special: DeclaredForm;
    readonly general: DeclaredForm;
  },
): MethodSpec {
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
function lazyForm(declared: DeclaredForm): MethodForm {
  let params: Schema | undefined;
  let result: Schema | undefined;
  return {
    ...(declared.name === undefined ? {} : { name: declared.name }),
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
