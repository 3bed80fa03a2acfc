import type { WireValue } from '../values/wire-value.ts';
import type { MethodForm, MethodSpec } from './method-spec.ts';

/** What a method is declared with: everything but its forms. */
type MethodFacts = Omit<MethodSpec, 'formFor' | 'forms'>;

/** Declares a method with one form. */
export function method({ params, result, ...facts }: MethodFacts & MethodForm): MethodSpec {
  const form = { params, result };
  return { ...facts, forms: [form], formFor: () => form };
}

/**
 * Declares a method whose result depends on its parameters.
 *
 * @param facts the `special` form is taken when `isSpecial` says so, else the `general` one; pages,
 *   where there are any, are those of the special one
 */
export function methodWithForms({
  isSpecial,
  special,
  general,
  ...facts
}: MethodFacts & {
  readonly isSpecial: (params: { readonly [key: string]: WireValue }) => boolean;
  readonly special: MethodForm;
  readonly general: MethodForm;
}): MethodSpec {
  return {
    ...facts,
    forms: [special, general],
    formFor: (params) => (isSpecial(params) ? special : general),
  };
}
