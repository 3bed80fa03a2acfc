import { type Cleaned, type Noise, withoutEdges, withoutUnseen, withoutWidth } from './noise.ts';

const maxCharacters = 100;

/** Prefix, hyphen, number, as the service writes them, or digits that it puts a prefix before. Source: reference, 14.9. */
const taken = /^(?:\d{1,4}-)?\d{4,15}$/;

/** The prefixes of countries: none begins with another. Source: ITU-T E.164, list of assigned codes. */
const country =
  /^(?:1|7|2[07]|3[0-469]|4[013-9]|5[1-8]|6[0-6]|8[1246]|9[0-58]|[2-9]\d{2})(?=\d{4})/;

const severalNumbers = /\d{6}\D+\d{6}/;

/**
 * A telephone number without what is plainly no part of it, as the service takes it. A number of which
 * a spreadsheet has dropped digits is a problem, never a guess.
 */
export function cleanPhone(value: string): Cleaned {
  const outside = withoutEdges(value);
  if (outside.text === '' || taken.test(outside.text)) return outside;
  if (outside.text.length > maxCharacters) {
    return { ...outside, problem: 'is longer than a telephone number can be' };
  }
  const noise = new Set<Noise>(outside.noise);
  let { text } = outside;
  const take = (cleaned: Cleaned) => {
    for (const kind of cleaned.noise) noise.add(kind);
    ({ text } = cleaned);
  };
  take(withoutUnseen(text));
  take(withoutWidth(text));
  for (const step of [withoutQuotes, withoutDecimals, withoutSeparators, withoutPlus]) {
    take(step(text));
    take(withoutEdges(text));
  }
  const problem = problemOf(text);
  return problem === undefined ? { text, noise: [...noise] } : { ...outside, problem };
}

/** Quotes, the spreadsheet's sign that a cell is text, and the scheme of a link. */
function withoutQuotes(text: string): Cleaned {
  const bare = text.replace(/^(?:['"‘’`´]|=")+([^'"]*)["']*$/, '$1').trim();
  const number = bare.replace(/^tel:/i, '');
  const noise: Noise[] = [];
  if (bare !== text) noise.push(/^['‘’`´]/.test(text) ? 'apostrophe' : 'quote');
  if (number !== bare) noise.push('scheme');
  return { text: number, noise };
}

/** A whole number that was written as one with decimals: `351912345678.0`. */
function withoutDecimals(text: string): Cleaned {
  const whole = /^(\+?(?:\d{1,4}[-\s])?\d{6,})[.,]0{1,2}$/.exec(text)?.[1];
  return whole === undefined ? { text, noise: [] } : { text: whole, noise: ['decimals'] };
}

/** What parts the groups of digits for the eye. The one hyphen behind a prefix stays. */
function withoutSeparators(text: string): Cleaned {
  if (!isGrouped(text)) return { text, noise: [] };
  const plus = /^(?:\+|00)/.exec(text)?.[0] ?? '';
  // (0) is what callers inside the country dial in place of the prefix.
  const rest = (plus === '' ? text : text.slice(plus.length).replace(/\(0\)/, ''))
    .replaceAll(/[\s\u2010-\u2015\u2212]/g, (sign) => (/\s/.test(sign) ? ' ' : '-'))
    .replaceAll(/[ ().,/]/g, '');
  const isPrefixed = plus === '' && /^\d{1,4}-\d+$/.test(rest);
  const number = `${plus}${isPrefixed ? rest : rest.replaceAll('-', '')}`;
  return { text: number, noise: number === text ? [] : ['separator'] };
}

/**
 * Tells whether a text is one number, its digits in groups. Two long groups are two numbers, a dot
 * behind a long one or before a single digit is that of decimals, commas part thousands only, and a
 * slash stands behind an area's code.
 */
function isGrouped(text: string): boolean {
  if (/^\d{1,3}(?:,\d{3}){2,}$/.test(text)) return true;
  if (severalNumbers.test(text) || /\d{7}\.\d|\.\d(?!\d)/.test(text)) return false;
  const behindArea = text.replace(/^(\(?0\d{2,4}\)?)\s*\//, '$1 ');
  return /^\+?[\d\s().\-\u2010-\u2015\u2212]+$/.test(behindArea);
}

/** The international form, `+351912345678` or with 00, as prefix-number. */
function withoutPlus(text: string): Cleaned {
  const digits = /^(?:\+|00)(\d{7,15})$/.exec(text)?.[1];
  const prefix = digits === undefined ? undefined : country.exec(digits)?.[0];
  if (digits === undefined || prefix === undefined) return { text, noise: [] };
  return {
    text: `${prefix}-${digits.slice(prefix.length)}`,
    noise: ['international prefix'],
  };
}

function problemOf(text: string): string | undefined {
  if (taken.test(text)) return undefined;
  if (/^[+-]?\d+(?:[.,]\d+)?E[+-]?\d+$/i.test(text)) {
    return 'is a number that a spreadsheet has shortened: digits are lost. Format the column as text there, and write the file anew';
  }
  if (severalNumbers.test(text)) return 'holds more than one telephone number';
  if (/\d[.,]\d+$/.test(text)) return 'is no telephone number: it has decimals';
  const wanted = 'it is written as prefix-number, such as 351-912345678';
  const [sign] = /[^\d+\-\s]/u.exec(text) ?? [];
  if (sign !== undefined) return `is no telephone number: it cannot hold ${sign}; ${wanted}`;
  return `is no telephone number: ${wanted}, with 4 to 15 digits behind the prefix`;
}
