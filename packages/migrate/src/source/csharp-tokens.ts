import { anyOf, text, unescaped } from './source-builder.ts';
import { literalWithHoles, type Token, type TokenCursor } from './tokens.ts';

const pieces =
  /(?<skip>\s+|\/\/[^\n]*|\/\*[\s\S]*?(?:\*\/|(?![\s\S]))|^[ \t]*#[^\n]*)|(?<raw>\$*"""+)|(?<verbatim>(?:\$@|@\$|@)"(?:[^"]|"")*(?:"|(?![\s\S])))|(?<string>\$?"(?:\\.|[^"\\\n])*(?:"|$|\n))|(?<char>'(?:\\.|[^'\\\n])+')|(?<name>@?[\p{L}_][\p{L}\p{Nd}_]*)|(?<number>\d[\w.]*)|(?<sign>=>|\?\?=|\?\?|\?\.|::|==|!=|<=|>=|&&|\|\||\+=|-=|\+\+|--|[^\s\w])/gmu;
const hole = /\{(?:([A-Za-z_]\w*)|[^{}]*)(?:[,:][^{}]*)?\}/g;

/** Braces that stand for themselves. */
function doubled(piece: string): string {
  return piece.replaceAll('{{', '{').replaceAll('}}', '}');
}

/** Cuts a C# source into tokens; comments and lines for the preprocessor are none. */
export function csharpTokens(source: string): Token[] {
  const tokens: Token[] = [];
  pieces.lastIndex = 0;
  for (let found = pieces.exec(source); found !== null; found = pieces.exec(source)) {
    const { groups = {}, index: at } = found;
    if (groups['skip'] !== undefined) continue;
    if (groups['raw'] !== undefined) {
      const quotes = groups['raw'].replace(/^\$+/, '');
      const end = source.indexOf(quotes, pieces.lastIndex);
      const inside = source.slice(pieces.lastIndex, end === -1 ? source.length : end);
      tokens.push(valueToken(groups['raw'], inside, at, groups['raw'].startsWith('$')));
      pieces.lastIndex = end === -1 ? source.length : end + quotes.length;
    } else if (groups['verbatim'] !== undefined) {
      const words = groups['verbatim'];
      const inside = words.replace(/^[$@]+"|"$/g, '').replaceAll('""', '"');
      tokens.push(valueToken(words, inside, at, words.startsWith('$') || words.startsWith('@$')));
    } else if (groups['string'] !== undefined) {
      const words = groups['string'];
      const inside = words.replace(/^\$?"|["\n]$/g, '');
      tokens.push(valueToken(words, unescaped(inside), at, words.startsWith('$')));
    } else if (groups['name'] !== undefined) {
      tokens.push({ kind: 'name', words: groups['name'].replace(/^@/, ''), at });
    } else if (groups['sign'] !== undefined) {
      tokens.push({ kind: 'sign', words: groups['sign'], at });
    } else {
      tokens.push({ kind: 'value', words: found[0], at, value: anyOf([], at) });
    }
  }
  return tokens;
}

function valueToken(words: string, inside: string, at: number, hasHoles: boolean): Token {
  const value = hasHoles ? literalWithHoles(inside, at, hole, doubled) : text(inside, at);
  return { kind: 'value', words, at, value };
}

/** A name with dots ahead, taken: `System.Net.WebClient`. */
export function dottedName(cursor: TokenCursor): string {
  let path = cursor.next()?.words ?? '';
  while (cursor.takes('.') || cursor.takes('::')) path += `.${cursor.next()?.words ?? ''}`;
  return path;
}
