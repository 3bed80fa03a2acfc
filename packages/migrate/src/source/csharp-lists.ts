import type { Argument, Entry, Expression, ParameterModel } from './expression.ts';
import { dottedName } from './csharp-tokens.ts';
import { anyOf, text } from './source-builder.ts';
import { mostBrackets, type TokenCursor } from './tokens.ts';

/** Reads what stands in brackets with commas between: arguments, parameters, entries. */
export class CsharpLists {
  readonly #cursor: TokenCursor;
  readonly #expression: () => Expression;

  /** @param expression reads one expression */
  constructor(cursor: TokenCursor, expression: () => Expression) {
    this.#cursor = cursor;
    this.#expression = expression;
  }

  /** `(a, named: b)`. */
  arguments(): Argument[] {
    const cursor = this.#cursor;
    const args: Argument[] = [];
    if (cursor.depth > mostBrackets) {
      cursor.skip(cursor.bracketed());
      return args;
    }
    cursor.next();
    cursor.depth += 1;
    while (!cursor.isAtEnd && !cursor.takes(')')) {
      const { at } = cursor;
      if (cursor.takes(',')) continue;
      const named =
        cursor.seesKind('name') && cursor.sees(':', 1) ? cursor.next()?.words : undefined;
      if (named !== undefined) cursor.next();
      const value = this.#expression();
      args.push(named === undefined ? { value } : { name: named, value });
      if (cursor.at === at) cursor.next();
    }
    cursor.depth -= 1;
    return args;
  }

  /** `(Type a, Type b = value)`. */
  parameters(): ParameterModel[] {
    const cursor = this.#cursor;
    const parameters: ParameterModel[] = [];
    cursor.takes('(');
    let words: string[] = [];
    const add = (value?: Expression) => {
      const named = words.at(-1);
      const type = words.at(-2);
      if (named !== undefined) {
        parameters.push({
          name: named,
          ...(type === undefined ? {} : { type }),
          ...(value === undefined ? {} : { value }),
        });
      }
      words = [];
    };
    while (!cursor.isAtEnd && !cursor.takes(')')) {
      if (cursor.seesKind('name')) words.push(dottedName(cursor));
      else if (cursor.sees('[') || cursor.sees('<') || cursor.sees('('))
        cursor.skip(cursor.bracketed());
      else if (cursor.takes('=')) add(this.#expression());
      else if (cursor.takes(',')) add();
      else cursor.next();
    }
    add();
    return parameters;
  }

  /** `{ { "a", 1 } }`, `{ ["a"] = 1 }`, `{ a = 1 }` and plain lists. */
  entries(open: '{' | '['): Expression {
    const cursor = this.#cursor;
    const { at } = cursor;
    const entries: Entry[] = [];
    cursor.next();
    cursor.depth += 1;
    while (!cursor.isAtEnd && !cursor.takes(open === '{' ? '}' : ']')) {
      const from = cursor.at;
      if (cursor.takes(',')) continue;
      entries.push(this.#entry());
      if (cursor.at === from) cursor.next();
    }
    cursor.depth -= 1;
    return { kind: 'entries', entries, at };
  }

  #entry(): Entry {
    const cursor = this.#cursor;
    if (cursor.sees('{')) {
      if (cursor.depth > mostBrackets) {
        cursor.skip(cursor.bracketed());
        return { value: anyOf([], cursor.at) };
      }
      const inner = this.entries('{');
      const [key, value] = inner.kind === 'entries' ? inner.entries : [];
      return key !== undefined && value !== undefined
        ? { key: key.value, value: value.value }
        : { value: inner };
    }
    const value = this.#expression();
    if (value.kind !== 'assignment') return { value };
    const { target } = value;
    if (target.kind === 'name') return { key: text(target.name, target.at), value: value.value };
    const [key] = target.kind === 'entries' ? target.entries : [];
    return key === undefined ? { value: value.value } : { key: key.value, value: value.value };
  }
}
