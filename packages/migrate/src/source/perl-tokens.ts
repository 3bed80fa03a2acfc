import type { Expression } from './expression.ts';
import { anyOf, text, unescaped } from './source-builder.ts';
import { literalWithHoles, type Token } from './tokens.ts';

const closing: Readonly<Record<string, string>> = { '(': ')', '[': ']', '{': '}', '<': '>' };
const signs =
  /->|=>|<=>|\*\*=|\|\|=|&&=|\/\/=|\.\.\.|=~|!~|==|!=|<=|>=|&&|\|\||\.=|\+=|-=|\*=|\/=|\+\+|--|\.\.|::|\/\/|[^\s\w]/y;
const hole = /\$\{(\w+)\}|(?<!\\)(\$\w+(?:::\w+)*)(?:->)?(?:\{[^{}]*\}|\[[^[\]]*\])*/g;

/** Cuts a Perl source into tokens; comments and POD are none. */
export function perlTokens(source: string): Token[] {
  return new PerlTokenizer(source).all();
}

class PerlTokenizer {
  readonly #source: string;
  readonly #tokens: Token[] = [];
  /** Ends of texts that begin on the next line. */
  #waiting: { readonly word: string; readonly isPlain: boolean; readonly index: number }[] = [];
  #at = 0;

  constructor(source: string) {
    this.#source = source;
  }

  all(): Token[] {
    while (this.#at < this.#source.length) {
      if (/^__(END|DATA)__\b/.test(this.#source.slice(this.#at, this.#at + 9))) break;
      this.#step();
    }
    return this.#tokens;
  }

  #step(): void {
    const sign = this.#source[this.#at] ?? '';
    if (sign === '\n') return this.#newLine();
    if (/\s/.test(sign)) this.#at += 1;
    else if (sign === '#') this.#at = this.#find('\n', this.#at);
    else if (
      sign === '=' &&
      this.#isLineStart() &&
      /[a-z]/.test(this.#source[this.#at + 1] ?? '')
    ) {
      const end = this.#match(/\n=cut\b[^\n]*/g);
      this.#at = end === undefined ? this.#source.length : end.index + end[0].length;
    } else if (sign === "'" || sign === '"' || sign === '`') this.#quoted(this.#at, sign);
    else if (/[A-Za-z_]/.test(sign)) this.#word();
    else if (/\d/.test(sign)) this.#take(/[\d._xXa-fA-F]+/y, 'value');
    else if (!this.#variable(sign) && !this.#hereDocument() && !this.#pattern(sign)) {
      this.#take(signs, 'sign');
    }
  }

  #isLineStart(): boolean {
    return this.#at === 0 || this.#source[this.#at - 1] === '\n';
  }

  #find(words: string, from: number): number {
    const at = this.#source.indexOf(words, from);
    return at === -1 ? this.#source.length : at;
  }

  #match(pattern: RegExp): RegExpExecArray | undefined {
    pattern.lastIndex = this.#at;
    return pattern.exec(this.#source) ?? undefined;
  }

  #push(kind: Token['kind'], words: string, value?: Expression): void {
    this.#tokens.push({ kind, words, at: this.#at, ...(value === undefined ? {} : { value }) });
  }

  #take(pattern: RegExp, kind: Token['kind']): void {
    const words = this.#match(pattern)?.[0] ?? this.#source[this.#at] ?? '';
    this.#push(kind, words, kind === 'value' ? anyOf([], this.#at) : undefined);
    this.#at += words.length;
  }

  /** The texts that were announced on the line that ends here. */
  #newLine(): void {
    this.#at += 1;
    for (const { word, isPlain, index } of this.#waiting) {
      const end = this.#match(new RegExp(`^[ \\t]*${word}[ \\t]*$`, 'gm'));
      const inside = this.#source.slice(this.#at, end?.index ?? this.#source.length);
      const token = this.#tokens[index];
      if (token !== undefined) {
        const value = isPlain
          ? text(inside, this.#at)
          : literalWithHoles(inside, this.#at, hole, unescaped);
        this.#tokens[index] = { ...token, value };
      }
      this.#at = end === undefined ? this.#source.length : end.index + end[0].length;
    }
    this.#waiting = [];
  }

  #hereDocument(): boolean {
    const found = this.#match(/<<~?(?:"([^"\n]+)"|'([^'\n]+)'|([A-Z_]\w*))/y);
    if (found === undefined) return false;
    const word = (found[1] ?? found[2] ?? found[3] ?? '').replace(/[^\w ]/g, '\\$&');
    this.#waiting.push({ word, isPlain: found[2] !== undefined, index: this.#tokens.length });
    this.#push('value', found[0], text('', this.#at));
    this.#at += found[0].length;
    return true;
  }

  /** What stands between two signs, the same or a pair, from one offset on. */
  #delimited(from: number): { readonly inside: string; readonly end: number } {
    const open = this.#source[from] ?? '';
    const close = closing[open] ?? open;
    let depth = 0;
    for (let at = from; at < this.#source.length; at += 1) {
      const sign = this.#source[at];
      if (sign === '\\') at += 1;
      else if (sign === close && (open === close ? at > from : depth === 1)) {
        return { inside: this.#source.slice(from + 1, at), end: at + 1 };
      } else if (sign === open && open !== close) depth += 1;
      else if (sign === close) depth -= 1;
    }
    return { inside: this.#source.slice(from + 1), end: this.#source.length };
  }

  #quoted(from: number, quote: string): void {
    const { inside, end } = this.#delimited(from);
    const value =
      quote === "'"
        ? text(inside.replace(/\\(['\\])/g, '$1'), this.#at)
        : literalWithHoles(inside, this.#at, hole, unescaped);
    this.#push('value', quote, value);
    this.#at = end;
  }

  #word(): void {
    const words = this.#match(/\w+(?:::\w+)*/y)?.[0] ?? '';
    const isKey = /^\s*=>/.test(
      this.#source.slice(this.#at + words.length, this.#at + words.length + 20),
    );
    const isMember = this.#tokens.at(-1)?.words === '->' || this.#tokens.at(-1)?.words === '{';
    if (!isKey && /^(q|qq|qw|qr|m|s|tr|y)$/.test(words) && !this.#isSubscript(isMember, words)) {
      const open = this.#match(new RegExp(`${words}\\s*[^\\s\\w,;=)]`, 'y'));
      if (open !== undefined) return this.#quoteLike(words, this.#at + open[0].length - 1);
    }
    this.#push('name', words);
    this.#at += words.length;
  }

  #isSubscript(isMember: boolean, words: string): boolean {
    return isMember && /^\s*[}(]/.test(this.#source.slice(this.#at + words.length));
  }

  #quoteLike(words: string, from: number): void {
    const open = this.#source[from] ?? '';
    if (words === 'q') return this.#quoted(from, "'");
    if (words === 'qq') return this.#quoted(from, '"');
    const { inside, end } = this.#delimited(from);
    if (words === 'qw') {
      const entries = inside.split(/\s+/).filter((word) => word !== '');
      const value: Expression = {
        kind: 'entries',
        entries: entries.map((word) => ({ value: text(word, this.#at) })),
        at: this.#at,
      };
      this.#push('value', words, value);
      this.#at = end;
      return;
    }
    this.#push('value', words, anyOf([], this.#at));
    this.#at = end;
    if (!/^(s|tr|y)$/.test(words)) return;
    // The second half begins with a bracket of its own, or with the sign that ended the first.
    const blanks = this.#match(/\s*/y)?.[0].length ?? 0;
    this.#at = this.#delimited(closing[open] === undefined ? end - 1 : end + blanks).end;
  }

  #variable(sign: string): boolean {
    if (!/[$@%&]/.test(sign)) return false;
    const isOperand = !this.#followsOperand();
    if (!isOperand && sign !== '$' && sign !== '@') return false;
    const found = this.#match(
      /\$#?\$*(?:::)?\w+(?:::\w+)*|[@%&]\$*(?:::)?[A-Za-z_]\w*(?:::\w+)*|\$[!@/\\,;.&0]/y,
    );
    if (found !== undefined) {
      const words = found[0];
      const named = words.startsWith('&')
        ? words.slice(1)
        : words === '@_'
          ? words
          : words.replace(/^[@%$]#?\$*/, '$');
      this.#push(words.startsWith('&') ? 'name' : 'variable', named);
      this.#at += words.length;
      return true;
    }
    // `@{…}`, `%{…}`, `@$x`: what is inside.
    if (!/^[$@%&][{$]/.test(this.#source.slice(this.#at, this.#at + 2))) return false;
    this.#at += 1;
    return true;
  }

  /** A pattern stands where a value is looked for, a division after one. */
  #pattern(sign: string): boolean {
    if (sign !== '/' || this.#followsOperand()) return false;
    const { end } = this.#delimited(this.#at);
    this.#push('value', 'm', anyOf([], this.#at));
    this.#at = end;
    return true;
  }

  #followsOperand(): boolean {
    const last = this.#tokens.at(-1);
    if (last === undefined) return false;
    if (last.kind === 'name')
      return !/^(and|or|not|if|unless|return|split|grep|map|print|push|keys|values|each|ref|scalar|defined|foreach|for|my|our|local)$/.test(
        last.words,
      );
    return last.kind !== 'sign' || [')', ']', '}'].includes(last.words);
  }
}
