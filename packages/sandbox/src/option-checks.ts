import { currentFields, formerFields } from './account/contact-fields.ts';

const maxItems = 1000;

/** Tells whether a value is a list of forms. */
export function isForms(value: unknown): boolean {
  return isListOf(value, ['title', 'list'], ({ title, list }) => isTitle(title) && isList(list));
}

/** Tells whether a value is a list of automations. */
export function isAutobots(value: unknown): boolean {
  return isListOf(value, ['name', 'list', 'status'], ({ name, list, status }) => {
    return (
      isTitle(name) && isList(list) && [undefined, 'active', 'paused'].includes(status as never)
    );
  });
}

/** Tells whether an option holds such rules, with known fields only. */
export function isContactRules(value: unknown): boolean {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return false;
  const {
    required = [],
    unique = [],
    formerFields: isOld = false,
    ...others
  }: Readonly<Record<string, unknown>> = { ...value };
  if (typeof isOld !== 'boolean' || Object.keys(others).length > 0) return false;
  const takesUnique = [...currentFields, ...(isOld ? formerFields : []), 'extra'];
  return isAmong(required, currentFields) && isAmong(unique, takesUnique);
}

function isAmong(value: unknown, known: readonly string[]): boolean {
  return Array.isArray(value) && value.every((item) => known.includes(item as string));
}

function isListOf(
  value: unknown,
  members: readonly string[],
  isItem: (item: Readonly<Record<string, unknown>>) => boolean,
): boolean {
  if (!Array.isArray(value) || value.length > maxItems) return false;
  return value.every((item: unknown) => {
    if (typeof item !== 'object' || item === null) return false;
    return Object.keys(item).every((key) => members.includes(key)) && isItem({ ...item });
  });
}

function isTitle(value: unknown): boolean {
  // Control characters and broken surrogates could not be answered on every wire.
  return (
    typeof value === 'string' && value.trim() !== '' && !/[\p{Cc}\p{Cs}\ufffe\uffff]/u.test(value)
  );
}

function isList(value: unknown): boolean {
  return value === undefined || (Number.isSafeInteger(value) && Number(value) > 0);
}
