import { WireFormatError } from '@egoi-client/core/wire';
import { escapeXmlText } from '@egoi-client/xml';

/**
 * Writes text as element content. Quotes stay as they are, as PHP leaves them; a carriage return
 * becomes `&#13;`, or the reader would make a line feed of it.
 *
 * @throws WireFormatError for characters that XML 1.0 cannot carry in any spelling
 */
export function escapeText(text: string): string {
  return escapeXmlText(text, '&#13;');
}

/** Writes text as the value of an attribute in double quotes. @throws WireFormatError as `escapeText` does */
export function escapeAttribute(text: string): string {
  return escapeText(text)
    .replaceAll('"', '&quot;')
    .replaceAll('\t', '&#9;')
    .replaceAll('\n', '&#10;');
}

const nameStart =
  'A-Z_a-z\\u{c0}-\\u{d6}\\u{d8}-\\u{f6}\\u{f8}-\\u{2ff}\\u{370}-\\u{37d}\\u{37f}-\\u{1fff}\\u{200c}\\u{200d}\\u{2070}-\\u{218f}\\u{2c00}-\\u{2fef}\\u{3001}-\\u{d7ff}\\u{f900}-\\u{fdcf}\\u{fdf0}-\\u{fffd}\\u{10000}-\\u{effff}';
const plainName = new RegExp(
  `^[${nameStart}][${nameStart}\\-.0-9\\u{b7}\\u{300}-\\u{36f}\\u{203f}\\u{2040}]*$`,
  'u',
);

/**
 * Lets a text through as the name of an element or of an operation.
 *
 * @throws WireFormatError when it is not a name without a colon (XML 1.0, Namespaces: NCName)
 */
export function elementName(text: string): string {
  if (plainName.test(text)) return text;
  throw new WireFormatError('the name of a method or of a part is not an XML name');
}
