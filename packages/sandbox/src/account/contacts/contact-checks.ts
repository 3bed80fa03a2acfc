import { BrokenRule } from '../broken-rule.ts';
import type { ExtraField, ExtraFieldType } from '../store/extra-fields.ts';
import { contactLanguage, isDate, isEmail, isNumber, isPhone } from './formats.ts';

/** What beside its form is checked of an e-mail address. */
export type EmailCheck = 'form' | 'domain' | 'mailbox';

/**
 * Checks an e-mail address. The sandbox asks no one whether it exists: domains under `.invalid`, which
 * exist nowhere (RFC 2606, RFC 6761), and a few names do not. `''` clears it.
 *
 * @throws BrokenRule for no address, and for one that fails the check
 */
export function checkEmail(text: string, check: EmailCheck): void {
  if (text === '') return;
  if (!isEmail(text)) throw new BrokenRule({ reason: 'invalid', what: 'email' });
  if (check === 'form') return;
  if (/\.invalid$/i.test(text)) throw new BrokenRule({ reason: 'nonexistent', what: 'domain' });
  if (check === 'mailbox' && /^(?:does-not-exist|nobody|unknown)@/i.test(text)) {
    throw new BrokenRule({ reason: 'nonexistent', what: 'mailbox' });
  }
}

/** Checks a number; `''` clears it. @throws BrokenRule for one without prefix, hyphen and digits */
export function checkPhone(text: string): void {
  if (text !== '' && !isPhone(text)) throw new BrokenRule({ reason: 'invalid', what: 'phone' });
}

/**
 * A day as `YYYY-MM-DD`, or as `DD-MM-YYYY`, in which one client sends it; no day at all clears it.
 *
 * @returns the day as `YYYY-MM-DD`
 * @throws BrokenRule for a text that is no day
 */
export function birthDateOf(text: string): string {
  const day = text.replace(/^(\d{2})-(\d{2})-(\d{4})$/, '$3-$2-$1');
  if (day === '' || day === '0000-00-00') return '';
  if (!isDate(day)) throw new BrokenRule({ reason: 'invalid', what: 'birthDate' });
  return day;
}

/** A status of a contact, 0 to 4. @throws BrokenRule for anything else */
export function statusOf(text: string): number {
  if (!/^[0-4]$/.test(text)) throw new BrokenRule({ reason: 'invalid', what: 'status' });
  return Number(text);
}

/** @throws BrokenRule for a code that is no language of contacts */
export function languageOf(code: string): string {
  const language = contactLanguage(code);
  if (language === undefined) throw new BrokenRule({ reason: 'invalid', what: 'language' });
  return language;
}

const checks: Readonly<Record<ExtraFieldType, (text: string, field: ExtraField) => boolean>> = {
  date: isDate,
  text: () => true,
  telephone: isPhone,
  cellphone: isPhone,
  fax: isPhone,
  number: isNumber,
  email: isEmail,
  choice: (text, { options }) =>
    options.length === 0 || options.some(({ label }) => label === text),
};

/** Checks a value against the kind of its field; `''` clears any. @throws BrokenRule */
export function checkExtraValue(text: string, field: ExtraField): void {
  if (text !== '' && !checks[field.type](text, field)) {
    throw new BrokenRule({ reason: 'invalid', what: 'extraValue' });
  }
}
