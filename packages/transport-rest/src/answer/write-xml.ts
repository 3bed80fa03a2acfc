import { carriedText } from '@egoi-client/core/wire';
import type { AnswerElement } from './answer-tree.ts';
import { elementName } from './element-name.ts';

/**
 * Writes an answer as the service's framework does. Always well-formed: names that XML does not
 * allow are changed by `elementName`, characters that it has no place for become U+FFFD.
 */
export function writeXml(root: AnswerElement): string {
  const attributes = ' generator="zend" version="1.0"';
  return `<?xml version="1.0" encoding="UTF-8"?>\n${writeElement(root, attributes)}\n`;
}

function writeElement({ name, content }: AnswerElement, attributes: string): string {
  const tag = elementName(name);
  if (typeof content !== 'string' && content.length === 0) return `<${tag}${attributes}/>`;
  const inner =
    typeof content === 'string'
      ? escapeText(content)
      : content.map((element) => writeElement(element, '')).join('');
  return `<${tag}${attributes}>${inner}</${tag}>`;
}

function escapeText(text: string): string {
  return carriedText(text, '\ufffd')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('\r', '&#13;');
}
