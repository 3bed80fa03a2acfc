import type { Expression } from './expression.ts';
import { CsharpExpressions } from './csharp-expressions.ts';
import { anyOf, name, type SourceBuilder } from './source-builder.ts';
import { mostBrackets, type TokenCursor } from './tokens.ts';

/** Words that no declaration of a variable begins with. */
const jumps = [
  'return',
  'throw',
  'new',
  'await',
  'yield',
  'goto',
  'case',
  'else',
  'is',
  'as',
  'in',
];

/** Reads statements. */
export class CsharpStatements {
  readonly expressions: CsharpExpressions;
  readonly #builder: SourceBuilder;
  readonly #cursor: TokenCursor;

  constructor(builder: SourceBuilder, cursor: TokenCursor) {
    this.#builder = builder;
    this.#cursor = cursor;
    this.expressions = new CsharpExpressions(builder, cursor, () => this.block());
  }

  /** Statements in braces, for the function around. */
  block(): void {
    const cursor = this.#cursor;
    if (cursor.depth > mostBrackets) return cursor.skip(cursor.bracketed());
    cursor.depth += 1;
    cursor.takes('{');
    while (!cursor.isAtEnd && !cursor.takes('}')) {
      const { at } = cursor;
      this.statement();
      if (cursor.at === at) cursor.next();
    }
    cursor.depth -= 1;
  }

  /** One statement, or the head of one that has a body. */
  statement(): void {
    const cursor = this.#cursor;
    if (cursor.takes(';')) return;
    if (cursor.sees('{')) return this.block();
    if (cursor.takes('return')) {
      if (!cursor.sees(';')) this.#builder.addReturned(this.expressions.expression());
      return;
    }
    if (
      /^(if|while|switch|lock|using|for|foreach|catch|fixed|when)$/.test(
        cursor.peek()?.words ?? '',
      ) &&
      cursor.sees('(', 1)
    ) {
      cursor.skip(2);
      while (!cursor.isAtEnd && !cursor.takes(')')) {
        const { at } = cursor;
        this.#declarationOrExpression();
        if (cursor.at === at) cursor.next();
      }
      return;
    }
    if (/^(else|try|finally|do|using|case|default|unsafe)$/.test(cursor.peek()?.words ?? '')) {
      cursor.next();
      return;
    }
    this.#declarationOrExpression();
  }

  /** How many tokens the type of a declaration takes; 0 where no variable is declared here. */
  #declaredType(): number {
    const cursor = this.#cursor;
    const first = cursor.peek();
    if (first?.kind !== 'name' || jumps.includes(first.words)) return 0;
    let ahead = 1;
    while (cursor.sees('.', ahead) || cursor.sees('::', ahead)) ahead += 2;
    if (cursor.sees('<', ahead)) ahead += cursor.bracketed(ahead);
    while (cursor.sees('[', ahead) && cursor.sees(']', ahead + 1)) ahead += 2;
    if (cursor.sees('?', ahead)) ahead += 1;
    const after = cursor.peek(ahead + 1)?.words ?? ';';
    const isDeclared = cursor.seesKind('name', ahead) && ['=', ';', 'in', ',', ')'].includes(after);
    return isDeclared && !jumps.includes(cursor.peek(ahead)?.words ?? '') ? ahead : 0;
  }

  #declarationOrExpression(): void {
    const cursor = this.#cursor;
    while (cursor.sees('const') || cursor.sees('static')) cursor.next();
    const typeLength = this.#declaredType();
    if (typeLength === 0) {
      this.#builder.add(this.expressions.expression());
      return;
    }
    const type = cursor.peek()?.words ?? '';
    const path = this.#pathOfType(typeLength);
    const variable = cursor.next();
    const target = name(variable?.words ?? '', variable?.at ?? 0);
    const values: Expression[] = [];
    if (type !== 'var') values.push(name(`(type) ${path}`, target.at));
    if (cursor.takes('=') || cursor.takes('in')) values.unshift(this.expressions.expression());
    this.#builder.add({
      kind: 'assignment',
      target,
      value: anyOf(values, target.at),
      at: target.at,
    });
  }

  #pathOfType(length: number): string {
    const words: string[] = [];
    for (let index = 0; index < length; index += 1) words.push(this.#cursor.next()?.words ?? '');
    return words
      .join('')
      .replace(/[<[?].*$/, '')
      .replaceAll('::', '.');
  }
}
