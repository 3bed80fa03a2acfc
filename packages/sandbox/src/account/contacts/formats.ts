/** An e-mail address in ASCII, as PHP's own check takes it: at most 254 characters, a dot in the domain. */
export function isEmail(text: string): boolean {
  if (text.length > 254) return false;
  return /^(?!\.)(?!.*\.\.)(?!.*\.@)[\w.!#$%&'*+/=?^`{|}~-]{1,64}@(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z][a-z0-9-]{0,61}[a-z0-9]$/i.test(
    text,
  );
}

/** Prefix, hyphen, number: `351-912345678`. */
export function isPhone(text: string): boolean {
  return /^\d{1,4}-\d{4,15}$/.test(text);
}

/** A day of the calendar as `YYYY-MM-DD`. */
export function isDate(text: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false;
  const time = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(time.getTime()) && time.toISOString().startsWith(text);
}

/** A decimal number, with a point or a comma. */
export function isNumber(text: string): boolean {
  return /^[+-]?\d{1,30}(?:[.,]\d{1,30})?$/.test(text);
}

/** The languages of lists and contacts. */
const languages: ReadonlySet<string> = new Set(['pt', 'br', 'en', 'es', 'fr', 'de']);

/** The language of a list that a code means; one client says `sp` for Spanish. */
export function listLanguage(code: string): string | undefined {
  const language = code.toLowerCase() === 'sp' ? 'es' : code.toLowerCase();
  return languages.has(language) ? language : undefined;
}

/** The language of a contact that a code means; one client has `hu` in its table. */
export function contactLanguage(code: string): string | undefined {
  const language = code.toLowerCase();
  return language === 'hu' || languages.has(language) ? language : undefined;
}
