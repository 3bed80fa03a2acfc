import type { Argument, Expression } from './expression.ts';
import { call, member, name, text } from './source-builder.ts';
import type { TokenCursor } from './tokens.ts';

/** Reads what follows a value: arguments, methods, keys. */
export class PerlPostfixes {
  readonly #cursor: TokenCursor;
  readonly #list: () => Expression;

  /** @param list reads values with commas between them */
  constructor(cursor: TokenCursor, list: () => Expression) {
    this.#cursor = cursor;
    this.#list = list;
  }

  /** `(a, b => c)`. */
  arguments(): Argument[] {
    return asArguments(this.#bracketAsList());
  }

  #bracketAsList(): Expression {
    const cursor = this.#cursor;
    const { at } = cursor;
    cursor.next();
    cursor.depth += 1;
    const inside = this.#list();
    cursor.depth -= 1;
    cursor.takes(')');
    return inside.kind === 'entries'
      ? inside
      : { kind: 'entries', entries: [{ value: inside }], at };
  }

  /** A value with all that follows it: `->method(…)`, `->[0]`, `{key}`. */
  after(primary: Expression): Expression {
    const cursor = this.#cursor;
    let read = primary;
    for (;;) {
      const isSubscriptable =
        read.kind === 'name' || read.kind === 'member' || read.kind === 'call';
      if (cursor.takes('->')) {
        const token = cursor.peek();
        if (token?.kind === 'name' || token?.kind === 'variable') {
          cursor.next();
          const named =
            token.kind === 'name' ? text(token.words, token.at) : name(token.words, token.at);
          read = this.#methodCall(read, named);
        } else if (cursor.sees('(')) read = call(read, this.arguments());
        else if (cursor.sees('[') || cursor.sees('{')) read = this.#subscript(read);
        else if (!cursor.takes('@')) return read;
      } else if (
        isSubscriptable &&
        (cursor.sees('[') || cursor.sees('{')) &&
        read.kind !== 'call'
      ) {
        read = this.#subscript(read);
      } else if (read.kind === 'member' && cursor.sees('(')) read = call(read, this.arguments());
      else return read;
    }
  }

  #methodCall(object: Expression, named: Expression): Expression {
    const args = this.#cursor.sees('(') ? this.arguments() : [];
    if (named.kind === 'text' && named.text === 'new' && object.kind === 'name') {
      return { kind: 'creation', type: object.name, args, at: object.at };
    }
    return call(member(object, named), args);
  }

  #subscript(object: Expression): Expression {
    const cursor = this.#cursor;
    const isKey = cursor.sees('{') && cursor.seesKind('name', 1) && cursor.sees('}', 2);
    if (isKey) {
      const key = cursor.peek(1);
      cursor.skip(3);
      return member(object, text(key?.words ?? '', key?.at ?? 0));
    }
    const close = cursor.sees('{') ? '}' : ']';
    cursor.next();
    cursor.depth += 1;
    const key = this.#list();
    cursor.depth -= 1;
    cursor.takes(close);
    return member(object, key);
  }
}

/** Keys and values among the arguments are a map that is passed. */
export function asArguments(list: Expression): Argument[] {
  if (list.kind !== 'entries') return isNothing(list) ? [] : [{ value: list }];
  const plain = list.entries.filter(({ key }) => key === undefined).map(({ value }) => ({ value }));
  const named = list.entries.filter(({ key }) => key !== undefined);
  const [only] = plain;
  const [pair] = named;
  // `call(getReport => { … })`: the arrow is a comma.
  if (
    plain.length === 0 &&
    named.length === 1 &&
    pair?.key !== undefined &&
    pair.value.kind === 'entries'
  ) {
    return [{ value: pair.key }, { value: pair.value }];
  }
  if (named.length === 0)
    return only !== undefined && plain.length === 1 && isNothing(only.value) ? [] : plain;
  return [...plain, { value: { kind: 'entries', entries: named, at: list.at } }];
}

function isNothing(value: Expression): boolean {
  return value.kind === 'any of' && value.parts.length === 0;
}
