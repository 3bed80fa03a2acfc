import { isBlank } from './characters.ts';
import { endOfPlainName } from './names.ts';
import { malformed } from './malformed.ts';

const maxCharacters = 4096;

// XML 1.0, productions 23 to 26, 32 and 80.
const blank = '[ \\t\\n]';
const quoted = (value: string) => `${blank}*=${blank}*(?:"${value}"|'${value}')`;
const declaration = new RegExp(
  `^<\\?xml${blank}+version${quoted('1\\.[0-9]+')}` +
    `(?:${blank}+encoding${quoted('[A-Za-z][A-Za-z0-9._-]*')})?` +
    `(?:${blank}+standalone${quoted('(?:yes|no)')})?${blank}*\\?>$`,
);

/**
 * Where a processing instruction or the XML declaration ends.
 *
 * @param open where its `<?` is
 * @param mayDeclare whether it is the first in its document
 * @returns the place behind it; -1 where the text ends first
 * @throws WireFormatError where it is not well-formed, or of more than 4,096 characters
 */
export function endOfInstruction(text: string, open: number, mayDeclare: boolean): number {
  const end = text.indexOf('?>', open + 2);
  if ((end === -1 ? text.length : end) - open > maxCharacters) malformed();
  if (end === -1) return -1;
  const endOfTarget = endOfPlainName(text, open + 2);
  if (endOfTarget !== end && !isBlank(text.charCodeAt(endOfTarget))) malformed();
  const target = text.slice(open + 2, endOfTarget);
  if (target === 'xml') {
    if (!mayDeclare || !declaration.test(text.slice(open, end + 2))) malformed();
  } else if (target.toLowerCase() === 'xml') malformed();
  return end + 2;
}
