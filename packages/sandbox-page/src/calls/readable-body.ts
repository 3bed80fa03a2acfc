import type { KeptBody } from './exchange.ts';

/** Most characters of a body that are shown at once; the whole of what is kept can be saved. */
const mostShown = 64 * 1024;

/** A body as text to read. */
export interface ReadableBody {
  /** As it stood. */
  readonly raw: string;
  /** Indented, or with its percent codes read; the same where there is nothing to make of it. */
  readonly pretty: string;
  /** What is missing; `''` where nothing is. */
  readonly note: string;
}

/** @param contentType of the message; `''` where it says none */
export function readableBody(
  { bytes, length }: KeptBody,
  contentType: string,
  redact: (text: string) => string,
): ReadableBody {
  const whole = redact(bytes.toString('utf8'));
  const isCut = bytes.length < length;
  const shown = (text: string) => text.slice(0, mostShown);
  const pretty = isCut ? whole : prettyText(whole, contentType);
  const notes = [
    ...(isCut ? [`${length} bytes came, the first ${bytes.length} are kept`] : []),
    ...(whole.length > mostShown || pretty.length > mostShown
      ? [`the first ${mostShown} characters are shown`]
      : []),
  ];
  return { raw: shown(whole), pretty: shown(pretty), note: notes.join('; ') };
}

function prettyText(text: string, contentType: string): string {
  const start = text.trimStart();
  if (/[{[]/.test(start[0] ?? '')) return prettyJson(text);
  if (start.startsWith('<')) return prettyXml(text);
  if (contentType.includes('x-www-form-urlencoded')) return prettyForm(text);
  return text;
}

function prettyJson(text: string): string {
  try {
    return JSON.stringify(JSON.parse(text), null, 2);
  } catch {
    return text;
  }
}

/** One field a line; a document in one stands below its name, indented. */
export function prettyForm(text: string): string {
  return text
    .split('&')
    .map((field) => {
      const [name = '', ...value] = field.split('=').map(decoded);
      const given = value.join('=');
      return given.startsWith('<') ? `${name} =\n${prettyXml(given)}` : `${name} = ${given}`;
    })
    .join('\n');
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text.replaceAll('+', ' '));
  } catch {
    return text;
  }
}

/** One element a line, indented; an element with nothing but text stays on its line. */
export function prettyXml(text: string): string {
  const tokens = text.match(/<[^>]*>|[^<]+/g) ?? [];
  const lines: string[] = [];
  let depth = 0;
  for (let at = 0; at < tokens.length; at += 1) {
    const token = tokens[at] ?? '';
    if (token.trim() === '') continue;
    const isEnd = token.startsWith('</');
    if (isEnd) depth = Math.max(0, depth - 1);
    let line = token.trim();
    const opens = /^<[^/?!]/.test(token) && !token.endsWith('/>');
    const next = tokens[at + 1] ?? '';
    const isLeaf = opens && !next.startsWith('<') && (tokens[at + 2] ?? '').startsWith('</');
    if (isLeaf || (opens && next.startsWith('</'))) {
      const count = isLeaf ? 2 : 1;
      line = tokens.slice(at, at + count + 1).join('');
      at += count;
    } else if (opens) depth += 1;
    const indent = opens && line === token.trim() ? depth - 1 : depth;
    lines.push('  '.repeat(Math.min(indent, 40)) + line);
  }
  return lines.join('\n');
}
