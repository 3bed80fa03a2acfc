import { type Entry, type Expression, type FunctionModel, self } from './expression.ts';
import { asArguments, PerlPostfixes } from './perl-postfixes.ts';
import { anyOf, call, name, type SourceBuilder, text } from './source-builder.ts';
import { mostBrackets, ofOperands, type TokenCursor } from './tokens.ts';

const ends = [')', ']', '}', ';', ':', ','];
const endingWords = ['if', 'unless', 'for', 'foreach', 'while', 'until', 'or', 'and', 'xor'];
const declaring = ['my', 'our', 'local', 'state'];
const blockWords = ['do', 'eval', 'else', 'BEGIN', 'END', 'continue', 'try', 'finally'];

/** Reads expressions, and functions, which are values too. */
export class PerlExpressions {
  readonly #builder: SourceBuilder;
  readonly #cursor: TokenCursor;
  readonly #block: () => void;
  readonly #postfixes: PerlPostfixes;

  /** @param block reads the block of a function */
  constructor(builder: SourceBuilder, cursor: TokenCursor, block: () => void) {
    this.#builder = builder;
    this.#cursor = cursor;
    this.#block = block;
    this.#postfixes = new PerlPostfixes(cursor, () => this.list());
  }

  /** Values with commas between them: one alone is itself, several are entries. */
  list(): Expression {
    const cursor = this.#cursor;
    const { at } = cursor;
    const entries: Entry[] = [];
    while (!cursor.isAtEnd && !(ends.includes(cursor.peek()?.words ?? '') && !cursor.sees(','))) {
      if (cursor.takes(',') || cursor.takes('=>')) continue;
      const from = cursor.at;
      const value = this.#expression();
      if (cursor.takes('=>')) entries.push({ key: value, value: this.#expression() });
      else entries.push({ value });
      const word = cursor.peek();
      if (word?.kind === 'name' && endingWords.includes(word.words)) {
        cursor.next();
        entries.push({ value: this.list() });
      }
      if (cursor.at === from) break;
    }
    const [only] = entries;
    if (only === undefined) return anyOf([], at);
    return entries.length === 1 && only.key === undefined
      ? only.value
      : { kind: 'entries', entries, at };
  }

  #expression(): Expression {
    const cursor = this.#cursor;
    if (cursor.depth > mostBrackets) {
      cursor.skip(Math.max(1, cursor.bracketed()));
      return anyOf([], cursor.at);
    }
    const operands = [this.#operand()];
    const signs: string[] = [];
    for (;;) {
      const token = cursor.peek();
      if (token?.kind !== 'sign' || ends.includes(token.words) || token.words === '=>') break;
      if (['=', '.=', '||=', '//='].includes(token.words)) {
        cursor.next();
        return this.#assignment(ofOperands(operands, signs, '.'));
      }
      if (['{', '(', '['].includes(token.words)) break;
      cursor.next();
      // The second half of a choice.
      if (token.words === '?') {
        operands.push(this.#expression());
        cursor.takes(':');
        signs.push('?');
      }
      signs.push(token.words);
      operands.push(this.#operand());
    }
    return ofOperands(operands, signs, '.');
  }

  #assignment(target: Expression): Expression {
    const value = this.#expression();
    const { parameters } = this.#builder.function;
    const isShift =
      value.kind === 'call' && value.callee.kind === 'name' && value.callee.name === 'shift';
    if (value.kind === 'name' && value.name === '@_') {
      const variables =
        target.kind === 'entries' ? target.entries.map((entry) => entry.value) : [target];
      for (const variable of variables) {
        if (variable.kind === 'name') parameters.push({ name: variable.name });
      }
    } else if (isShift && target.kind === 'name') {
      parameters.push({ name: target.name });
    }
    return { kind: 'assignment', target, value, at: target.at };
  }

  #operand(): Expression {
    const cursor = this.#cursor;
    while (
      cursor.seesKind('sign') &&
      ['!', '-', '+', '\\', '~', '++', '--', '<'].includes(cursor.peek()?.words ?? '')
    ) {
      cursor.next();
    }
    while (cursor.seesKind('name') && declaring.includes(cursor.peek()?.words ?? '')) cursor.next();
    return this.#postfixes.after(this.#primary());
  }

  #primary(): Expression {
    const cursor = this.#cursor;
    const token = cursor.peek();
    const { at } = cursor;
    if (token === undefined) return anyOf([], at);
    if (token.words === '(' || token.words === '[' || token.words === '{') {
      if (token.kind === 'sign') return this.#bracket(token.words);
    }
    if (token.kind === 'sign') {
      if (!ends.includes(token.words)) cursor.next();
      return anyOf([], at);
    }
    cursor.next();
    if (token.kind === 'value') return token.value ?? anyOf([], at);
    if (token.kind === 'variable') return name(ownName(token.words), at);
    return this.#named(token.words, at);
  }

  #bracket(open: string): Expression {
    const cursor = this.#cursor;
    const { at } = cursor;
    if (open === '{' && !this.#isHash()) {
      this.#block();
      return anyOf([], at);
    }
    cursor.next();
    cursor.depth += 1;
    const inside = this.list();
    cursor.depth -= 1;
    cursor.takes(open === '(' ? ')' : open === '[' ? ']' : '}');
    if (open === '(' || inside.kind === 'entries') return inside;
    const isEmpty = inside.kind === 'any of' && inside.parts.length === 0;
    return { kind: 'entries', entries: isEmpty ? [] : [{ value: inside }], at };
  }

  #isHash(): boolean {
    const cursor = this.#cursor;
    if (cursor.sees('}', 1)) return true;
    const second = cursor.peek(2)?.words ?? '';
    return (
      (cursor.peek(1)?.kind !== 'sign' && (second === '=>' || second === ',' || second === '}')) ||
      (cursor.seesKind('variable', 1) && second === ')')
    );
  }

  #named(words: string, at: number): Expression {
    const cursor = this.#cursor;
    if (cursor.sees('=>')) return text(words, at);
    if (words === 'sub') {
      const declared = this.functionRest('');
      return { kind: 'function', declared, at };
    }
    if (words === '__PACKAGE__') return name(self, at);
    if (blockWords.includes(words) && cursor.sees('{')) {
      this.#block();
      return anyOf([], at);
    }
    const dotted = words.replaceAll('::', '.');
    if (words === 'new' && cursor.seesKind('name')) {
      const type = cursor.next()?.words.replaceAll('::', '.') ?? '';
      return {
        kind: 'creation',
        type,
        args: cursor.sees('(') ? this.#postfixes.arguments() : [],
        at,
      };
    }
    if (cursor.sees('->') || cursor.sees('::')) return name(dotted, at);
    if (cursor.sees('(')) return call(name(dotted, at), this.#postfixes.arguments());
    const next = cursor.peek();
    const takesOperand =
      next !== undefined &&
      (next.kind !== 'sign' || ['{', '[', '\\'].includes(next.words)) &&
      !(next.kind === 'name' && endingWords.includes(next.words));
    if (!takesOperand && words !== 'shift') return name(dotted, at);
    const args = takesOperand && words !== 'shift' ? asArguments(this.list()) : [];
    return call(name(dotted, at), args);
  }

  /** A function from its parameters on. */
  functionRest(named: string): FunctionModel {
    const cursor = this.#cursor;
    const parameters = cursor.sees('(') ? this.#parameterNames() : [];
    const isMethod = named !== '' && this.#builder.class !== undefined;
    return this.#builder.inFunction(named, parameters, isMethod, () => {
      if (cursor.sees('{')) this.#block();
    });
  }

  #parameterNames(): { readonly name: string }[] {
    const cursor = this.#cursor;
    const count = cursor.bracketed();
    const names: { readonly name: string }[] = [];
    for (let index = 0; index < count; index += 1) {
      const token = cursor.next();
      if (token?.kind === 'variable') names.push({ name: ownName(token.words) });
    }
    return names;
  }
}

function ownName(words: string): string {
  return words === '$self' || words === '$class' ? self : words;
}
