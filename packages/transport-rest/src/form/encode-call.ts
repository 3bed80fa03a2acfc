import { type InputProblem, isWireObject, type WireValue } from '@egoi-client/core';
import { type WireCall, WireFormatError } from '@egoi-client/core/wire';
import type { RestFormat } from '../format.ts';
import { countFields, formPieces, headFieldCount } from './form-pieces.ts';

/**
 * Writes a call as the form that the service reads: `type`, `method`, then
 * `functionOptions[…]`, or a field for each part.
 * Source: reference, REST request (14.3); golden files.
 *
 * @param format what the service is asked to answer with
 * @throws WireFormatError for what `checkCall` finds a problem with: nothing is lost silently but
 * nulls and empty lists and structs, for which a form has no place
 */
export function encodeCall(call: WireCall, format: RestFormat): string {
  const watch = {
    field() {},
    problem() {
      throw new WireFormatError('the call holds what a form cannot carry');
    },
  };
  return [...formPieces(call, format, watch)].join('');
}

/** The most form fields that PHP reads by default (`max_input_vars`); it drops the rest in silence. */
export const defaultMaxFormFields = 1000;

interface MemberSize {
  readonly path: string;
  readonly value: WireValue;
  readonly fields: number;
}

/** What a problem names where no member stands out. */
const wholeCall: MemberSize = { path: 'parameters', value: null, fields: 0 };

const maxProblems = 50;

/**
 * What keeps a call from being sent as a form: names that a form cannot carry, and more fields than
 * the server reads.
 *
 * @param maxFormFields the server's limit, `type` and `method` counted in
 * @returns every problem with its path from the parameters; none means that `encodeCall` is safe
 */
export function checkCall(
  call: WireCall,
  maxFormFields: number = defaultMaxFormFields,
): readonly InputProblem[] {
  const problems: InputProblem[] = [];
  let count = headFieldCount;
  const pieces = formPieces(call, 'json', {
    field() {
      count += 1;
    },
    problem(path, problem) {
      if (problems.length < maxProblems) problems.push({ path, problem });
    },
  });
  while (pieces.next().done !== true);
  if (problems.length > 0) return problems;
  return count > maxFormFields ? [tooManyFields(call, count, maxFormFields)] : [];
}

function tooManyFields({ options }: WireCall, count: number, limit: number): InputProblem {
  const sizes: MemberSize[] = Object.entries(options).map(([path, value]) => ({
    path,
    value,
    fields: countFields(value),
  }));
  const { path, value } = sizes.reduce((a, b) => (b.fields > a.fields ? b : a), wholeCall);
  const rows = rowsOf(value);
  const facts = `the call makes ${grouped(count)} form fields, and the server reads ${grouped(limit)} and drops the rest`;
  if (rows.length < 2) return { path, problem: facts };
  const fitting = countFittingRows(rows, limit - (count - countFields(value)));
  return {
    path,
    problem: `${facts}; the first ${grouped(fitting)} of these ${grouped(rows.length)} rows fit into one call`,
  };
}

/** A list may also come as a struct with numbers for names. */
function rowsOf(value: WireValue): WireValue[] {
  if (Array.isArray(value)) return value;
  if (!isWireObject(value)) return [];
  return Object.keys(value).every((key) => /^\d+$/.test(key)) ? Object.values(value) : [];
}

function countFittingRows(rows: readonly WireValue[], budget: number): number {
  let used = 0;
  const tooMany = rows.findIndex((row) => {
    used += countFields(row);
    return used > budget;
  });
  return tooMany === -1 ? rows.length : tooMany;
}

function grouped(count: number): string {
  return count.toLocaleString('en-US');
}
