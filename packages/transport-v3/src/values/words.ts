/** The statuses of contacts that API v3 has; who is invited (3) has not confirmed either. */
export const statusWords = ['unconfirmed', 'active', 'removed', 'unconfirmed', 'inactive'] as const;

/** The number of a status of API v3. */
export const statusNumbers: Readonly<Record<string, number>> = {
  unconfirmed: 0,
  active: 1,
  removed: 2,
  inactive: 4,
};

const languages = ['en', 'pt', 'br', 'es', 'de', 'hu', 'fr'] as const;

export type Language = (typeof languages)[number];

/** The language that a code of API v2 means; `undefined` for none. */
export function languageOf(code: string): Language | undefined {
  const lower = code.toLowerCase();
  return languages.find((language) => language === (lower === 'sp' ? 'es' : lower));
}

/** Kinds of extra fields; a fax number is a telephone number to API v3. */
export const formatsOfTypes = {
  data: 'date',
  texto: 'text',
  telefone: 'phone',
  telemovel: 'cellphone',
  numero: 'number',
  email: 'email',
  lista: 'options',
} as const;

/** The kind of an extra field in words of API v2. */
export const typesOfFormats: Readonly<Record<string, string>> = Object.fromEntries(
  Object.entries(formatsOfTypes).map(([type, format]) => [format, type]),
);

/** Fields of a contact that both know, by the names of API v2, with those of API v3. */
export const baseFields = {
  email: 'email',
  cellphone: 'cellphone',
  telephone: 'phone',
  first_name: 'first_name',
  last_name: 'last_name',
  birth_date: 'birth_date',
} as const;

/** Why a contact leaves, by the numbers 1 to 5. */
export const removalReasons = [
  'not_interested',
  'lack_of_time',
  'email_address_change',
  'spam',
  'other',
] as const;

/** How a contact leaves, by what callers of API v2 say. */
export const removalMethods: ReadonlyMap<
  string,
  'manual' | 'form' | 'unsubscribe_link' | 'bounce' | 'api'
> = new Map([
  ['api', 'api'],
  ['manual', 'manual'],
  ['form', 'form'],
  ['bounce', 'bounce'],
  ['link', 'unsubscribe_link'],
  ['unsubscribe_link', 'unsubscribe_link'],
]);

/** What a contact's record says of how it left or came, in words of API v2. */
export const methodWords: Readonly<Record<string, string>> = {
  api: 'API',
  imported: 'import',
  unsubscribe_link: 'link',
};
