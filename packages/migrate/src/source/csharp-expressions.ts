import { type Expression, type ParameterModel, self } from './expression.ts';
import { CsharpLists } from './csharp-lists.ts';
import { dottedName } from './csharp-tokens.ts';
import { anyOf, call, member, name, type SourceBuilder, text } from './source-builder.ts';
import { ofOperands, type TokenCursor } from './tokens.ts';

const ends = [')', ']', '}', ';', ',', ':'];
const assigning = ['=', '+=', '??='];
const passedOver = [
  'await',
  'async',
  'ref',
  'out',
  'in',
  'throw',
  'static',
  'const',
  'checked',
  'yield',
];

/** Reads expressions. */
export class CsharpExpressions {
  readonly #builder: SourceBuilder;
  readonly #cursor: TokenCursor;
  readonly #block: () => void;
  readonly #lists: CsharpLists;

  /** @param block reads the block of a lambda */
  constructor(builder: SourceBuilder, cursor: TokenCursor, block: () => void) {
    this.#builder = builder;
    this.#cursor = cursor;
    this.#block = block;
    this.#lists = new CsharpLists(cursor, () => this.expression());
  }

  /** The parameters of a function, in their brackets. */
  parameters(): ParameterModel[] {
    return this.#lists.parameters();
  }

  /** One expression, to the comma or the bracket after it. */
  expression(): Expression {
    const cursor = this.#cursor;
    const operands = [this.#operand()];
    const signs: string[] = [];
    for (;;) {
      const token = cursor.peek();
      if (token === undefined) break;
      if (token.kind === 'name' && (token.words === 'is' || token.words === 'as')) {
        cursor.next();
        operands.push(name(`(type) ${dottedName(cursor)}`, token.at));
        signs.push(token.words);
        continue;
      }
      if (
        token.kind !== 'sign' ||
        ends.includes(token.words) ||
        ['{', '(', '['].includes(token.words)
      )
        break;
      if (token.words === '=>') break;
      cursor.next();
      if (assigning.includes(token.words)) {
        const target = ofOperands(operands, signs, '+');
        return { kind: 'assignment', target, value: this.expression(), at: target.at };
      }
      if (token.words === '?') {
        operands.push(this.expression());
        signs.push('?');
        cursor.takes(':');
      }
      signs.push(token.words);
      operands.push(this.#operand());
    }
    return ofOperands(operands, signs, '+');
  }

  #operand(): Expression {
    const cursor = this.#cursor;
    while (
      (cursor.seesKind('sign') &&
        ['!', '-', '+', '~', '++', '--', '&', '^'].includes(cursor.peek()?.words ?? '')) ||
      (cursor.seesKind('name') && passedOver.includes(cursor.peek()?.words ?? ''))
    ) {
      cursor.next();
    }
    return this.#postfixes(this.#primary());
  }

  #primary(): Expression {
    const cursor = this.#cursor;
    const { at } = cursor;
    const token = cursor.peek();
    if (token === undefined) return anyOf([], at);
    if (token.kind === 'value') {
      cursor.next();
      return token.value ?? anyOf([], at);
    }
    if (token.kind === 'sign') return this.#signed(token.words, at);
    if (token.words === 'new') return this.#creation();
    cursor.next();
    if (token.words === 'this' || token.words === 'base') return name(self, at);
    if (token.words === 'delegate' && cursor.sees('('))
      return this.#lambda(this.#lists.parameters());
    if (cursor.sees('=>')) return this.#lambda([{ name: token.words }]);
    return name(token.words, at);
  }

  #signed(words: string, at: number): Expression {
    const cursor = this.#cursor;
    if (words === '[') return this.#lists.entries('[');
    if (words === '{') {
      this.#block();
      return anyOf([], at);
    }
    if (words !== '(') {
      if (!ends.includes(words)) cursor.next();
      return anyOf([], at);
    }
    const length = cursor.bracketed();
    if (cursor.sees('=>', length)) return this.#lambda(this.#lists.parameters());
    const after = cursor.peek(length);
    const isCast =
      length <= 8 &&
      after !== undefined &&
      (after.kind !== 'sign' || after.words === '(') &&
      cursor.seesKind('name', 1) &&
      !/^(is|as|in)$/.test(after.words);
    if (isCast) {
      cursor.next();
      const type = dottedName(cursor);
      cursor.skip(Math.max(0, length - 1 - this.#tokensOf(type)));
      return anyOf([this.#operand(), name(`(type) ${type}`, at)], at);
    }
    return anyOf(
      this.#lists.arguments().map(({ value }) => value),
      at,
    );
  }

  #tokensOf(path: string): number {
    return path.split('.').length * 2 - 1;
  }

  #lambda(parameters: readonly ParameterModel[]): Expression {
    const cursor = this.#cursor;
    const { at } = cursor;
    cursor.takes('=>');
    const declared = this.#builder.inFunction('', parameters, false, () => {
      if (cursor.sees('{')) this.#block();
      else this.#builder.addReturned(this.expression());
    });
    return { kind: 'function', declared, at };
  }

  #creation(): Expression {
    const cursor = this.#cursor;
    const { at } = cursor;
    cursor.next();
    const type = cursor.seesKind('name') ? dottedName(cursor) : '';
    if (cursor.sees('<')) cursor.skip(cursor.bracketed());
    while (cursor.sees('[')) cursor.skip(cursor.bracketed());
    const args = cursor.sees('(') ? this.#lists.arguments() : [];
    const filled = cursor.sees('{') ? [{ value: this.#lists.entries('{') }] : [];
    return { kind: 'creation', type, args: [...args, ...filled], at };
  }

  #postfixes(primary: Expression): Expression {
    const cursor = this.#cursor;
    let read = primary;
    for (;;) {
      if (
        (cursor.sees('.') || cursor.sees('?.') || cursor.sees('::')) &&
        cursor.seesKind('name', 1)
      ) {
        cursor.next();
        const token = cursor.next();
        read = member(read, text(token?.words ?? '', token?.at ?? 0));
      } else if (cursor.sees('!') && cursor.sees('.', 1)) cursor.next();
      else if (cursor.sees('(')) read = call(read, this.#lists.arguments());
      else if (cursor.sees('<') && this.#isGeneric()) read = this.#generic(read);
      else if (cursor.sees('[')) {
        const inside = this.#lists.entries('[');
        const key = inside.kind === 'entries' ? inside.entries[0]?.value : undefined;
        read = member(read, key ?? anyOf([], cursor.at));
      } else return read;
    }
  }

  /** Types between angles before the arguments of a call. */
  #isGeneric(): boolean {
    const cursor = this.#cursor;
    let ahead = 1;
    while (cursor.seesKind('name', ahead) || cursor.sees(',', ahead) || cursor.sees('.', ahead))
      ahead += 1;
    return ahead > 1 && cursor.sees('>', ahead) && cursor.sees('(', ahead + 1);
  }

  #generic(callee: Expression): Expression {
    const cursor = this.#cursor;
    cursor.next();
    const type = dottedName(cursor);
    while (!cursor.isAtEnd && !cursor.takes('>')) cursor.next();
    const args = this.#lists.arguments();
    return call(callee, [...args, { value: name(`(type) ${type}`, callee.at) }]);
  }
}
