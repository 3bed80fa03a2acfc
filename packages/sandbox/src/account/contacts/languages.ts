/** The languages of lists and contacts (reference, 14.9). */
const languages: ReadonlySet<string> = new Set(['pt', 'br', 'en', 'es', 'fr', 'de']);

/** The language of a list that a code means; one client says `sp` for Spanish (reference, createList). */
export function listLanguage(code: string): string | undefined {
  const language = code.toLowerCase() === 'sp' ? 'es' : code.toLowerCase();
  return languages.has(language) ? language : undefined;
}

/** The language of a contact that a code means; one client has `hu` in its table (reference, addSubscriber). */
export function contactLanguage(code: string): string | undefined {
  const language = code.toLowerCase();
  return language === 'hu' || languages.has(language) ? language : undefined;
}
