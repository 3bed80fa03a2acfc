import type { Expression, ParameterModel, SourceModel } from './expression.ts';
import type { CsharpExpressions } from './csharp-expressions.ts';
import { CsharpStatements } from './csharp-statements.ts';
import { csharpTokens, dottedName } from './csharp-tokens.ts';
import { SourceBuilder } from './source-builder.ts';
import { TokenCursor } from './tokens.ts';

/** Reads a C# source. */
export function readCsharp(path: string, source: string): SourceModel {
  const builder = new SourceBuilder(path, source);
  new CsharpReader(builder, new TokenCursor(csharpTokens(source))).readFile();
  return builder.source;
}

const typeWords = ['class', 'struct', 'interface', 'record', 'enum'];

/** Reads declarations: what a file uses, its types and their members. */
class CsharpReader {
  readonly #builder: SourceBuilder;
  readonly #cursor: TokenCursor;
  readonly #statements: CsharpStatements;
  readonly #expressions: CsharpExpressions;

  constructor(builder: SourceBuilder, cursor: TokenCursor) {
    this.#builder = builder;
    this.#cursor = cursor;
    this.#statements = new CsharpStatements(builder, cursor);
    this.#expressions = this.#statements.expressions;
  }

  readFile(): void {
    const cursor = this.#cursor;
    while (!cursor.isAtEnd) {
      const { at } = cursor;
      if (cursor.sees('using') && !cursor.sees('(', 1) && !cursor.sees('var', 1)) this.#using();
      else if (cursor.takes('namespace')) dottedName(cursor);
      else if (cursor.sees('{') || cursor.sees('}') || cursor.sees(';')) cursor.next();
      else if (cursor.sees('[')) cursor.skip(cursor.bracketed());
      else if (this.#typeAhead() !== -1) this.#type(this.#typeAhead());
      else this.#statements.statement();
      if (cursor.at === at && !cursor.isAtEnd) cursor.next();
    }
  }

  #using(): void {
    const cursor = this.#cursor;
    const { imports, modules } = this.#builder.source;
    cursor.next();
    cursor.takes('static');
    const first = dottedName(cursor);
    if (!cursor.takes('=')) {
      modules.push(`${first}.*`);
      return;
    }
    const path = dottedName(cursor);
    imports.set(first, path);
    modules.push(path);
  }

  /** How many words stand before `class` and the like; -1 where no type is declared here. */
  #typeAhead(): number {
    const cursor = this.#cursor;
    let ahead = 0;
    while (cursor.seesKind('name', ahead) && ahead < 6) {
      if (
        typeWords.includes(cursor.peek(ahead)?.words ?? '') &&
        cursor.seesKind('name', ahead + 1)
      ) {
        return ahead;
      }
      ahead += 1;
    }
    return -1;
  }

  #type(ahead: number): void {
    const cursor = this.#cursor;
    cursor.skip(ahead + 1);
    if (cursor.sees('struct') || cursor.sees('class')) cursor.next();
    const named = cursor.next()?.words ?? '';
    if (cursor.sees('<')) cursor.skip(cursor.bracketed());
    const parameters = cursor.sees('(') ? this.#expressions.parameters() : [];
    const bases: string[] = [];
    if (cursor.takes(':')) {
      while (!cursor.isAtEnd && !cursor.sees('{') && !cursor.sees(';') && !cursor.sees('where')) {
        if (cursor.seesKind('name')) bases.push(dottedName(cursor));
        else if (cursor.sees('<') || cursor.sees('(')) cursor.skip(cursor.bracketed());
        else cursor.next();
      }
    }
    while (!cursor.isAtEnd && !cursor.sees('{') && !cursor.sees(';')) cursor.next();
    this.#builder.inClass(named, bases, () => {
      for (const { name: field, type } of parameters)
        this.#builder.addField(field, type, undefined);
      if (cursor.takes('{')) this.#members(named);
    });
  }

  #members(around: string): void {
    const cursor = this.#cursor;
    while (!cursor.isAtEnd && !cursor.takes('}')) {
      const { at } = cursor;
      if (cursor.sees('[')) cursor.skip(cursor.bracketed());
      else if (this.#typeAhead() !== -1) this.#type(this.#typeAhead());
      else this.#member(around);
      if (cursor.at === at) cursor.next();
    }
  }

  #member(around: string): void {
    const cursor = this.#cursor;
    const words: string[] = [];
    while (!cursor.isAtEnd) {
      if (cursor.seesKind('name')) words.push(dottedName(cursor));
      else if (cursor.sees('<') || cursor.sees('[')) cursor.skip(cursor.bracketed());
      else if (cursor.sees('(') && words.length < 2 && words[0] !== around)
        cursor.skip(cursor.bracketed());
      else if (cursor.sees('?') || cursor.sees('*') || cursor.sees('~')) cursor.next();
      else break;
    }
    const named = words.at(-1) ?? '';
    const type = words.at(-2);
    if (cursor.sees('(')) return this.#method(named);
    if (cursor.sees('{')) this.#bodyOf(named, []);
    if (cursor.takes('=>')) {
      this.#builder.inFunction(named, [], true, () =>
        this.#builder.addReturned(this.#expressions.expression()),
      );
      this.#builder.addField(named, type, undefined);
    } else {
      const value = cursor.takes('=') ? this.#expressions.expression() : undefined;
      this.#builder.addField(named, type, value);
    }
    while (cursor.takes(',')) {
      const next = cursor.next()?.words ?? '';
      this.#builder.addField(
        next,
        type,
        cursor.takes('=') ? this.#expressions.expression() : undefined,
      );
    }
    cursor.takes(';');
  }

  #method(named: string): void {
    const cursor = this.#cursor;
    const parameters = this.#expressions.parameters();
    let toBase: Expression | undefined;
    if (cursor.takes(':')) toBase = this.#expressions.expression();
    while (cursor.sees('where'))
      while (!cursor.isAtEnd && !['{', ';', '=>'].includes(cursor.peek()?.words ?? ''))
        cursor.next();
    this.#bodyOf(named, parameters, toBase);
  }

  /** A body in a block or after an arrow. */
  #bodyOf(named: string, parameters: readonly ParameterModel[], toBase?: Expression): void {
    const cursor = this.#cursor;
    this.#builder.inFunction(named, parameters, true, () => {
      if (toBase !== undefined) this.#builder.add(toBase);
      if (cursor.takes('=>')) this.#builder.addReturned(this.#expressions.expression());
      else if (cursor.sees('{')) this.#statements.block();
    });
    cursor.takes(';');
  }
}
