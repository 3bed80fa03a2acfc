import type { Expression, SourceModel } from './expression.ts';
import { PerlExpressions } from './perl-expressions.ts';
import { perlTokens } from './perl-tokens.ts';
import { name, SourceBuilder } from './source-builder.ts';
import { mostBrackets, TokenCursor } from './tokens.ts';

/** Reads a Perl source. */
export function readPerl(path: string, source: string): SourceModel {
  const builder = new SourceBuilder(path, source);
  new PerlReader(builder, new TokenCursor(perlTokens(source))).readFile();
  return builder.source;
}

/** Reads statements: packages, what they use, their subroutines. */
class PerlReader {
  readonly #builder: SourceBuilder;
  readonly #cursor: TokenCursor;
  readonly #expressions: PerlExpressions;

  constructor(builder: SourceBuilder, cursor: TokenCursor) {
    this.#builder = builder;
    this.#cursor = cursor;
    this.#expressions = new PerlExpressions(builder, cursor, () => this.#block());
  }

  readFile(): void {
    while (!this.#cursor.isAtEnd) {
      this.#statements();
      // A bracket too many.
      this.#cursor.next();
    }
  }

  #statements(): void {
    const cursor = this.#cursor;
    while (!cursor.isAtEnd && !cursor.sees('}')) {
      const token = cursor.peek();
      if (cursor.takes(';')) continue;
      if (token?.kind === 'name' && token.words === 'package') this.#package();
      else if (cursor.sees('use') || cursor.sees('require') || cursor.sees('no')) this.#use();
      else if (cursor.sees('sub') && cursor.seesKind('name', 1)) this.#subroutine();
      else if (cursor.takes('return')) this.#builder.addReturned(this.#expressions.list());
      else if (cursor.sees('{')) this.#block();
      else this.#statement();
    }
  }

  #statement(): void {
    const cursor = this.#cursor;
    const at = cursor.at;
    this.#builder.add(this.#expressions.list());
    if (cursor.at === at && !cursor.sees('}') && !cursor.sees(';')) cursor.next();
  }

  #block(): void {
    const cursor = this.#cursor;
    if (cursor.depth > mostBrackets) return cursor.skip(cursor.bracketed());
    cursor.depth += 1;
    cursor.takes('{');
    this.#statements();
    cursor.takes('}');
    cursor.depth -= 1;
  }

  /** A package goes on to the next one, or to the end of its block. */
  #package(): void {
    const cursor = this.#cursor;
    cursor.next();
    const named = cursor.next()?.words ?? '';
    this.#builder.inClass(named.replaceAll('::', '.'), [], () => {
      if (cursor.sees('{')) return this.#block();
      cursor.takes(';');
      while (!cursor.isAtEnd && !cursor.sees('package') && !cursor.sees('}')) {
        const at = cursor.at;
        this.#statementsUntilPackage();
        if (cursor.at === at) break;
      }
    });
  }

  #statementsUntilPackage(): void {
    const cursor = this.#cursor;
    if (cursor.takes(';')) return;
    if (cursor.sees('use') || cursor.sees('require') || cursor.sees('no')) this.#use();
    else if (cursor.sees('sub') && cursor.seesKind('name', 1)) this.#subroutine();
    else if (cursor.takes('return')) this.#builder.addReturned(this.#expressions.list());
    else if (cursor.sees('{')) this.#block();
    else this.#statement();
  }

  #use(): void {
    const cursor = this.#cursor;
    cursor.next();
    const module = cursor.next()?.words.replaceAll('::', '.') ?? '';
    if (module === 'constant') return this.#constants();
    const { modules } = this.#builder.source;
    modules.push(module);
    const rest = this.#expressions.list();
    if (module === 'base' || module === 'parent') {
      this.#builder.class?.bases.push(...textsIn(rest).map((base) => base.replaceAll('::', '.')));
    }
  }

  /** `use constant NAME => …` and `use constant { NAME => … }`. */
  #constants(): void {
    const value = this.#expressions.list();
    const entries = value.kind === 'entries' ? value.entries : [];
    for (const entry of entries) {
      const inner = entry.key === undefined && entry.value.kind === 'entries';
      const all = inner && entry.value.kind === 'entries' ? entry.value.entries : [entry];
      for (const { key, value: constant } of all) {
        if (key?.kind !== 'text') continue;
        const target = name(key.text, key.at);
        this.#builder.add({ kind: 'assignment', target, value: constant, at: key.at });
      }
    }
  }

  #subroutine(): void {
    const cursor = this.#cursor;
    cursor.next();
    const named = cursor.next()?.words ?? '';
    this.#expressions.functionRest(named);
  }
}

function textsIn(value: Expression): string[] {
  if (value.kind === 'text') return [value.text];
  if (value.kind !== 'entries') return [];
  return value.entries.flatMap((entry) => textsIn(entry.value));
}
