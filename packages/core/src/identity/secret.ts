import { brandClass } from './brand.ts';

/** Who calls: the account's API key, or a user's login. */
export type Credentials =
  | { readonly apiKey: Secret }
  | { readonly username: string; readonly password: Secret }
  | NoCredentials;

/** A call that came without any: the account answers `NO_USERNAME_AND_PASSWORD_AND_APIKEY`. */
interface NoCredentials {
  readonly anonymous: true;
}

/** What stands in a text where the secret stood. */
export const redactedMark = '[redacted]';

/** Outside the instances, so that the types of two copies of this library agree. */
const values = new WeakMap<Secret, string>();

/** Holds a key or a password so that printing, logging or serialising it shows `[redacted]`. */
export class Secret {
  static {
    brandClass(this, 'Secret');
    Object.defineProperty(this.prototype, Symbol.for('nodejs.util.inspect.custom'), {
      value: () => redactedMark,
    });
  }

  constructor(value: string) {
    values.set(this, value);
  }

  /** The secret itself, for the moment in which it goes on the wire. */
  reveal(): string {
    return values.get(this) ?? '';
  }

  toString(): string {
    return redactedMark;
  }

  toJSON(): string {
    return redactedMark;
  }
}

/** From this length on a secret is taken out wherever it stands, within words too. */
const tellingLength = 8;

/** A shorter one that looks like a word or a small number stands in many a text without being the secret. */
const commonplace = /^(?:.{0,2}|\p{N}{3}|\p{L}\p{Ll}*|\p{Lu}*)$/su;

const letterOrDigit = '[\\p{L}\\p{N}]';
/** Where no letter or digit goes before; the last of an escape, `%3D` or `\n`, is none. */
const tokenStart = `(?:(?<!${letterOrDigit})|(?<=%[0-9a-fA-F]{2}|\\\\(?:[bfnrt]|u[0-9a-fA-F]{4})))`;
const tokenEnd = `(?!${letterOrDigit})`;

const secretName = '(?:api[ _-]?key|key|pass(?:word|wd|phrase)?|pwd|secret|token)';
/** `=`, `: "`, `&gt;`, `%3D`, or tags: what stands between a name and its value, at most a few of them. */
const separator = '(?:[^\\p{L}\\p{N}<>%&]|[<>]|%[0-9a-f]{2}|&#?\\w{1,8};){0,12}';
const behindName = `(${secretName}(?:[^<>]{0,80}>)?(?:\\s{0,8}<[^<>]{0,80}>){0,4})(${separator})`;

/**
 * Makes what replaces a caller's secret by `[redacted]`, in every spelling that a wire or a server gives
 * it: percent codes, character references, JSON's and PHP's escapes, base64, either letter case.
 *
 * Shorter than eight characters, it is replaced only where it stands alone; and a plain word of that
 * length, three digits, or anything of two characters, only behind a name such as `password=`. Anywhere else it is
 * far more likely that the text means something else, and its being replaced would tell the secret.
 */
export function redactorFor(credentials: Credentials): (text: string) => string {
  if ('anonymous' in credentials) return (text) => text;
  const secret = 'apiKey' in credentials ? credentials.apiKey : credentials.password;
  // Every call makes a redactor, and few calls fail.
  let replace: ((text: string) => string) | undefined;
  return (text) => {
    replace ??= replacerOf(secret.reveal());
    return replace(text);
  };
}

function replacerOf(secret: string): (text: string) => string {
  if (secret === '') return (text) => text;
  const spelt = Array.from(secret, spellingsOf).join('');
  if (secret.length >= tellingLength) {
    const pattern = new RegExp(`${spelt}|${base64Of(secret)}`, 'giu');
    return (text) => text.replace(pattern, redactedMark);
  }
  if (!commonplace.test(secret)) {
    const pattern = new RegExp(`${tokenStart}${spelt}${tokenEnd}`, 'gu');
    return (text) => text.replace(pattern, redactedMark);
  }
  const pattern = new RegExp(`${behindName}${spelt}${tokenEnd}`, 'giu');
  return (text) =>
    text.replace(pattern, (all: string, name: string, between: string) =>
      // A blank alone is between any two words.
      /[=:>]|%3d|&gt;|["'([]$/i.test(name + between) ? name + between + redactedMark : all,
    );
}

/** A pattern of all that a character of the secret is written as. */
function spellingsOf(character: string): string {
  if (/[a-z0-9]/i.test(character)) return `(?:${character}|${codesOf(character)})`;
  const code = character.codePointAt(0) ?? 0;
  const units = character.split('').map((unit) => hexDigits(unit.charCodeAt(0), 4));
  const spellings = [
    `&(?:amp;)*#0*${code};`,
    `&(?:amp;)*#x0*${hexDigits(code, 1)};`,
    percentCodes(new TextEncoder().encode(character)),
    units.map((unit) => `\\\\{1,7}u${unit}`).join(''),
  ];
  if (code < 0x100) spellings.push(percentCodes([code]));
  if (character === ' ') spellings.push('\\+');
  const entity = entities.get(character);
  if (entity !== undefined) spellings.push(`&(?:amp;)*${entity};`);
  // Last, since it begins some of the others.
  spellings.push(`\\\\{0,7}${escaped(character)}`);
  return `(?:${spellings.join('|')})`;
}

/** No wire writes a letter or a digit as a code; a server that wants to hide a key from a search may. */
function codesOf(character: string): string {
  const codes = new Set([character.toLowerCase(), character.toUpperCase()].map(codeOf));
  return Array.from(codes, (code) => {
    const hex = hexDigits(code, 2);
    return `&(?:amp;)*#(?:0*${code}|x0*${hex});|%(?:25)*${hex}|\\\\{1,7}u00${hex}`;
  }).join('|');
}

function codeOf(character: string): number {
  return character.charCodeAt(0);
}

const entities: ReadonlyMap<string, string> = new Map([
  ['&', 'amp'],
  ['<', 'lt'],
  ['>', 'gt'],
  ['"', 'quot'],
  ["'", 'apos'],
]);

/** Encoded once or several times over. */
function percentCodes(bytes: Iterable<number>): string {
  return Array.from(bytes, (byte) => `%(?:25)*${hexDigits(byte, 2)}`).join('');
}

/** In either letter case. */
function hexDigits(code: number, least: number): string {
  const digits = code.toString(16).padStart(least, '0');
  return digits.replaceAll(/[a-f]/g, (digit) => `[${digit}${digit.toUpperCase()}]`);
}

function base64Of(secret: string): string {
  const bytes = new TextEncoder().encode(secret);
  return escaped(btoa(String.fromCharCode(...bytes)).replace(/=+$/, ''));
}

function escaped(text: string): string {
  return text.replaceAll(/[\\^$.*+?()[\]{}|/]/g, '\\$&');
}
