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
  const members = new Map<string, string[]>();
  for (const element of content) {
    const written = writeContent(element.content);
    const sameName = members.get(element.name);
    if (sameName === undefined) members.set(element.name, [written]);
    else sameName.push(written);
  }
  const texts = Array.from(members, ([name, values]) => {
    const value = values.length === 1 ? values.join('') : `[${values.join(',')}]`;
    return `${writeText(name)}:${value}`;
  });
  return `{${texts.join(',')}}`;
}

function writeText(text: string): string {
  return JSON.stringify(text.toWellFormed())
    .replaceAll('/', '\\/')
    .replace(/[\u0080-\uffff]/g, unicodeEscape);
}

function unicodeEscape(unit: string): string {
  return `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`;
}

const blank = new Set([' ', '\t', '\n', '\r', '\0', '\v']);

/** PHP's `trim`, which knows six characters and not all of Unicode's white space. */
function trim(text: string): string {
  let start = 0;
  let end = text.length;
  while (start < end && blank.has(text.charAt(start))) start += 1;
  while (end > start && blank.has(text.charAt(end - 1))) end -= 1;
  return text.slice(start, end);
}
