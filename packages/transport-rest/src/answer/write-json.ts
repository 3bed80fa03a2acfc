import type { AnswerElement } from './answer-tree.ts';

/**
 * Writes an answer as the service's conversion of XML to JSON does: every leaf is trimmed text, an
 * element without anything is `""`, elements of one name become an array, and characters outside
 * ASCII and slashes are escaped. Source: golden files; reference, 14.5.
 */
export function writeJson(root: AnswerElement): string {
  return writeContent([root]);
}

function writeContent(content: string | readonly AnswerElement[]): string {
  if (typeof content === 'string') return writeText(trim(content));
  if (content.length === 0) return '""';
  return haveTwins(content) ? writeWithTwins(content) : writeMembers(content);
}

function writeMembers(elements: readonly AnswerElement[]): string {
  let text = '';
  for (const { name, content } of elements) {
    text += `${text === '' ? '{' : ','}${writeText(name)}:${writeContent(content)}`;
  }
  return `${text}}`;
}

/** So few names are compared with each other, which is faster than to make a table of them. */
const fewNames = 16;

/** Whether two elements have one name: `key_1` beside 1, or a `status` of the method's beside the service's. */
function haveTwins(elements: readonly AnswerElement[]): boolean {
  if (elements.length > fewNames) {
    return new Set(elements.map(({ name }) => name)).size < elements.length;
  }
  return elements.some(({ name }, index) => {
    for (let before = 0; before < index; before += 1) {
      if (elements[before]?.name === name) return true;
    }
    return false;
  });
}

function writeWithTwins(content: readonly AnswerElement[]): string {
  const members = new Map<string, string | string[]>();
  for (const { name, content: inner } of content) {
    const written = writeContent(inner);
    const sameName = members.get(name);
    if (sameName === undefined) members.set(name, written);
    else if (typeof sameName === 'string') members.set(name, [sameName, written]);
    else sameName.push(written);
  }
  let text = '';
  for (const [name, written] of members) {
    const value = typeof written === 'string' ? written : `[${written.join(',')}]`;
    text += `${text === '' ? '{' : ','}${writeText(name)}:${value}`;
  }
  return `${text}}`;
}

/** What JSON and the service write as it is: ASCII without controls, quotes, slashes and backslashes. */
const plain = /^[ !#-.0-[\]-~\u007f]*$/;

function writeText(text: string): string {
  if (plain.test(text)) return `"${text}"`;
  return JSON.stringify(text.toWellFormed())
    .replaceAll('/', '\\/')
    .replace(/[\u0080-\uffff]/g, unicodeEscape);
}

function unicodeEscape(unit: string): string {
  return `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`;
}

/** Blank, tab, line feed, carriage return, NUL, vertical tab. */
function isBlank(code: number): boolean {
  return code === 0x20 || (code >= 0x09 && code <= 0x0d && code !== 0x0c) || code === 0;
}

/** PHP's `trim`, which knows six characters and not all of Unicode's white space. */
function trim(text: string): string {
  let start = 0;
  let end = text.length;
  while (start < end && isBlank(text.charCodeAt(start))) start += 1;
  while (end > start && isBlank(text.charCodeAt(end - 1))) end -= 1;
  return text.slice(start, end);
}
