import { holdsUncarried } from '../values/carried-text.ts';
import type { MethodSpec } from '../catalogue/method-spec.ts';
import type { Schema } from '../catalogue/schema.ts';
import { problemsIn } from '../catalogue/schema-check.ts';
import type { InputProblem } from '../errors/errors.ts';
import { maxWireDepth, setMember, type WireObject, type WireValue } from '../values/wire-value.ts';

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
 * where it is and why. Members that are `undefined` are left out. What comes out is a copy, so that
 * nobody changes a call that is under way; texts are shared.
 */
export function toWireParams(params: unknown): {
  readonly params: WireObject;
  readonly problems: InputProblem[];
} {
  if (typeof params !== 'object' || params === null || Array.isArray(params)) {
    return { params: {}, problems: [{ path: formatPath([]), problem: 'must be an object' }] };
  }
  const reader = new ParamsReader();
  return { params: reader.read(params) as WireObject, problems: reader.problems };
}

/** A list or struct on the way down to a value. */
interface Place {
  readonly container: object;
  readonly above: Place | undefined;
  /** Its own name in the one above; of no meaning at the top. */
  readonly key: PropertyKey;
  readonly depth: number;
}

class ParamsReader {
  readonly problems: InputProblem[] = [];

  read(params: object): WireValue {
    return this.#readObject(params, undefined, '');
  }

  #read(value: unknown, place: Place, key: PropertyKey): WireValue {
    switch (typeof value) {
      case 'string':
        this.#checkText(value, place, key, 'the text');
        return value;
      case 'boolean':
        return value;
      case 'number':
        if (!Number.isFinite(value)) this.#report(place, key, 'must be a finite number');
        else if (Number.isInteger(value) && !Number.isSafeInteger(value)) {
          this.#report(place, key, 'is beyond 2^53 and would lose digits; pass it as text');
        }
        return value + 0;
      case 'object':
        return value === null ? null : this.#readObject(value, place, key);
      default: {
        const wanted = 'must be text, a number, a boolean, null, a list or a struct';
        this.#report(place, key, `${wanted}, not ${typeof value}`);
        return null;
      }
    }
  }

  #readObject(value: object, above: Place | undefined, key: PropertyKey): WireValue {
    const depth = above === undefined ? 0 : above.depth + 1;
    for (let place = above; place !== undefined; place = place.above) {
      if (place.container === value) return this.#refuse(above, key, 'contains itself');
    }
    if (depth >= maxWireDepth) {
      return this.#refuse(above, key, `is nested deeper than ${maxWireDepth} levels`);
    }
    const place: Place = { container: value, above, key, depth };
    if (Array.isArray(value)) {
      return Array.from(value, (item: unknown, index) => this.#read(item, place, index));
    }
    if (!isPlain(value)) {
      return this.#refuse(above, key, 'must be a plain object, not an instance of a class');
    }
    const struct: WireObject = {};
    for (const name of Object.keys(value)) {
      this.#checkText(name, place, name, 'the name');
      const member = (value as { readonly [name: string]: unknown })[name];
      if (member !== undefined) setMember(struct, name, this.#read(member, place, name));
    }
    return struct;
  }

  #checkText(text: string, place: Place, key: PropertyKey, what: string): void {
    if (holdsUncarried(text)) {
      this.#report(place, key, `${what} holds a control character that XML cannot carry`);
    } else if (!text.isWellFormed()) {
      this.#report(place, key, `${what} holds half of a surrogate pair`);
    }
  }

  #refuse(above: Place | undefined, key: PropertyKey, problem: string): null {
    this.#report(above, key, problem);
    return null;
  }

  #report(above: Place | undefined, key: PropertyKey, problem: string): void {
    if (this.problems.length >= maxProblems) return;
    const path: PropertyKey[] = [];
    if (above !== undefined) path.push(key);
    for (let place = above; place?.above !== undefined; place = place.above) path.push(place.key);
    this.problems.push({ path: formatPath(path.toReversed()), problem });
  }
}

function isPlain(value: object): boolean {
  const prototype: unknown = Object.getPrototypeOf(value);
  return prototype === null || prototype === Object.prototype || isPlainFromElsewhere(prototype);
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
export function checkAgainst(schema: Schema, params: WireObject): InputProblem[] {
  return problemsIn(schema, params)
    .slice(0, maxProblems)
    .map(({ path, problem }) => ({ path: formatPath(path), problem }));
}
