import type { Hider } from './call-secrets.ts';

const lineBreak = /\r\n|[\n\v\f\r\u0085\u2028\u2029]/;

/** Controls start a terminal's commands; format characters turn the direction of what follows, or hide it. */
const commands = /(?!\t)[\p{Cc}\p{Cf}\p{Cs}]/gu;

/** The lines of a text, each behind a mark, with what a terminal would obey written as `\u001b`. */
export function markedLines(text: string, mark: string): string[] {
  return text.split(lineBreak).map((line) => (line === '' ? mark : `${mark} ${written(line)}`));
}

/** One line of whatever text. */
export function written(text: string): string {
  return text.replaceAll(commands, (sign) =>
    Array.from(
      { length: sign.length },
      (_, unit) => `\\u${sign.charCodeAt(unit).toString(16).padStart(4, '0')}`,
    ).join(''),
  );
}

/** Gathers the beginning of a body, of which more may come than is shown. */
export class BodyStart {
  #text = '';
  #length = 0;
  readonly #most: number;
  readonly #hider: Hider;

  /** @param most characters that are shown */
  constructor(most: number, hider: Hider) {
    this.#most = most;
    this.#hider = hider;
  }

  /** Whether more of it would only be counted. */
  get isFull(): boolean {
    return this.#text.length >= this.#room;
  }

  /** What is gathered goes beyond what is shown, as a secret may lie across the end of that. */
  get #room(): number {
    return this.#most + this.#hider.longest;
  }

  add(piece: string): void {
    this.#length += piece.length;
    if (!this.isFull) this.#text += piece.slice(0, this.#room - this.#text.length);
  }

  /**
   * What there is to read: JSON indented, a form one field a line, all else as it is.
   *
   * @param left what is known of the part that was not even added
   */
  shown(left = ''): string {
    const isWhole = this.#length === this.#text.length && left === '';
    const { hide, longest } = this.#hider;
    const hidden = hide(this.#text);
    if (isBinary(hidden)) return `(${this.#length} characters that are no text)`;
    // A secret that is cut off stands unseen at the end: it goes with all that may be one.
    const safe = this.#length > this.#text.length ? hidden.slice(0, -longest) : hidden;
    const readable = isWhole ? hide(readableText(hidden)) : safe;
    const most = this.#most;
    if (isWhole && readable.length <= most) return readable;
    const beyond = left === '' ? `${this.#length} characters` : left;
    return `${readable.slice(0, most)}\n(the first ${Math.min(most, readable.length)} of ${beyond} are shown)`;
  }
}

/** Pictures and archives come in place of answers, too. */
function isBinary(text: string): boolean {
  const start = text.slice(0, 1024);
  const odd = start.match(/(?!\s)[\p{Cc}\ufffd]/gu)?.length ?? 0;
  return odd > start.length / 16;
}

function readableText(text: string): string {
  if (/^\s*[{[]/.test(text)) return indented(text);
  if (/^[\w%.[\]-]+=[^<\s]*$/.test(text)) return fields(text);
  return text;
}

function indented(text: string): string {
  try {
    return JSON.stringify(JSON.parse(text), undefined, 2);
  } catch {
    return text;
  }
}

/** Marked by blanks, so that a field that holds `=` is read as one. */
function fields(text: string): string {
  return text
    .split('&')
    .map((field) => {
      const at = field.indexOf('=');
      if (at < 0) return decoded(field);
      return `${decoded(field.slice(0, at))} = ${decoded(field.slice(at + 1))}`;
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
