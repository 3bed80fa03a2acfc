/** The languages of lists and contacts (reference, 14.9). */
const languages: ReadonlySet<string> = new Set(['pt', 'br', 'en', 'es', 'fr', 'de']);

/** Tells whether a code in lower case is a language of the service. */
export function isLanguage(code: string): boolean {
  return languages.has(code);
}
