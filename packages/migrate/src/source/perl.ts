import {
  type Argument,
  type Entry,
  type Expression,
  type FunctionModel,
  self,
  type SourceModel,
} from './expression.ts';
import { perlTokens } from './perl-tokens.ts';
import { anyOf, call, member, name, SourceBuilder, text } from './source-builder.ts';
import { mostBrackets, ofOperands, TokenCursor } from './tokens.ts';

/** Reads a Perl source. */
export function readPerl(path: string, source: string): SourceModel {
  const builder = new SourceBuilder(path, source);
  new PerlReader(builder, new TokenCursor(perlTokens(source))).readFile();
  return builder.source;
}

const ends = [')', ']', '}', ';', ':', ','];
const endingWords = ['if', 'unless', 'for', 'foreach', 'while', 'until', 'or', 'and', 'xor'];
const declaring = ['my', 'our', 'local', 'state'];
const blockWords = ['do', 'eval', 'else', 'BEGIN', 'END', 'continue', 'try', 'finally'];

class PerlReader {
  readonly #builder: SourceBuilder;
  readonly #cursor: TokenCursor;

  constructor(builder: SourceBuilder, cursor: TokenCursor) {
    this.#builder = builder;
    this.#cursor = cursor;
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
      else if (cursor.takes('return')) this.#builder.addReturned(this.#list());
      else if (cursor.sees('{')) this.#block();
      else this.#statement();
    }
  }

  #statement(): void {
    const cursor = this.#cursor;
    const at = cursor.at;
    this.#builder.add(this.#list());
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
    else if (cursor.takes('return')) this.#builder.addReturned(this.#list());
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
    const rest = this.#list();
    if (module === 'base' || module === 'parent') {
      this.#builder.class?.bases.push(...textsIn(rest).map((base) => base.replaceAll('::', '.')));
    }
  }

  /** `use constant NAME => …` and `use constant { NAME => … }`. */
  #constants(): void {
    const value = this.#list();
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
    this.#functionRest(named);
  }

  #functionRest(named: string): FunctionModel {
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

  /** Values with commas between them: one alone is itself, several are entries. */
  #list(): Expression {
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
        entries.push({ value: this.#list() });
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
    return this.#postfixes(this.#primary());
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
    const inside = this.#list();
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
      const declared = this.#functionRest('');
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
      return { kind: 'creation', type, args: cursor.sees('(') ? this.#arguments() : [], at };
    }
    if (cursor.sees('->') || cursor.sees('::')) return name(dotted, at);
    if (cursor.sees('(')) return call(name(dotted, at), this.#arguments());
    const next = cursor.peek();
    const takesOperand =
      next !== undefined &&
      (next.kind !== 'sign' || ['{', '[', '\\'].includes(next.words)) &&
      !(next.kind === 'name' && endingWords.includes(next.words));
    if (!takesOperand && words !== 'shift') return name(dotted, at);
    const args = takesOperand && words !== 'shift' ? asArguments(this.#list()) : [];
    return call(name(dotted, at), args);
  }

  #arguments(): Argument[] {
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

  #postfixes(primary: Expression): Expression {
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
        } else if (cursor.sees('(')) read = call(read, this.#arguments());
        else if (cursor.sees('[') || cursor.sees('{')) read = this.#subscript(read);
        else if (!cursor.takes('@')) return read;
      } else if (
        isSubscriptable &&
        (cursor.sees('[') || cursor.sees('{')) &&
        read.kind !== 'call'
      ) {
        read = this.#subscript(read);
      } else if (read.kind === 'member' && cursor.sees('(')) read = call(read, this.#arguments());
      else return read;
    }
  }

  #methodCall(object: Expression, named: Expression): Expression {
    const args = this.#cursor.sees('(') ? this.#arguments() : [];
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
function asArguments(list: Expression): Argument[] {
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

function ownName(words: string): string {
  return words === '$self' || words === '$class' ? self : words;
}

function textsIn(value: Expression): string[] {
  if (value.kind === 'text') return [value.text];
  if (value.kind !== 'entries') return [];
  return value.entries.flatMap((entry) => textsIn(entry.value));
}
