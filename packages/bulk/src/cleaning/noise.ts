/**
 * What is plainly no part of a value, and is left out of it: blanks, line breaks and characters that
 * nobody sees around it; what mail programs and spreadsheets put around an address or a number; a digit
 * or sign of the width that Asian writing has; the time of a day that is a day only.
 */
export type Noise =
  | 'blank'
  | 'line break'
  | 'invisible character'
  | 'wide character'
  | 'quote'
  | 'apostrophe'
  | 'display name'
  | 'scheme'
  | 'separator'
  | 'decimals'
  | 'international prefix'
  | 'time';

/** A value without its noise. */
export interface Cleaned {
  readonly text: string;
  readonly noise: readonly Noise[];
  /** Why it cannot be what the field wants; `undefined` where it may be. */
  readonly problem?: string | undefined;
}

const unseen = /[\p{Cc}\p{Cf}\p{Default_Ignorable_Code_Point}\u2800]/u;
const lineBreak = /[\n\v\f\r\u0085\u2028\u2029]/;
/** All but the joiners, which tell words of some scripts apart, in names of domains too. */
const meaningless = /(?![\u200c\u200d])[\p{Cf}\p{Default_Ignorable_Code_Point}\u2800]/gu;

/** Takes off what stands before and behind a text and is not seen. */
export function withoutEdges(text: string): Cleaned {
  if (isPlain(text.charCodeAt(0)) && isPlain(text.charCodeAt(text.length - 1))) {
    return { text, noise: [] };
  }
  let start = 0;
  let end = text.length;
  const noise = new Set<Noise>();
  for (; start < end; start += lengthAt(text, start)) {
    const kind = noiseOf(String.fromCodePoint(text.codePointAt(start) ?? 0));
    if (kind === undefined) break;
    noise.add(kind);
  }
  while (end > start) {
    const at = end - (isPairBefore(text, end) ? 2 : 1);
    const kind = noiseOf(text.slice(at, end));
    if (kind === undefined) break;
    noise.add(kind);
    end = at;
  }
  return { text: text.slice(start, end), noise: [...noise] };
}

/** Takes the characters out that nobody sees, wherever they stand. */
export function withoutUnseen(text: string): Cleaned {
  const kept = text.replaceAll(meaningless, '');
  return { text: kept, noise: kept === text ? [] : ['invisible character'] };
}

/** Writes letters, digits and signs of full width as those of ASCII that they stand for. */
export function withoutWidth(text: string): Cleaned {
  const narrow = text.replaceAll(/[\uff01-\uff5e]/g, (sign) =>
    String.fromCharCode(sign.charCodeAt(0) - 0xfee0),
  );
  return { text: narrow, noise: narrow === text ? [] : ['wide character'] };
}

function noiseOf(sign: string): Noise | undefined {
  if (lineBreak.test(sign)) return 'line break';
  // The byte order mark counts as white space in JavaScript only.
  if (/\s/.test(sign) && sign !== '\ufeff') return 'blank';
  return unseen.test(sign) ? 'invisible character' : undefined;
}

function isPlain(code: number): boolean {
  return code > 0x20 && code < 0x7f;
}

function lengthAt(text: string, at: number): 1 | 2 {
  return (text.codePointAt(at) ?? 0) > 0xffff ? 2 : 1;
}

function isPairBefore(text: string, end: number): boolean {
  return end >= 2 && (text.codePointAt(end - 2) ?? 0) > 0xffff;
}
