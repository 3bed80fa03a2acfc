import {
  type Argument,
  type Entry,
  type Expression,
  type ParameterModel,
  self,
  type SourceModel,
} from './expression.ts';
import { csharpTokens } from './csharp-tokens.ts';
import { anyOf, call, member, name, SourceBuilder, text } from './source-builder.ts';
import { mostBrackets, ofOperands, TokenCursor } from './tokens.ts';

/** Reads a C# source. */
export function readCsharp(path: string, source: string): SourceModel {
  const builder = new SourceBuilder(path, source);
  new CsharpReader(builder, new TokenCursor(csharpTokens(source))).readFile();
  return builder.source;
}

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
const typeWords = ['class', 'struct', 'interface', 'record', 'enum'];
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

class CsharpReader {
  readonly #builder: SourceBuilder;
  readonly #cursor: TokenCursor;

  constructor(builder: SourceBuilder, cursor: TokenCursor) {
    this.#builder = builder;
    this.#cursor = cursor;
  }

  readFile(): void {
    const cursor = this.#cursor;
    while (!cursor.isAtEnd) {
      const { at } = cursor;
      if (cursor.sees('using') && !cursor.sees('(', 1) && !cursor.sees('var', 1)) this.#using();
      else if (cursor.takes('namespace')) this.#path();
      else if (cursor.sees('{') || cursor.sees('}') || cursor.sees(';')) cursor.next();
      else if (cursor.sees('[')) cursor.skip(cursor.bracketed());
      else if (this.#typeAhead() !== -1) this.#type(this.#typeAhead());
      else this.#statement();
      if (cursor.at === at && !cursor.isAtEnd) cursor.next();
    }
  }

  #path(): string {
    const cursor = this.#cursor;
    let path = cursor.next()?.words ?? '';
    while (cursor.takes('.') || cursor.takes('::')) path += `.${cursor.next()?.words ?? ''}`;
    return path;
  }

  #using(): void {
    const cursor = this.#cursor;
    const { imports, modules } = this.#builder.source;
    cursor.next();
    cursor.takes('static');
    const first = this.#path();
    if (!cursor.takes('=')) {
      modules.push(`${first}.*`);
      return;
    }
    const path = this.#path();
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
    const parameters = cursor.sees('(') ? this.#parameters() : [];
    const bases: string[] = [];
    if (cursor.takes(':')) {
      while (!cursor.isAtEnd && !cursor.sees('{') && !cursor.sees(';') && !cursor.sees('where')) {
        if (cursor.seesKind('name')) bases.push(this.#path());
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
      if (cursor.seesKind('name')) words.push(this.#path());
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
        this.#builder.addReturned(this.#expression()),
      );
      this.#builder.addField(named, type, undefined);
    } else {
      const value = cursor.takes('=') ? this.#expression() : undefined;
      this.#builder.addField(named, type, value);
    }
    while (cursor.takes(',')) {
      const next = cursor.next()?.words ?? '';
      this.#builder.addField(next, type, cursor.takes('=') ? this.#expression() : undefined);
    }
    cursor.takes(';');
  }

  #method(named: string): void {
    const cursor = this.#cursor;
    const parameters = this.#parameters();
    let toBase: Expression | undefined;
    if (cursor.takes(':')) toBase = this.#expression();
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
      if (cursor.takes('=>')) this.#builder.addReturned(this.#expression());
      else if (cursor.sees('{')) this.#block();
    });
    cursor.takes(';');
  }

  #parameters(): ParameterModel[] {
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
      if (cursor.seesKind('name')) words.push(this.#path());
      else if (cursor.sees('[') || cursor.sees('<') || cursor.sees('('))
        cursor.skip(cursor.bracketed());
      else if (cursor.takes('=')) add(this.#expression());
      else if (cursor.takes(',')) add();
      else cursor.next();
    }
    add();
    return parameters;
  }

  #block(): void {
    const cursor = this.#cursor;
    if (cursor.depth > mostBrackets) return cursor.skip(cursor.bracketed());
    cursor.depth += 1;
    cursor.takes('{');
    while (!cursor.isAtEnd && !cursor.takes('}')) {
      const { at } = cursor;
      this.#statement();
      if (cursor.at === at) cursor.next();
    }
    cursor.depth -= 1;
  }

  #statement(): void {
    const cursor = this.#cursor;
    if (cursor.takes(';')) return;
    if (cursor.sees('{')) return this.#block();
    if (cursor.takes('return')) {
      if (!cursor.sees(';')) this.#builder.addReturned(this.#expression());
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
      this.#builder.add(this.#expression());
      return;
    }
    const type = cursor.peek()?.words ?? '';
    const path = this.#pathOfType(typeLength);
    const variable = cursor.next();
    const target = name(variable?.words ?? '', variable?.at ?? 0);
    const values: Expression[] = [];
    if (type !== 'var') values.push(name(`(type) ${path}`, target.at));
    if (cursor.takes('=') || cursor.takes('in')) values.unshift(this.#expression());
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

  #expression(): Expression {
    const cursor = this.#cursor;
    const operands = [this.#operand()];
    const signs: string[] = [];
    for (;;) {
      const token = cursor.peek();
      if (token === undefined) break;
      if (token.kind === 'name' && (token.words === 'is' || token.words === 'as')) {
        cursor.next();
        operands.push(name(`(type) ${this.#path()}`, token.at));
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
        return { kind: 'assignment', target, value: this.#expression(), at: target.at };
      }
      if (token.words === '?') {
        operands.push(this.#expression());
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
    if (token.words === 'delegate' && cursor.sees('(')) return this.#lambda(this.#parameters());
    if (cursor.sees('=>')) return this.#lambda([{ name: token.words }]);
    return name(token.words, at);
  }

  #signed(words: string, at: number): Expression {
    const cursor = this.#cursor;
    if (words === '[') return this.#entries('[');
    if (words === '{') {
      this.#block();
      return anyOf([], at);
    }
    if (words !== '(') {
      if (!ends.includes(words)) cursor.next();
      return anyOf([], at);
    }
    const length = cursor.bracketed();
    if (cursor.sees('=>', length)) return this.#lambda(this.#parameters());
    const after = cursor.peek(length);
    const isCast =
      length <= 8 &&
      after !== undefined &&
      (after.kind !== 'sign' || after.words === '(') &&
      cursor.seesKind('name', 1) &&
      !/^(is|as|in)$/.test(after.words);
    if (isCast) {
      cursor.next();
      const type = this.#path();
      cursor.skip(Math.max(0, length - 1 - this.#tokensOf(type)));
      return anyOf([this.#operand(), name(`(type) ${type}`, at)], at);
    }
    return anyOf(
      this.#arguments().map(({ value }) => value),
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
      else this.#builder.addReturned(this.#expression());
    });
    return { kind: 'function', declared, at };
  }

  #creation(): Expression {
    const cursor = this.#cursor;
    const { at } = cursor;
    cursor.next();
    const type = cursor.seesKind('name') ? this.#path() : '';
    if (cursor.sees('<')) cursor.skip(cursor.bracketed());
    while (cursor.sees('[')) cursor.skip(cursor.bracketed());
    const args = cursor.sees('(') ? this.#arguments() : [];
    const filled = cursor.sees('{') ? [{ value: this.#entries('{') }] : [];
    return { kind: 'creation', type, args: [...args, ...filled], at };
  }

  /** `{ { "a", 1 } }`, `{ ["a"] = 1 }`, `{ a = 1 }` and plain lists. */
  #entries(open: '{' | '['): Expression {
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
      const inner = this.#entries('{');
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

  #arguments(): Argument[] {
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
      else if (cursor.sees('(')) read = call(read, this.#arguments());
      else if (cursor.sees('<') && this.#isGeneric()) read = this.#generic(read);
      else if (cursor.sees('[')) {
        const inside = this.#entries('[');
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
    const type = this.#path();
    while (!cursor.isAtEnd && !cursor.takes('>')) cursor.next();
    const args = this.#arguments();
    return call(callee, [...args, { value: name(`(type) ${type}`, callee.at) }]);
  }
}
