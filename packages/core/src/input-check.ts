import type { z } from 'zod';
import { holdsUncarried } from './carried-text.ts';
import type { MethodSpec } from './catalogue/method-spec.ts';
import { checkOf } from './compiled-check.ts';
import type { InputProblem } from './errors/errors.ts';
import { maxWireDepth, setMember, type WireObject, type WireValue } from './wire-value.ts';

const maxProblems = 50;

/** Where in the parameters a problem is: `subscribers[3].email`. */
export function formatPath(path: readonly PropertyKey[]): string {
  let text = '';
  for (const key of path) {
    if (typeof key === 'number') text += `[${key}]`;
    else text += text === '' ? String(key) : `.${String(key)}`;
  }
  return text === '' ? 'parameters' : text;
}

/**
 * Makes plain wire values of a caller's parameters, and says of every one that no wire can carry
 * where it is and why. Members that are `undefined` are left out.
 */
export function toWireParams(params: unknown): {
  readonly params: WireObject;
  readonly problems: InputProblem[];
} {
  const problems: InputProblem[] = [];
  const open = new Set<object>();
  /** Where the walk is: one list for all of it, as an import has hundreds of thousands of members. */
  const path: PropertyKey[] = [];
  const report = (problem: string) => {
    if (problems.length < maxProblems) problems.push({ path: formatPath(path), problem });
  };

  const visitText = (text: string, what: string) => {
    if (holdsUncarried(text)) report(`${what} holds a control character that XML cannot carry`);
    else if (!text.isWellFormed()) report(`${what} holds half of a surrogate pair`);
  };

  const visitAt = (key: PropertyKey, value: unknown): WireValue => {
    path.push(key);
    const visited = visit(value);
    path.pop();
    return visited;
  };

  const visit = (value: unknown): WireValue => {
    switch (typeof value) {
      case 'string':
        visitText(value, 'the text');
        return value;
      case 'boolean':
        return value;
      case 'number':
        if (!Number.isFinite(value)) report('must be a finite number');
        else if (Number.isInteger(value) && !Number.isSafeInteger(value)) {
          report('is beyond 2^53 and would lose digits; pass it as text');
        }
        return value + 0;
      case 'object':
        if (value === null) return null;
        return visitObject(value);
      default:
        report(`must be text, a number, a boolean, null, a list or a struct, not ${typeof value}`);
        return null;
    }
  };

  const visitObject = (value: object): WireValue => {
    if (open.has(value)) {
      report('contains itself');
      return null;
    }
    if (path.length >= maxWireDepth) {
      report(`is nested deeper than ${maxWireDepth} levels`);
      return null;
    }
    open.add(value);
    try {
      if (Array.isArray(value)) {
        return Array.from(value, (item: unknown, index) => visitAt(index, item));
      }
      const prototype: unknown = Object.getPrototypeOf(value);
      if (
        prototype !== null &&
        prototype !== Object.prototype &&
        !isPlainFromElsewhere(prototype)
      ) {
        report('must be a plain object, not an instance of a class');
        return null;
      }
      const struct: WireObject = {};
      for (const [key, member] of Object.entries(value)) {
        path.push(key);
        visitText(key, 'the name');
        if (member !== undefined) setMember(struct, key, visit(member));
        path.pop();
      }
      return struct;
    } finally {
      open.delete(value);
    }
  };

  if (typeof params !== 'object' || params === null || Array.isArray(params)) {
    report('must be an object');
    return { params: {}, problems };
  }
  return { params: visit(params) as WireObject, problems };
}

/** Objects of another realm (a worker, a test runner's context) are plain all the same. */
function isPlainFromElsewhere(prototype: unknown): boolean {
  return typeof prototype === 'object' && Object.getPrototypeOf(prototype) === null;
}

/** Checks parameters against the catalogue. Names that it does not know pass. */
export function checkParams(spec: MethodSpec, params: WireObject): InputProblem[] {
  return checkAgainst(spec.formFor(params).params, params);
}

/** What a schema says against a struct. */
export function checkAgainst(schema: z.ZodType, params: WireObject): InputProblem[] {
  if (checkOf(schema)(params)) return [];
  const outcome = schema.safeParse(params);
  if (outcome.success) return [];
  return outcome.error.issues.slice(0, maxProblems).flatMap((issue) => flattenIssue(issue, params));
}

/** A union's own sentence says what is wanted; where one of its forms got further, that form says it better. */
function flattenIssue(issue: z.core.$ZodIssue, params: WireObject): InputProblem[] {
  if (issue.code === 'invalid_union') {
    const deeper = issue.errors.filter((form) => form.some((inner) => inner.path.length > 0));
    const closest = deeper.toSorted((a, b) => a.length - b.length)[0];
    if (closest !== undefined) {
      return closest.flatMap((inner) =>
        flattenIssue({ ...inner, path: [...issue.path, ...inner.path] }, params),
      );
    }
  }
  const missing = issue.path.length > 0 && valueAt(params, issue.path) === undefined;
  return [{ path: formatPath(issue.path), problem: missing ? 'is required' : issue.message }];
}

function valueAt(params: WireValue, path: readonly PropertyKey[]): unknown {
  let value: unknown = params;
  for (const key of path) {
    if (typeof value !== 'object' || value === null) return undefined;
    value = Object.getOwnPropertyDescriptor(value, key)?.value;
  }
  return value;
}
