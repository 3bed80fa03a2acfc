import { type MethodGroup, type MethodSpec } from '@egoi-client/core';
import type { MethodForm, Schema } from '@egoi-client/core/wire';
import { docComment } from './doc-comment.ts';
import { paramsInterface, resultInterface } from './interface-text.ts';
import { pascal } from './pascal.ts';
import { type NameOf, typeText } from './type-text.ts';

/**
 * The types of a group of methods, as the declarations of a module: parameters and results, and one
 * interface with the methods themselves.
 */
export function groupTypes(
  group: MethodGroup,
  methods: readonly MethodSpec[],
  nameOf: NameOf,
): string[] {
  return [
    ...methods.flatMap((method) =>
      method.forms.flatMap((_, index) => formTypes(method, index, nameOf)),
    ),
    methodsInterface(group, methods, nameOf),
  ];
}

/** The parameters and items of the methods that answer page by page, as an interface. */
export function pageTypes(methods: readonly MethodSpec[], nameOf: NameOf): string {
  const members = methods.flatMap((method) => {
    const { paging, forms } = method;
    const [form] = forms;
    if (paging === undefined || form === undefined) return [];
    const set = ['start', 'limit', ...Object.keys(paging.fixed ?? {})];
    const list = paging.items === undefined ? form.result : form.result.shape?.[paging.items];
    const { element } = list ?? form.result;
    const own = Object.keys(form.params.shape ?? {});
    const omitted = `Omit<${formNames(method, 0).params}, ${set.map((name) => `'${name}'`).join(' | ')}>`;
    const params = own.every((name) => set.includes(name)) ? 'NoParams' : omitted;
    const item = element === undefined ? 'unknown' : typeText(element, nameOf);
    return [`  readonly ${method.name}: { readonly params: ${params}; readonly item: ${item} };`];
  });
  const words =
    '/** The methods that answer page by page, with the parameters and the items of their pages. */';
  return [words, 'export interface PagedMethods {', ...members, '}'].join('\n');
}

/** What the types of one form of a method are called. */
export function formNames(
  { name, forms }: MethodSpec,
  index: number,
): { readonly params: string; readonly result: string; readonly words: string } {
  const base = pascal(name);
  const own = forms[index]?.name;
  if (own === undefined) return { params: `${base}Params`, result: `${base}Result`, words: name };
  return {
    params: `${base}${own}Params`,
    result: `${base}${own}`,
    words: `the form '${own}' of ${name}`,
  };
}

function formTypes(method: MethodSpec, index: number, nameOf: NameOf): string[] {
  const form = method.forms[index] as MethodForm;
  const names = formNames(method, index);
  const types: string[] = [];
  if (hasParams(form.params)) {
    types.push(paramsInterface(names.params, form.params, nameOf, `Parameters of ${names.words}.`));
  }
  if (isOwnStruct(form.result, nameOf)) {
    types.push(resultInterface(names.result, form.result, nameOf));
  }
  return types;
}

function methodsInterface(
  group: MethodGroup,
  methods: readonly MethodSpec[],
  nameOf: NameOf,
): string {
  const members = methods.flatMap((method) =>
    method.forms.map((form, index) => {
      const { params, result } = formNames(method, index);
      const answer = isOwnStruct(form.result, nameOf) ? result : typeText(form.result, nameOf);
      const isGeneral = index > 0;
      const call = `${method.name}(${argument(form, params, isGeneral)}options?: CallOptions): Promise<${answer}>;`;
      return `${docComment(wordsOf(method), '  ')}\n  ${call}`;
    }),
  );
  const name = `${pascal(group)}Methods`;
  return `/** The methods of the group '${group}'. */\nexport interface ${name} {\n${members.join('\n')}\n}`;
}

function argument({ params }: MethodForm, name: string, isGeneral: boolean): string {
  if (!hasParams(params)) return 'params?: NoParams, ';
  const type = isGeneral ? `${name} & GeneralForm` : name;
  return `params${canBeLeftOut(params) ? '?' : ''}: ${type}, `;
}

function wordsOf({ summary, details, group, notes = [], errors, evidence }: MethodSpec): string[] {
  const known = `Source: reference, ${pascal(group)}. Parameters ${evidenceWords[evidence.params]}; result ${evidenceWords[evidence.result]}.`;
  const codes = errors.map((code) => `\`${code}\``).join(', ');
  const failure = codes === '' ? [] : [`@throws EgoiApiError ${codes}`];
  const more = details === undefined ? [] : [details];
  return [summary, ...more, ...notes, known, ...failure];
}

const evidenceWords = {
  seen: 'seen in a source',
  'partly seen': 'in part seen in a source',
  inferred: 'inferred from sources',
  'shape only': 'of which a source shows the shape alone',
  unknown: 'in no source',
} as const;

function hasParams({ shape = {}, isOpen, numbered }: Schema): boolean {
  return isOpen === true || numbered !== undefined || Object.keys(shape).length > 0;
}

function canBeLeftOut({ shape = {} }: Schema): boolean {
  return Object.values(shape).every(({ isOptional }) => isOptional);
}

/** Tells whether a result gets an interface of its own, named after its method. */
function isOwnStruct(schema: Schema, nameOf: NameOf): boolean {
  return schema.type === 'object' && nameOf(schema) === undefined;
}
