/** The languages of lists and contacts (reference, 14.9), with their names. */
const languages: ReadonlyMap<string, string> = new Map([
  ['pt', 'Portuguese'],
  ['br', 'Portuguese (Brazil)'],
  ['en', 'English'],
  ['es', 'Spanish'],
  ['fr', 'French'],
  ['de', 'German'],
]);

/** Tells whether a code in lower case is a language of the service. */
export function isLanguage(code: string): boolean {
  return languages.has(code);
}

/** The name of a language, as the field `LANGUAGE` of a contact has it. */
export function languageName(code: string): string {
  return languages.get(code) ?? '';
}
