import { unprocessable } from './refusal.ts';

/** Addresses beyond this length no server takes. */
const maxLength = 2000;

/** @throws Refusal 422 for an address that no POST can go to */
export function checkUrl(field: string, text: string): string {
  const isUrl = text.length <= maxLength && URL.canParse(text);
  const { protocol, username, password } = isUrl
    ? new URL(text)
    : { protocol: '', username: '', password: '' };
  const isWeb = protocol === 'http:' || protocol === 'https:';
  if (!isWeb || username !== '' || password !== '') {
    throw unprocessable(field, 'It must be an http or https address without a login');
  }
  return text;
}
