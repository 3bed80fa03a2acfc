import type { Expression } from './expression.ts';
import { anyOf, name, text } from './source-builder.ts';

/** A piece of a source in a language that no parser of npm reads. */
export interface Token {
  /** `value` is what a literal holds, ready to be part of an expression. */
  readonly kind: 'name' | 'variable' | 'sign' | 'value';
  /** As it stands. */
  readonly words: string;
  readonly at: number;
  readonly value?: Expression;
}

/** Goes through the tokens of a source, and always on. */
export class TokenCursor {
  readonly #tokens: readonly Token[];
  #index = 0;
  /** Brackets around, so that no source is too deep. */
  depth = 0;

  constructor(tokens: readonly Token[]) {
    this.#tokens = tokens;
  }

  get isAtEnd(): boolean {
    return this.#index >= this.#tokens.length;
  }

  /** Offset of the next token. */
  get at(): number {
    return this.#tokens[this.#index]?.at ?? this.#tokens.at(-1)?.at ?? 0;
  }

  peek(ahead = 0): Token | undefined {
    return this.#tokens[this.#index + ahead];
  }

  next(): Token | undefined {
    const token = this.#tokens[this.#index];
    this.#index += 1;
    return token;
  }

  /** Whether a sign or a keyword comes next. */
  sees(words: string, ahead = 0): boolean {
    const token = this.peek(ahead);
    return token !== undefined && token.kind !== 'value' && token.words === words;
  }

  seesKind(kind: Token['kind'], ahead = 0): boolean {
    return this.peek(ahead)?.kind === kind;
  }

  /** Takes the next token where it is this one. */
  takes(words: string): boolean {
    if (!this.sees(words)) return false;
    this.#index += 1;
    return true;
  }

  /** How many tokens a bracket ahead takes with all inside, that at its end included. */
  bracketed(ahead = 0): number {
    const pairs: Readonly<Record<string, string>> = { '(': ')', '[': ']', '{': '}', '<': '>' };
    const open = this.peek(ahead)?.words ?? '';
    const close = pairs[open];
    let depth = 0;
    for (let index = ahead; this.peek(index) !== undefined; index += 1) {
      if (this.sees(open, index)) depth += 1;
      else if (close !== undefined && this.sees(close, index)) depth -= 1;
      if (depth === 0) return index - ahead + 1;
    }
    return this.#tokens.length - this.#index - ahead;
  }

  skip(count: number): void {
    this.#index += count;
  }
}

/** A literal with values put into it. @param hole where one is put in, its name in the first group that is there */
export function literalWithHoles(
  inside: string,
  at: number,
  hole: RegExp,
  plain: (piece: string) => string,
): Expression {
  const parts: Expression[] = [];
  let from = 0;
  for (const match of inside.matchAll(hole)) {
    if (match.index > from) parts.push(text(plain(inside.slice(from, match.index)), at));
    const named = match.slice(1).find((group) => group !== undefined);
    parts.push(named === undefined ? anyOf([], at) : name(named, at));
    from = match.index + match[0].length;
  }
  if (from < inside.length) parts.push(text(plain(inside.slice(from)), at));
  const [only] = parts;
  if (only === undefined) return text('', at);
  return parts.length === 1 && only.kind === 'text' ? only : { kind: 'joined', parts, at };
}

/** Operands with the signs between them: those that are put together are one text. */
export function ofOperands(
  operands: readonly Expression[],
  signs: readonly string[],
  joining: string,
): Expression {
  const runs: Expression[][] = [];
  operands.forEach((operand, index) => {
    const run = runs.at(-1);
    if (run !== undefined && signs[index - 1] === joining) run.push(operand);
    else runs.push([operand]);
  });
  const at = operands[0]?.at ?? 0;
  const parts = runs.map((run): Expression => {
    const [only] = run;
    return only !== undefined && run.length === 1
      ? only
      : { kind: 'joined', parts: run, at: only?.at ?? at };
  });
  return anyOf(parts, at);
}

/** Deeper brackets than any program's are not followed. */
export const mostBrackets = 300;
