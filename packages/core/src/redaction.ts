import type { Credentials } from './credentials.ts';

/** Replaces a secret, in every spelling that a wire gives it, by `[redacted]`. */
export function redactorFor(credentials: Credentials): (text: string) => string {
  if ('anonymous' in credentials) return (text) => text;
  const secret = 'apiKey' in credentials ? credentials.apiKey : credentials.password;
  // Every call makes a redactor, and few calls fail.
  let spellings: readonly string[] | undefined;
  return (text) => {
    spellings ??= [...new Set(spellingsOf(secret.reveal()))].filter((spelling) => spelling !== '');
    let clean = text;
    for (const spelling of spellings) clean = clean.replaceAll(spelling, '[redacted]');
    return clean;
  };
}

function spellingsOf(secret: string): string[] {
  const escaped = secret.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
  return [
    secret,
    encodeURIComponent(secret.toWellFormed()),
    new URLSearchParams({ '': secret }).toString().slice(1),
    escaped,
    escaped.replaceAll('"', '&quot;').replaceAll("'", '&apos;'),
    JSON.stringify(secret).slice(1, -1),
  ];
}
