import { unprocessable } from './refusal.ts';

/** The text of a field that must have one. @throws Refusal 422 for none, and for a blank one */
export function requiredText(field: string, text: string | undefined): string {
  if (text === undefined || text.trim() === '') throw unprocessable(field, 'A value is required');
  return text;
}

/** The text that a field has after a change: one that is given must hold something, one that is not stays. @throws Refusal 422 */
export function changedText(field: string, text: string | undefined, before: string): string {
  return text === undefined ? before : requiredText(field, text);
}
