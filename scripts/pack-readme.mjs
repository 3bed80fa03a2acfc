import { join, posix } from 'node:path';
import { fromMarkdown } from 'mdast-util-from-markdown';
import { visit } from 'unist-util-visit';

/**
 * Every link and image of a text that leads to another file.
 *
 * @param {string} text Markdown
 */
export function fileLinks(text) {
  const found = [];
  visit(fromMarkdown(text), ['link', 'image', 'definition'], (node) => {
    if (leadsToFile(node.url)) found.push(node);
  });
  return found;
}

/**
 * What the HTML in a text leads to, of other files. Packing leaves HTML as it is.
 *
 * @param {string} text Markdown
 */
export function fileTargetsInHtml(text) {
  const found = [];
  visit(fromMarkdown(text), 'html', ({ value }) => {
    for (const [, url] of value.matchAll(/\b(?:href|src)\s*=\s*["']?([^"'\s>]+)/giu)) {
      if (leadsToFile(url)) found.push(url);
    }
  });
  return found;
}

function leadsToFile(url) {
  return !/^[a-z][a-z\d+.-]*:|^#|^\/\//iu.test(url);
}

/**
 * A README as it reads away from the repository: what leads out of the package becomes an address, or where
 * none is known, the name of the file.
 *
 * @param {string} text the README
 * @param {object} place
 * @param {string} place.directory the package's folder, such as `packages/core`
 * @param {(file: string) => boolean} place.isPacked whether the package holds a file
 * @param {(path: string, hash: string) => string | undefined} place.addressOf of a path of the repository
 */
export function packReadme(text, { directory, isPacked, addressOf }) {
  let packed = text;
  for (const node of fileLinks(text).toReversed()) {
    const [file, hash = ''] = node.url.split(/(?=#)/u);
    const path = posix.join(directory, file).replace(/\/$/u, '');
    if (path.startsWith(`${directory}/`) && isPacked(posix.relative(directory, path))) continue;
    const { start, end } = node.position;
    const source = text.slice(start.offset, end.offset);
    const address = addressOf(path, hash);
    packed =
      packed.slice(0, start.offset) +
      (address === undefined ? inWords(node, text, path) : withAddress(source, node.url, address)) +
      packed.slice(end.offset);
  }
  return packed;
}

function withAddress(source, url, address) {
  const at = source.lastIndexOf(url);
  return source.slice(0, at) + address + source.slice(at + url.length);
}

function inWords(node, text, path) {
  if (node.type !== 'link') return node.alt ?? '';
  const [first, last] = [node.children.at(0), node.children.at(-1)];
  const label = first ? text.slice(first.position.start.offset, last.position.end.offset) : '';
  return `${label} (${join(path)})`.trim();
}
