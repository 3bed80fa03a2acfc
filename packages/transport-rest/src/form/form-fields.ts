import {
  formatPath,
  type InputProblem,
  isWireObject,
  maxWireDepth,
  type WireCall,
  type WireObject,
  type WireValue,
} from '@egoi-client/core';
import { plainDecimal } from '../php-number.ts';
import { encodeFormText, isAppendingName } from './form-text.ts';

/** One `name=value` of a form, both sides encoded. */
export interface FormField {
  readonly name: string;
  readonly value: string;
}

const maxProblems = 50;

/**
 * The form fields of a call's arguments, nested exactly as PHP's `http_build_query` does,
 * which is what the service's PHP reads back (reference, 14.3): lists by index, `true` as 1, `false`
 * as 0; nulls and empty lists and structs leave no field.
 *
 * @returns the fields, and a problem for every member that a form would lose or change
 */
export function formFieldsOf({ options, parts }: Pick<WireCall, 'options' | 'parts'>): {
  readonly fields: readonly FormField[];
  readonly problems: readonly InputProblem[];
} {
  const fields: FormField[] = [];
  const problems: InputProblem[] = [];
  const keys: (string | number)[] = [];

  const report = (problem: string) => {
    if (problems.length < maxProblems) problems.push({ path: formatPath(keys), problem });
  };
  const visit = (value: WireValue, name: string): void => {
    if (value === null) return;
    if (typeof value === 'object') visitMembers(value, name);
    else if (typeof value === 'string') visitText(value, name);
    else if (typeof value === 'boolean') fields.push({ name, value: value ? '1' : '0' });
    else if (Number.isFinite(value)) fields.push({ name, value: plainDecimal(value) });
    else report('must be a finite number');
  };
  const visitText = (text: string, name: string) => {
    if (text.isWellFormed()) fields.push({ name, value: encodeFormText(text) });
    else report('the text holds half of a surrogate pair');
  };
  const visitMembers = (value: WireValue[] | WireObject, name: string) => {
    if (keys.length >= maxWireDepth) {
      report(`is nested deeper than the ${maxWireDepth} levels that PHP reads`);
      return;
    }
    const members = Array.isArray(value) ? value.entries() : Object.entries(value);
    for (const [key, member] of members) {
      keys.push(key);
      const problem = typeof key === 'string' ? nameProblem(key) : undefined;
      if (problem === undefined) visit(member, `${name}%5B${encodeFormText(String(key))}%5D`);
      else if (member !== null) report(problem);
      keys.pop();
    }
  };
  if (parts === undefined) visit(options, 'functionOptions');
  else
    for (const part of parts)
      visit(Object.hasOwn(options, part) ? (options[part] ?? null) : null, part);
  return { fields, problems };
}

/** How many fields a value makes. */
export function countFields(value: WireValue): number {
  if (value === null) return 0;
  if (Array.isArray(value)) return value.reduce((sum: number, item) => sum + countFields(item), 0);
  if (!isWireObject(value)) return 1;
  return Object.values(value).reduce((sum: number, member) => sum + countFields(member), 0);
}

/** Names that PHP reads back as another name, as an appended item, or not at all. */
function nameProblem(name: string): string | undefined {
  if (isAppendingName(name)) return 'a form cannot carry an empty name';
  if (/[[\]]/.test(name)) return 'a form cannot carry a name with brackets';
  if (name.includes('\0')) return 'a form cannot carry a name with a NUL character';
  if (!name.isWellFormed()) return 'the name holds half of a surrogate pair';
  return undefined;
}
