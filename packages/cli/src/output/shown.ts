import { visible } from './visible.ts';

/** Signs of a value that are shown: enough to find it again. */
const maxSigns = 60;

/**
 * A value as an error shows it: in quotes, on one line, shortened, with nothing that a terminal would obey,
 * and never what may be a key.
 */
export function shown(text: string): string {
  if (mayBeKey(text)) return '[not shown: it may be a key]';
  const line = visible(withoutLogin(text)).replaceAll('\n', '\\n').replaceAll('\t', '\\t');
  return `'${line.length > maxSigns ? `${line.slice(0, maxSigns - 1)}…` : line}'`;
}

/** An address without user, password and query. */
function withoutLogin(text: string): string {
  return text.replace(/(:\/\/)[^/\s]*@/, '$1…@').replace(/^(\w+:\/\/[^?]*)\?.*$/s, '$1?…');
}

/** Those of the service have 40 signs of hexadecimal; tokens of other services look much the same. */
function mayBeKey(text: string): boolean {
  return /(?<![\da-z])(?=[a-z]*\d)[\da-z]{32,}(?![\da-z])/i.test(text);
}
